using ChatBot.Chat;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>Who watches a question with many answers hears of each; what was no news is told as that.</summary>
public sealed class WatchedListTests
{
    [Theory]
    [InlineData("Who will attend the summit?")]
    [InlineData("who is coming to the summit")]
    public async Task Who_watches_who_comes_hears_of_whoever_comes_and_of_whoever_comes_no_more(string question)
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/watch " + question);
        await rig.ComesInAsync("gazette-1", "Gazette", "Luc Macrin will attend the NATO summit in The Hague.");
        Assert.Contains("Luc Macrin will attend", Assert.Single(await rig.DeliverAsync()).Text, StringComparison.Ordinal);
        rig.At("2025-06-20T12:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", "Luc Macrin will not attend the NATO summit in The Hague.");
        Assert.Contains("Luc Macrin will not attend", Assert.Single(await rig.DeliverAsync()).Text, StringComparison.Ordinal);
        rig.At("2025-06-20T13:00:00Z");
        await rig.ComesInAsync("courier-2", "Courier", "Police will guard the station of The Hague.");
        Assert.Empty(await rig.DeliverAsync());
    }

    [Fact]
    public async Task Why_tells_of_a_sentence_that_was_no_news_rather_than_of_news_that_share_a_word_with_it()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("gazette-1", "Gazette", "The mayor will open the summit park on Tuesday.");
        await rig.ComesInAsync("gazette-2", "Gazette", "The NATO summit in The Hague will take place on 24–25 June 2025, the Dutch government said.");
        await rig.DeliverAsync();
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why The NATO summit in The Hague will take place on 24–25 June 2025"));
        Assert.Contains("will take place on 24–25 June 2025, the Dutch government said", why, StringComparison.Ordinal);
        Assert.DoesNotContain("park", why, StringComparison.Ordinal);
    }
}
