using ChatBot.Tests.Telegram;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>Subscriptions, watches and what comes of them, as people in a channel see it.</summary>
public sealed class FollowingTests
{
    [Fact]
    public async Task A_channel_follows_what_its_managers_subscribe_to()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        await bot.AnsweredAsync(ada.Slash(channel, "subscribe", ("to", "Hedda Quist"), ("how", "daily")));
        var preview = await bot.AnsweredAsync(owner.Slash(channel, "subscribe", ("to", "Hedda Quist")));
        await bot.AnsweredAsync(owner.Tap(preview.Original!, "Subscribe"));
        var asked = await bot.AnsweredAsync(owner.Slash(channel, "ask", ("question", "Who painted the quay?")));
        await bot.AnsweredAsync(owner.Tap(asked.Original!, "Tell me when that changes"));
        var listed = await bot.AnsweredAsync(owner.Slash(channel, "subscriptions"));
        await bot.AnsweredAsync(owner.Tap(listed.Original!, "Stop 1"));
        Approved.Equal("subscribing-as-the-manager-sees-it", bot.Server.TranscriptFor(owner, channel));
        Approved.Equal("subscribing-as-another-sees-it", bot.Server.TranscriptFor(ada, channel));
    }

    [Fact]
    public async Task An_answer_that_was_taken_away_is_not_remembered_for_corrections()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        await bot.AnsweredAsync(owner.Slash(channel, "settings", ("what", "corrections on")));
        var asked = bot.Ask(ada, channel, "How many cranes has the quay?");
        await bot.AnsweredAsync(ada.Slash(channel, "ask", ("question", "When does the quay open?")));
        bot.Ask(ada, channel, "What did Quist say?");
        var answers = await bot.AnswersAsync(channel, 4);
        await RememberedAsync(3);
        ada.Delete(asked);
        await RememberedAsync(2);
        await bot.UntilAsync(() => bot.CountAsync("SELECT count(*) FROM answers").GetAwaiter().GetResult() == 2);
        foreach (var answer in answers.Where(answer => !answer.Deleted && !answer.IsEphemeral)) owner.Delete(answer);
        await RememberedAsync(0);

        Task RememberedAsync(int count) => bot.UntilAsync(() => bot.CountAsync("SELECT count(*) FROM shown_answers").GetAwaiter().GetResult() == count);
    }

    [Fact]
    public async Task An_answer_that_has_changed_is_told_anew_where_the_managers_want_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        await bot.AnsweredAsync(ada.Slash(channel, "settings", ("what", "corrections on")));
        await bot.AnsweredAsync(owner.Slash(channel, "settings", ("what", "corrections on")));
        await bot.AnsweredAsync(ada.Slash(channel, "ask", ("question", "When does the quay open?")));
        // Nobody else may learn of this one.
        await bot.AnsweredAsync(ada.Slash(channel, "ask", ("question", "When will the new quay open?"), ("only-for-me", true)));
        var before = channel.Messages.Count;
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), "The new quay of Aldenburg opens on 2 May 2031, the mayor said.");

        await bot.World.WaitForAsync(() => channel.Messages.Count > before ? channel : null, TestContext.Current.CancellationToken);
        Approved.Equal("correction-as-another-sees-it", bot.Server.TranscriptFor(ada, channel));
    }
}
