using ChatBot.Tests.Telegram;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>A message of news can be asked about by a reply here as well.</summary>
public sealed class AskedAboutNewsTests
{
    [Fact]
    public async Task A_reply_to_news_is_answered_of_what_they_told_after_a_restart_too()
    {
        await using var bot = await RunningBot.StartAsync();
        var owner = bot.Server.AddPerson("Owner");
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        var preview = await bot.AnsweredAsync(owner.Slash(channel, "subscribe", ("to", "everything")));
        await bot.AnsweredAsync(owner.Tap(preview.Original!, "Subscribe"));
        await AnotherProcess.IngestAsync(
            bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5),
            "Hedda Quist said on 4 February 2031 that Ines Oduya is the architect of the new quay.\n\nOtto Brandt said on 5 February 2031 that a ferry to Sweden will start in June 2031.");
        var news = (await bot.AnswersAsync(channel, 3))[^1];
        while (await bot.CountAsync("SELECT count(*) FROM answers WHERE question LIKE 'news %'") == 0) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        await bot.RestartAsync();
        owner.Reply(news, $"{owner.MentionOfBot} who said [2]?");
        await bot.AnswersAsync(channel, 4);
        owner.Reply(news, $"{owner.MentionOfBot} when was [1]?");
        await bot.AnswersAsync(channel, 5);
        Approved.Equal("asked-about-news", bot.Server.TranscriptFor(owner, channel));
    }
}
