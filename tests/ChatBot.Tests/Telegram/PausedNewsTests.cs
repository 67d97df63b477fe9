using System.Text.RegularExpressions;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What is followed in a group where the bot may not write for a while.</summary>
public sealed class PausedNewsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_wait_for_a_missing_right_and_come_in_one_message_once_the_bot_can_answer_again()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Start();
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        var group = bot.Server.AddGroup("Harbour watchers", ann);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        ann.Say("/subscribe confirm everything", group);
        await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        ann.MuteBot(group);
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), "Hedda Quist and Otto Brandt chose Ines Oduya as the architect of the new quay of Aldenburg.");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        await AnotherProcess.IngestAsync(bot.StorePath, "evening-mail", "The Evening Mail", new DateOnly(2031, 2, 6), "The new quay of Aldenburg opens on 2 May 2031, the mayor said.");
        ann.MuteBot(group, muted: false);
        ann.Say("/subscriptions", group);
        await bot.UntilCountAsync(1, "SELECT count(*) FROM deliveries WHERE state = 2");
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM deliveries WHERE state <> 2"));
        await bot.UntilCountAsync(0, "SELECT count(*) FROM chats WHERE paused_at IS NOT NULL OR gone_at IS NOT NULL");
        Assert.Contains("I may not write in “Harbour watchers”, so the news that is followed there waits.", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
        var words = Regex.Replace(bot.Server.Transcript(group), @"\d+ \w+ \d{4} \d\d:\d\d \w+", "WHEN");
        // What is written there shows by itself that it can be.
        Assert.DoesNotContain("Paused", words, StringComparison.Ordinal);
        Assert.Contains("I could not write here for a while. This came meanwhile:", words, StringComparison.Ordinal);
        Assert.Contains("Ines Oduya", words, StringComparison.Ordinal);
        Assert.Contains("2 May 2031", words, StringComparison.Ordinal);
    }
}
