using System.Text.RegularExpressions;
using ChatBot.Simulators.Discord.World;
using ChatBot.Tests.Telegram;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>What is followed in a channel where the bot may not write for a while.</summary>
public sealed class PausedNewsTests
{
    [Fact]
    public async Task News_wait_for_a_missing_right_and_come_in_one_message_when_it_is_given_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var owner = bot.Server.AddPerson("Owner");
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        await bot.AnsweredAsync(owner.Slash(channel, "subscribe", ("to", "confirm everything")));
        channel.DeniedToBot = Permission.SendMessages;
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), "Hedda Quist and Otto Brandt chose Ines Oduya as the architect of the new quay of Aldenburg.");
        var told = Assert.Single(await bot.AnswersAsync(owner.DirectChannel, 1));
        await bot.AnsweredAsync(owner.Slash(channel, "subscriptions"));
        await bot.AnsweredAsync(owner.Slash(channel, "why"));
        await AnotherProcess.IngestAsync(bot.StorePath, "evening-mail", "The Evening Mail", new DateOnly(2031, 2, 6), "The new quay of Aldenburg opens on 2 May 2031, the mayor said.");
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM chats WHERE paused_at IS NOT NULL AND gone_at IS NULL"));

        bot.World.AllowBot(channel);
        await bot.UntilAsync(() => bot.CountAsync("SELECT count(*) FROM deliveries WHERE state = 2").GetAwaiter().GetResult() == 1);
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM deliveries WHERE state <> 2"));
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM chats WHERE paused_at IS NOT NULL"));
        await bot.AnsweredAsync(owner.Slash(channel, "subscriptions"));
        Assert.Single(owner.DirectChannel.Messages);
        Assert.Contains("(Harbour watchers), so the news that is followed there waits", told.Content, StringComparison.Ordinal);
        Approved.Equal("news-that-waited-for-a-right", Regex.Replace(bot.Server.TranscriptFor(owner, channel), "⟨[^⟩]*⟩", "⟨in the reader's zone⟩"));
    }

    [Fact]
    public async Task Who_follows_something_where_the_bot_may_not_write_hears_at_once_which_right_is_missing()
    {
        await using var bot = await RunningBot.StartAsync();
        var owner = bot.Server.AddPerson("Owner");
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        channel.DeniedToBot = Permission.SendMessages;
        await bot.AnsweredAsync(owner.Slash(channel, "watch", ("question", "Who will paint the quay?")));
        await bot.AnsweredAsync(owner.Slash(channel, "subscriptions"));
        var words = bot.Server.TranscriptFor(owner, channel);
        Assert.Contains("But I may not write here by myself: I lack the right “Send Messages”.", words, StringComparison.Ordinal);
        Assert.Contains("Paused: I may not write here by myself, because I lack the right “Send Messages”.", words, StringComparison.Ordinal);
        Assert.Contains("when there is an answer", words, StringComparison.Ordinal);
    }
}
