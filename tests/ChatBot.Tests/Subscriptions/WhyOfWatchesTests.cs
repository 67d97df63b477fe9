using ChatBot.Chat;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary><c>/why</c> of what is watched, of messages that tell several things, and in which order it tells.</summary>
public sealed class WhyOfWatchesTests
{
    private const string Question = "Will Trump attend the summit?";
    private const string Cancels = "Donald Trump will not attend the NATO summit in The Hague, the White House said.";
    private const string NotFollowed = "nothing that is followed here has to do with it";

    [Theory, EachDatabase]
    public async Task What_a_watch_would_have_told_while_the_bot_was_blocked_is_said_to_have_found_the_chat_closed(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/watch " + Question);
        rig.At("2025-06-20T09:00:00Z");
        await rig.BlockAsync();
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.DeliverAsync();
        rig.At("2025-06-20T11:00:00Z");
        await rig.UnblockAsync();
        foreach (var asked in new[] { "/why", "/why Trump", "/why White House" })
        {
            var why = PlainReplyWriter.WriteText(await rig.SayAsync(asked));
            Assert.Contains($"**{Question}** – not delivered: this chat was closed to me from", why);
            Assert.DoesNotContain(NotFollowed, why);
        }
    }

    [Fact]
    public async Task A_digest_that_is_yet_to_come_hides_no_watch_that_found_the_chat_closed()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 18");
        await rig.SayAsync("/watch " + Question);
        rig.At("2025-06-20T09:00:00Z");
        await rig.BlockAsync();
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.DeliverAsync();
        rig.At("2025-06-20T11:00:00Z");
        await rig.UnblockAsync();
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why Trump"));
        Assert.Contains("still to come", why);
        Assert.Contains($"**{Question}** – not delivered: this chat was closed to me from", why);
    }

    [Fact]
    public async Task What_came_before_a_question_was_watched_is_said_to_have()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.ComesInAsync("mail-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        rig.At("2025-06-20T09:00:00Z");
        await rig.SayAsync("/watch " + Question);
        Assert.Contains("it came before you watched the question", PlainReplyWriter.WriteText(await rig.SayAsync("/why White House")));
        Assert.Contains(NotFollowed, PlainReplyWriter.WriteText(await rig.SayAsync("/why palace")));
    }

    [Fact]
    public async Task Of_a_document_each_piece_of_news_is_held_against_what_is_followed_by_itself()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.ComesInAsync("mail-1", "Dutch Mail", "Mark Rutte thanked the Dutch police. King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        rig.At("2025-06-20T09:00:00Z");
        await rig.SayAsync("/subscribe confirm entity:mark-rutte");
        Assert.Contains("it came before you subscribed", PlainReplyWriter.WriteText(await rig.SayAsync("/why police")));
        Assert.Contains(NotFollowed, PlainReplyWriter.WriteText(await rig.SayAsync("/why palace")));
        var all = PlainReplyWriter.WriteText(await rig.SayAsync("/why")).Split('\n');
        Assert.Contains("it came before you subscribed", Assert.Single(all, line => line.Contains("police", StringComparison.Ordinal)));
        Assert.Contains(NotFollowed, Assert.Single(all, line => line.Contains("palace", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_button_under_a_message_tells_of_each_piece_by_what_it_came()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm keywords:police");
        await rig.SayAsync("/subscribe confirm keywords:palace");
        await rig.ComesInAsync("mail-1", "Dutch Mail", "Mark Rutte thanked the Dutch police. King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        await rig.DeliverAsync();
        await rig.SayAsync("/unsubscribe police");
        var why = PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], "Why this?")).Split('\n');
        var (police, palace) = (Array.FindIndex(why, line => line.Contains("police", StringComparison.Ordinal)), Array.FindIndex(why, line => line.Contains("palace", StringComparison.Ordinal)));
        Assert.Contains("You got this by a subscription that has ended since.", why[police + 1]);
        Assert.Contains("because you follow “palace”", why[palace + 1]);
    }

    [Fact]
    public async Task What_a_watched_question_tells_in_the_same_message_is_not_one_more_piece_of_news()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/watch " + Question);
        await rig.SayAsync("/subscribe confirm keywords:palace");
        await rig.ComesInAsync("mail-1", "Dutch Mail", Cancels + " King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        await rig.DeliverAsync();
        var told = PlainReplyWriter.WriteText(rig.Delivered["anna"]);
        Assert.Contains("palace", told);
        Assert.Contains("will not attend", told);
        Assert.DoesNotContain("one more piece of news", told);
    }

    [Fact]
    public async Task Every_piece_of_news_of_one_message_is_accounted_for()
    {
        string[] news = ["King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.", "Dutch trams will stop for two hours on the first morning.", "Some 900 journalists have asked for a seat."];
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        rig.At("2025-06-20T09:00:00Z");
        await rig.ComesInAsync("mail-1", "Dutch Mail", string.Join(' ', news));
        await rig.DeliverAsync();
        var why = PlainReplyWriter.WriteText(await rig.TapAsync(rig.Delivered["anna"], "Why this?"));
        Assert.All(news, one => Assert.Contains($"“{one}”", why));
        var list = PlainReplyWriter.WriteText(await rig.SayAsync("/why"));
        Assert.All(news, one => Assert.Contains($"“{one}” – ".Replace("” – ", "”** – ", StringComparison.Ordinal), list));
    }

    [Fact]
    public async Task What_was_sent_last_stands_first_and_what_was_asked_for_before_all_else()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm keywords:dinner weekly on Sunday at 9");
        await rig.SayAsync("/subscribe confirm keywords:trams");
        await rig.ComesInAsync("mail-1", "Dutch Mail", "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.");
        rig.At("2025-06-20T09:00:00Z");
        await rig.ComesInAsync("mail-2", "Dutch Mail", "Dutch trams will stop for two hours on the first summit morning, before a dinner.");
        await rig.DeliverAsync();
        rig.At("2025-06-22T08:00:00Z");
        await rig.DeliverAsync();
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why"));
        Assert.True(why.IndexOf("will host the summit dinner", StringComparison.Ordinal) < why.IndexOf("Dutch trams", StringComparison.Ordinal), why);
        why = PlainReplyWriter.WriteText(await rig.SayAsync("/why summit morning"));
        Assert.True(why.IndexOf("Dutch trams", StringComparison.Ordinal) is >= 0 and var at && (why.IndexOf("will host", StringComparison.Ordinal) is var other && (other < 0 || at < other)), why);
    }
}
