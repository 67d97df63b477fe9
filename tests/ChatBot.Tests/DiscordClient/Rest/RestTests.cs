using System.Net;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;
using ChatBot.Simulators.Discord.Rest;
using ChatBot.Simulators.Discord.World;
using ChatBot.Tests.DiscordClient.Support;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Rest;

public sealed class RestTests
{
    private static CancellationToken None => CancellationToken.None;

    /// <summary>Waiters of a full bucket come back by way of other threads.</summary>
    private static VirtualThread Patient => new() { Settle = TimeSpan.FromMilliseconds(5) };

    [Fact]
    public void Twenty_messages_to_a_channel_keep_its_bucket_and_their_order()
    {
        using var rig = new Rig(thread: Patient);
        var channel = Channel(rig);
        rig.Thread.Run(async () =>
        {
            var begun = rig.Time.Now;
            var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => rig.Rest.SendMessageAsync(channel.Id, new() { Content = $"{i}" }, None)));
            Assert.All(results, r => Assert.True(r.IsDone));
            Assert.InRange(rig.Time.Now - begun, TimeSpan.FromSeconds(14), TimeSpan.FromSeconds(21));
        });
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), channel.Messages.Select(m => m.Content));
        Assert.Equal(0, rig.Simulator.Rest.InvalidRequests);
    }

    [Fact]
    public void A_hundred_and_twenty_channels_together_stay_below_the_global_limit()
    {
        using var rig = new Rig(thread: Patient);
        var ada = rig.Simulator.AddPerson("Ada");
        var guild = rig.Simulator.World.AddGuild("Large", ada.User, [.. Enumerable.Range(0, 120).Select(i => $"channel-{i}")]);
        rig.Thread.Run(() => Task.WhenAll(guild.Channels.Select(c => rig.Rest.SendMessageAsync(c.Id, new() { Content = "hello" }, None))));
        Assert.All(guild.Channels, c => Assert.Single(c.Messages));
        Assert.Equal(0, rig.Simulator.Rest.InvalidRequests);
    }

    [Theory]
    [InlineData("user", 1)]
    [InlineData("global", 1)]
    [InlineData("shared", 0)]
    public void A_429_waits_as_long_as_it_says_and_counts_unless_shared(string scope, int invalid)
    {
        using var rig = new Rig(thread: Patient);
        var channel = Channel(rig);
        rig.Simulator.Rest.RateLimitNext(TimeSpan.FromSeconds(7.5), scope);
        rig.Thread.Run(async () =>
        {
            var begun = rig.Time.Now;
            Assert.True((await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None)).IsDone);
            Assert.InRange(rig.Time.Now - begun, TimeSpan.FromSeconds(7.5), TimeSpan.FromSeconds(9));
        });
        Assert.Equal(invalid, rig.Simulator.Rest.InvalidRequests);
        Assert.Single(channel.Messages);
    }

    [Fact]
    public void A_429_that_is_not_json_is_obeyed_and_a_long_one_is_given_back()
    {
        using var rig = new Rig(thread: Patient);
        var channel = Channel(rig);
        rig.Thread.Run(async () =>
        {
            rig.Simulator.Rest.AnswerNextWith(new SimResponse(429) { Text = "error code: 1015", Headers = { ["Retry-After"] = "12" } });
            var begun = rig.Time.Now;
            Assert.True((await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None)).IsDone);
            Assert.True(rig.Time.Now - begun >= TimeSpan.FromSeconds(12));

            rig.Simulator.Rest.AnswerNextWith(new SimResponse(429) { Text = "error code: 1015" });
            var given = await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "y" }, None);
            Assert.Equal(TimeSpan.FromMinutes(5), Assert.IsType<RestResult<Message>.NotSent>(given).RetryAfter);
        });
        Assert.Single(channel.Messages);
    }

    [Fact]
    public void A_lost_answer_is_repeated_with_a_nonce_and_unknown_without()
    {
        using var rig = new Rig(thread: Patient);
        var channel = Channel(rig);
        rig.Thread.Run(async () =>
        {
            rig.Simulator.Rest.BreakNext(LineFault.AnswerLost);
            var safe = await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "once", Nonce = "k8Jx2mQ0" }, None);
            Assert.Equal(channel.Messages.Single().Id, safe.OrThrow().Id);

            rig.Simulator.Rest.BreakNext(LineFault.AnswerLost);
            Assert.IsType<RestResult<Message>.Unknown>(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "maybe" }, None));

            rig.Simulator.Rest.BreakNext(LineFault.Refused);
            Assert.True((await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "never left" }, None)).IsDone);

            rig.Simulator.Rest.AnswerNextWith(new SimResponse(502) { Text = "bad gateway" });
            Assert.IsType<RestResult<Message>.Unknown>(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "at the gate" }, None));

            for (var i = 0; i < 4; i++)
                rig.Simulator.Rest.BreakNext(LineFault.Refused);
            Assert.IsType<RestResult<Message>.NotSent>(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "no line" }, None));
        });
        Assert.Equal(["once", "maybe", "never left"], channel.Messages.Select(m => m.Content));
    }

    [Fact]
    public void Deleting_what_an_earlier_try_deleted_is_done()
    {
        using var rig = new Rig(thread: Patient);
        var channel = Channel(rig);
        rig.Thread.Run(async () =>
        {
            var message = (await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None)).OrThrow();
            rig.Simulator.Rest.BreakNext(LineFault.AnswerLost);
            Assert.True((await rig.Rest.DeleteMessageAsync(channel.Id, message.Id, None)).IsDone);
            Assert.Equal(DiscordErrorCode.UnknownMessage, Refused(await rig.Rest.DeleteMessageAsync(channel.Id, message.Id, None)).DiscordCode);
        });
    }

    [Fact]
    public void The_first_401_stops_everything_and_the_token_is_nowhere_to_be_read()
    {
        using var rig = new Rig();
        var channel = Channel(rig);
        const string canary = "canary-7d0b6c1e.wrong.token";
        var log = new List<LogMessage>();
        using var wrong = new DiscordRestClient(new DiscordRestConfig { ApiRoot = rig.Simulator.ApiRoot }, new DiscordToken(canary), rig.Time, new Random(1), rig.Simulator.Handler, log.Add);
        rig.Thread.Run(async () =>
        {
            var first = Refused(await wrong.SendMessageAsync(channel.Id, new() { Content = "x" }, None));
            Assert.Equal(HttpStatusCode.Unauthorized, first.HttpCode);
            var second = Assert.IsType<RestResult<Message>.NotSent>(await wrong.SendMessageAsync(channel.Id, new() { Content = "x" }, None));
            Assert.Single(rig.Simulator.Ledger.Entries);
            Assert.True(wrong.TokenRefused);
            foreach (var text in new[] { first.ToString(), second.ToString(), new DiscordToken(canary).ToString() }.Concat(log.Select(l => l.ToString())))
                Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        });
        var bad = Assert.Throws<ArgumentException>(() => new DiscordToken("canary with blanks"));
        Assert.DoesNotContain("canary", bad.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_permissions_are_refused_with_discords_code_and_not_tried_again()
    {
        using var rig = new Rig();
        var channel = Channel(rig);
        rig.Thread.Run(async () =>
        {
            channel.DeniedToBot = Permission.SendMessages;
            var refused = Refused(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None));
            Assert.Equal((HttpStatusCode.Forbidden, DiscordErrorCode.MissingPermissions), (refused.HttpCode, refused.DiscordCode));
            channel.DeniedToBot = Permission.ViewChannel;
            Assert.Equal(DiscordErrorCode.MissingAccess, Refused(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None)).DiscordCode);
        });
        Assert.Equal(2, rig.Simulator.Ledger.Entries.Count);
    }

    [Fact]
    public void A_bad_form_names_its_fields()
    {
        using var rig = new Rig();
        var channel = Channel(rig);
        rig.Thread.Run(async () =>
        {
            var refused = Refused(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = new string('x', 2001), Embeds = [new Embed { Title = new string('t', 257) }] }, None));
            Assert.Equal(DiscordErrorCode.InvalidFormBody, refused.DiscordCode);
            Assert.Equal(["content", "embeds.0.title"], refused.Errors.Select(e => e.Path));
            Assert.Contains("embeds.0.title", refused.Message, StringComparison.Ordinal);
            Assert.Equal(DiscordErrorCode.CannotSendEmptyMessage, Refused(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = " " }, None)).DiscordCode);
        });
    }

    [Fact]
    public void Too_many_refusals_stop_the_sending_before_discord_blocks_the_address()
    {
        using var rig = new Rig(restConfig: new DiscordRestConfig { ApiRoot = new Uri("http://discord.test/api"), InvalidRequestLimit = 5 }, thread: Patient);
        var channel = Channel(rig);
        channel.DeniedToBot = Permission.SendMessages;
        rig.Thread.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                Refused(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None));
            var stopped = Assert.IsType<RestResult<Message>.NotSent>(await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None));
            Assert.InRange(stopped.RetryAfter!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
            channel.DeniedToBot = Permission.None;
            await rig.PassAsync(stopped.RetryAfter.Value);
            Assert.True((await rig.Rest.SendMessageAsync(channel.Id, new() { Content = "x" }, None)).IsDone);
        });
        Assert.Equal(6, rig.Simulator.Ledger.Entries.Count);
    }

    [Fact]
    public void Everything_sent_says_whom_it_may_ping_and_that_is_nobody()
    {
        using var rig = new Rig();
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];
        var question = ada.Say(channel, "hello");
        rig.Thread.Run(async () =>
        {
            var sent = (await rig.Rest.SendMessageAsync(channel.Id, new() { Content = $"@everyone <@{ada.User.Id}>", MessageReference = MessageReference.ReplyTo(question.Id) }, None)).OrThrow();
            Assert.Equal(question.Id, sent.ReferencedMessage!.Id);
            var change = new MessageProperties { Content = $"<@{ada.User.Id}>", Components = new ComponentBuilder().WithButton(ButtonBuilder.CreateLink("Source", "https://example.org")).Build() };
            (await rig.Rest.ModifyMessageAsync(channel.Id, sent.Id, change, None)).OrThrow();
        });
        Assert.Empty(channel.Messages[^1].Mentions);
        Assert.False(channel.Messages[^1].MentionsEveryone);
        Assert.All(rig.Simulator.Ledger.Entries, e =>
        {
            Assert.Contains("\"allowed_mentions\":{\"parse\":[],\"replied_user\":false}", e.RequestBody, StringComparison.Ordinal);
            Assert.Equal("application/json", e.ContentType);
            Assert.Matches(@"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)$", e.UserAgent);
        });
    }

    [Fact]
    public void Channels_threads_typing_and_direct_messages_work_and_a_closed_door_is_named()
    {
        using var rig = new Rig();
        var ada = rig.Simulator.AddPerson("Ada");
        var channel = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general").Channels[0];
        var question = ada.Say(channel, "hello");
        rig.Thread.Run(async () =>
        {
            Assert.Equal("general", (await rig.Rest.GetChannelAsync(channel.Id, None)).OrThrow().Name);
            Assert.True((await rig.Rest.TriggerTypingAsync(channel.Id, None)).IsDone);
            var thread = (await rig.Rest.CreateThreadAsync(channel.Id, question.Id, "About hello", None)).OrThrow();
            Assert.True(thread.IsThread);
            channel.DeniedToBot = Permission.SendMessages;
            Assert.True((await rig.Rest.SendMessageAsync(thread.Id, new() { Content = "in the thread" }, None)).IsDone);
            var direct = (await rig.Rest.CreateDMChannelAsync(ada.User.Id, None)).OrThrow();
            Assert.True(direct.IsPrivate);
            Assert.Equal(direct.Id, (await rig.Rest.CreateDMChannelAsync(ada.User.Id, None)).OrThrow().Id);
            ada.User.AcceptsDirectMessages = false;
            Assert.Equal(DiscordErrorCode.CannotSendMessageToUser, Refused(await rig.Rest.SendMessageAsync(direct.Id, new() { Content = "x" }, None)).DiscordCode);
            Assert.Equal(DiscordErrorCode.UnknownChannel, Refused(await rig.Rest.GetChannelAsync(99, None)).DiscordCode);
            Assert.Equal(rig.Simulator.World.Bot.Id, (await rig.Rest.GetApplicationInfoAsync(None)).OrThrow().Bot!.Id);
            Assert.Equal(question.Id, (await rig.Rest.GetMessageAsync(channel.Id, question.Id, None)).OrThrow().Id);
        });
        Assert.Single(rig.Simulator.World.Typing);
    }

    private static SimChannel Channel(Rig rig) => rig.Simulator.World.AddGuild("Summit watchers", rig.Simulator.World.AddUser("Ada"), "general").Channels[0];

    private static HttpException Refused<T>(RestResult<T> result) => Assert.IsType<RestResult<T>.Refused>(result).Error;
}
