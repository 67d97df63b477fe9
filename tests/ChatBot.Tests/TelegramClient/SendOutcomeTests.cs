using ChatBot.Simulators.Telegram;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Sending;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class SendOutcomeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stands_in_the_chat_is_sent()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = Started(telegram);
        var outcome = Assert.IsType<SendOutcome.Sent>(await SendAsync(telegram.Client, ann.Id));
        Assert.Equal("hello", outcome.Message.Text);
        Assert.Equal(ann.Id, outcome.Message.Chat.Id);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_or_after_the_work_leaves_it_unknown_and_nothing_is_repeated_unasked()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = Started(telegram);
        foreach (var fault in new Fault[] { new Fault.DropBefore(), new Fault.DropAfter(), new Fault.HalfAnswer(), new Fault.ServerError(),
            new Fault.ServerError(504), new Fault.Garbled() })
        {
            // A pooled connection that was used before is the case in which an HTTP stack may repeat a request by itself.
            await telegram.Client.GetMe(Cancellation);
            telegram.Server.Faults.Next("sendMessage", fault);
            var before = telegram.Server.Ledger.Of("sendMessage").Count;
            Assert.IsType<SendOutcome.Unknown>(await SendAsync(telegram.Client, ann.Id));
            Assert.Equal(before + 1, telegram.Server.Ledger.Of("sendMessage").Count);
        }
        Assert.Equal(3, telegram.Server.Ledger.Of("sendMessage").Count(request => request.WasDone));
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_leaves_it_unknown()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = Started(telegram);
        telegram.Server.Faults.Next("sendMessage", new Fault.Delay(TimeSpan.FromSeconds(30)));
        using var client = telegram.NewClient(timeout: TimeSpan.FromSeconds(2));
        var outcome = Assert.IsType<SendOutcome.Unknown>(await SendAsync(client, ann.Id));
        Assert.IsType<TimeoutException>(outcome.Failure.InnerException);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9")]
    [InlineData("http://no-such-host.invalid")]
    public async Task What_never_reached_a_server_is_provably_not_sent(string address)
    {
        using var client = new TelegramBotClient(new TelegramBotClientOptions("7000001:simulated-token_AbCdEf",
            address) { Timeout = TimeSpan.FromSeconds(5) });
        Assert.IsType<SendOutcome.NotSent>(await SendAsync(client, 1));
    }

    [Fact]
    public async Task A_server_without_tls_is_provably_not_sent()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        using var client = new TelegramBotClient(new TelegramBotClientOptions(telegram.Server.Options.Token,
            "https" + telegram.Server.BaseUrl["http".Length..]));
        Assert.IsType<SendOutcome.NotSent>(await SendAsync(client, 1));
        Assert.Empty(telegram.Server.Ledger.Requests);
    }

    [Fact]
    public async Task Refusals_say_why_in_a_closed_set_of_reasons()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(isFaithful: false);
        var server = telegram.Server;
        var ann = Started(telegram);
        var bob = server.AddPerson("Bob");
        var group = server.AddGroup("Old group", ann, bob);
        ann.AddBot(group);
        var forum = server.AddSupergroup("Forum", isForum: true, ann, bob);
        ann.AddBot(forum);
        var topic = ann.OpenTopic(forum, "Closed");
        ann.CloseTopic(forum, topic);

        Assert.Equal(RefusalReason.ParseError, await ReasonAsync(telegram, new() { ChatId = ann.Id, Text = "<b>open", ParseMode = ParseMode.Html }));
        Assert.Equal(RefusalReason.TextLength, await ReasonAsync(telegram, new() { ChatId = ann.Id, Text = new string('x', 4097) }));
        Assert.Equal(RefusalReason.TextLength, await ReasonAsync(telegram, new() { ChatId = ann.Id, Text = " \n " }));
        Assert.Equal(RefusalReason.ReplyGone, await ReasonAsync(telegram,
            new() { ChatId = ann.Id, Text = "x", ReplyParameters = new() { MessageId = 999 } }));
        Assert.Equal(RefusalReason.ThreadGone, await ReasonAsync(telegram, new() { ChatId = forum.Id, Text = "x", MessageThreadId = 999 }));
        Assert.Equal(RefusalReason.ThreadGone, await ReasonAsync(telegram, new() { ChatId = forum.Id, Text = "x", MessageThreadId = topic.Id }));
        Assert.Equal(RefusalReason.ChatNotFound, await ReasonAsync(telegram, new() { ChatId = 424242, Text = "x" }));
        Assert.Equal(RefusalReason.Blocked, await ReasonAsync(telegram, new() { ChatId = bob.Id, Text = "never started" }));
        bob.Start();
        bob.Block();
        Assert.Equal(RefusalReason.Blocked, await ReasonAsync(telegram, new() { ChatId = bob.Id, Text = "x" }));
        bob.Unblock();
        bob.DeactivateAccount();
        Assert.Equal(RefusalReason.Blocked, await ReasonAsync(telegram, new() { ChatId = bob.Id, Text = "x" }));
        ann.MuteBot(group);
        Assert.Equal(RefusalReason.NoRights, await ReasonAsync(telegram, new() { ChatId = group.Id, Text = "x" }));
        ann.MuteBot(group, muted: false);
        ann.KickBot(forum);
        Assert.Equal(RefusalReason.Kicked, await ReasonAsync(telegram, new() { ChatId = forum.Id, Text = "x" }));
        var now = ann.Migrate(group);
        var migrated = Assert.IsType<SendOutcome.Refused>(await telegram.Client.TrySendMessage(new() { ChatId = group.Id, Text = "x" },
            Cancellation));
        Assert.Equal((RefusalReason.ChatMigrated, now.Id), (migrated.Reason, migrated.MigrateToChatId));
        server.Faults.Next("sendMessage", new Fault.Refusal(429, "Too Many Requests: retry after 17", 17));
        var tooMany = Assert.IsType<SendOutcome.Refused>(await telegram.Client.TrySendMessage(new() { ChatId = ann.Id, Text = "x" }, Cancellation));
        Assert.Equal((RefusalReason.TooManyRequests, TimeSpan.FromSeconds(17)), (tooMany.Reason, tooMany.RetryAfter));
        server.Faults.Next("sendMessage", new Fault.Refusal(400, "Bad Request: something that nobody foresaw"));
        Assert.Equal(RefusalReason.BadRequest, await ReasonAsync(telegram, new() { ChatId = ann.Id, Text = "x" }));
        using var stranger = new TelegramBotClient(new TelegramBotClientOptions("7000001:some-other-token", server.BaseUrl));
        Assert.Equal(RefusalReason.Unauthorized, Assert.IsType<SendOutcome.Refused>(await SendAsync(stranger, ann.Id)).Reason);
    }

    [Fact]
    public void A_429_without_a_number_still_asks_for_a_pause()
    {
        var outcome = Assert.IsType<SendOutcome.Refused>(SendClassification.Of(new ApiRequestException("sendMessage", "Too Many Requests",
            429, null)));
        Assert.Equal(TimeSpan.FromSeconds(1), outcome.RetryAfter);
    }

    private static Person Started(SimulatedTelegram telegram)
    {
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        return ann;
    }

    private static Task<SendOutcome> SendAsync(TelegramBotClient client, long chat) =>
        client.TrySendMessage(new SendMessageRequest { ChatId = chat, Text = "hello" }, Cancellation);

    private static async Task<RefusalReason> ReasonAsync(SimulatedTelegram telegram, SendMessageRequest request) =>
        Assert.IsType<SendOutcome.Refused>(await telegram.Client.TrySendMessage(request, Cancellation)).Reason;
}
