using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>From a subscription in a chat, by a document that another process stores, to the message in that chat.</summary>
public sealed class SubscriptionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_process_stores_is_read_in_the_chat_that_subscribed()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/subscribe");
        var preview = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        ann.Tap(preview, "Subscribe");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), "Hedda Quist and Otto Brandt chose Ines Oduya as the architect of the new quay of Aldenburg.");

        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        ann.Say("/why");
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        Assert.Contains("Ines Oduya", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
        Assert.Contains("because you follow all news", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
        // That it went out may be written down a moment after it is read.
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM deliveries WHERE state IN (1, 2) AND attempt = 1"));
    }

    [Fact]
    public async Task An_answer_that_has_changed_is_told_anew_where_that_is_wanted()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/settings");
        var settings = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        ann.Tap(settings, "Tell corrections");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        ann.Say("When does the quay open?");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), "The new quay of Aldenburg opens on 2 May 2031, the mayor said.");

        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        // The service may not have taken the new document in yet when it delivers, and then has no passage to show.
        Approved.Equal("correction", bot.Server.Transcript(ann.Private).Replace("[Passage 1] [Passage 2]", "[Passage 2]", StringComparison.Ordinal));
    }
}
