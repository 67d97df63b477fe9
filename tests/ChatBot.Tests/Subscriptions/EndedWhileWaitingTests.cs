using ChatBot.Chat;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>What becomes of news that wait for their hour when one of the ways in which they are followed is ended, or has another hour.</summary>
public sealed class EndedWhileWaitingTests
{
    private const string News = "King Willem-Alexander will host the summit dinner at the Huis ten Bosch palace.";

    [Fact]
    public async Task Why_says_that_what_was_ended_while_it_waited_will_not_be_sent()
    {
        await using var rig = await WaitingAsync();
        await rig.SayAsync("/unsubscribe all");
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why dinner"));
        Assert.Contains("will not be sent: nothing that is still followed here has to do with it", why);
        Assert.DoesNotContain("waits until", why);
        rig.At("2025-06-20T09:00:00Z");
        await rig.DeliverAsync();
        Assert.DoesNotContain("anna", rig.Delivered.Keys);
    }

    [Fact]
    public async Task Of_a_document_with_two_news_why_says_of_each_by_what_it_comes_still()
    {
        await using var rig = await OfTwoNewsAsync();
        await rig.SayAsync("/unsubscribe dinner");
        var all = PlainReplyWriter.WriteText(await rig.SayAsync("/why"));
        Assert.Contains("because you follow “fireworks”", Assert.Single(all.Split('\n'), line => line.Contains("Fireworks", StringComparison.Ordinal)));
        Assert.DoesNotContain("King Willem-Alexander", all);
        var dinner = PlainReplyWriter.WriteText(await rig.SayAsync("/why dinner"));
        Assert.Contains("will not be sent: nothing that is still followed here", Assert.Single(dinner.Split('\n'), line => line.Contains("King Willem-Alexander", StringComparison.Ordinal)));
        Assert.DoesNotContain("Fireworks", dinner);
    }

    [Fact]
    public async Task Of_what_was_sent_by_a_way_that_has_ended_why_says_so_and_not_that_it_came_by_another()
    {
        await using var rig = await OfTwoNewsAsync();
        rig.At("2025-06-20T07:00:00Z");
        await rig.DeliverAsync();
        await rig.SayAsync("/unsubscribe dinner");
        var lines = PlainReplyWriter.WriteText(await rig.SayAsync("/why")).Split('\n');
        Assert.Contains("by a subscription that has ended since", Assert.Single(lines, line => line.Contains("King Willem-Alexander", StringComparison.Ordinal)));
        Assert.Contains("because you follow “fireworks”", Assert.Single(lines, line => line.Contains("Fireworks", StringComparison.Ordinal)));
    }

    [Theory, EachDatabase]
    public async Task Of_two_hours_at_which_the_same_is_due_the_later_tells_it_where_the_earlier_way_was_ended(StoreKind kind)
    {
        await using var rig = await WaitingAsync(kind);
        var why = PlainReplyWriter.WriteText(await rig.SayAsync("/why dinner"));
        Assert.Contains("09:00", why);
        Assert.Contains("10:00", why);
        await rig.SayAsync("/unsubscribe dinner");
        rig.At("2025-06-20T07:00:00Z");
        await rig.DeliverAsync();
        Assert.DoesNotContain("anna", rig.Delivered.Keys);
        rig.At("2025-06-20T08:00:00Z");
        await rig.DeliverAsync();
        Assert.Contains("will host the summit dinner", PlainReplyWriter.WriteText(rig.Delivered["anna"]));
    }

    [Theory, EachDatabase]
    public async Task What_waits_goes_out_at_the_hour_to_which_its_subscription_is_moved(StoreKind kind)
    {
        await using var rig = await OfTwoNewsAsync(kind);
        await rig.SayAsync("/subscribe confirm keywords:dinner daily at 11");
        rig.At("2025-06-20T07:00:00Z");
        await rig.DeliverAsync();
        var atNine = PlainReplyWriter.WriteText(rig.Delivered["anna"]);
        Assert.Contains("Fireworks", atNine);
        Assert.DoesNotContain("King Willem-Alexander", atNine);
        rig.Delivered.Clear();
        rig.At("2025-06-20T09:00:00Z");
        await rig.DeliverAsync();
        var atEleven = PlainReplyWriter.WriteText(rig.Delivered["anna"]);
        Assert.Contains("King Willem-Alexander", atEleven);
        Assert.DoesNotContain("Fireworks", atEleven);
    }

    [Theory, EachDatabase]
    public async Task What_waits_goes_out_at_once_where_its_subscription_is_to_tell_at_once(StoreKind kind)
    {
        await using var rig = await OfTwoNewsAsync(kind);
        await rig.SayAsync("/subscribe confirm keywords:dinner at once");
        rig.At("2025-06-20T05:00:05Z");
        await rig.DeliverAsync();
        Assert.Contains("King Willem-Alexander", PlainReplyWriter.WriteText(rig.Delivered["anna"]));
        rig.Delivered.Clear();
        rig.At("2025-06-20T07:00:00Z");
        await rig.DeliverAsync();
        var atNine = PlainReplyWriter.WriteText(rig.Delivered["anna"]);
        Assert.Contains("Fireworks", atNine);
        Assert.DoesNotContain("King Willem-Alexander", atNine);
    }

    [Fact]
    public async Task What_the_earlier_hour_told_is_not_told_again_at_the_later()
    {
        await using var rig = await WaitingAsync();
        rig.At("2025-06-20T07:00:00Z");
        await rig.DeliverAsync();
        Assert.Contains("will host the summit dinner", PlainReplyWriter.WriteText(rig.Delivered["anna"]));
        rig.Delivered.Clear();
        rig.At("2025-06-20T08:00:00Z");
        await rig.DeliverAsync();
        Assert.DoesNotContain("anna", rig.Delivered.Keys);
    }

    /// <summary>Two pieces of news of one document, followed by one subscription each and due in one message at nine o'clock in The Hague.</summary>
    private static async Task<SubscriberRig> OfTwoNewsAsync(StoreKind kind = StoreKind.Sqlite)
    {
        var rig = await SubscriberRig.OpenAsync(kind);
        rig.At("2025-06-20T05:00:00Z");
        await rig.SayAsync("/subscribe confirm keywords:dinner daily at 9");
        await rig.SayAsync("/subscribe confirm keywords:fireworks daily at 9");
        await rig.ComesInAsync("mail-1", "Dutch Mail", News + "\n\nFireworks will end the summit evening on the beach of Scheveningen.");
        return rig;
    }

    /// <summary>One piece of news that is due at nine and at ten o'clock in The Hague, in two ways.</summary>
    private static async Task<SubscriberRig> WaitingAsync(StoreKind kind = StoreKind.Sqlite)
    {
        var rig = await SubscriberRig.OpenAsync(kind);
        rig.At("2025-06-20T05:00:00Z");
        await rig.SayAsync("/subscribe confirm keywords:dinner daily at 9");
        await rig.SayAsync("/subscribe confirm keywords:palace daily at 10");
        await rig.ComesInAsync("mail-1", "Dutch Mail", News);
        return rig;
    }
}
