using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>One of several values that its document says no more: what those are told who watch the question or were given the answer.</summary>
public sealed class GoneValueTests
{
    private const string Cost = "How much will the bridge at Oster cost?";
    private const string Stops = "How many stops does the line have?";
    private const string Ticket = "How much does a single ticket cost?";

    [Fact]
    public async Task Of_sources_that_disagree_any_that_takes_its_value_back_is_told()
    {
        await using var rig = await OpenAsync(KnowledgeBase.Build(Topic.None with { Id = "oster" }, []), "/watch " + Cost, Bridge(30), Bridge(40), Bridge(50));
        foreach (var gone in new[] { 2, 1 })
        {
            await rig.ComesInAsync($"paper-{gone}", $"Paper {gone}", "The river is cold.");
            Assert.Contains($"no longer says: {Bridge(30 + 10 * gone)}", Assert.Single(await rig.DeliverAsync()).Text);
            rig.At($"2031-03-0{9 - gone}T08:00:00Z");
        }

        static string Bridge(int millions) => $"The bridge at Oster will cost {millions} million euros.";
    }

    [Fact]
    public async Task An_answer_is_not_again_what_it_was_while_another_value_stands_beside_it()
    {
        await using var rig = await OpenAsync(BundledNewsTests.Brannick, "/settings corrections on", Line(12), Line(14), Line(15));
        await rig.AskAsync(Stops);
        await rig.ComesInAsync("paper-2", "Paper 2", "The line is green.");
        await rig.DeliverAsync();
        rig.At("2031-03-05T08:00:00Z");
        await rig.ComesInAsync("paper-3", "Paper 3", Line(16));
        await rig.DeliverAsync();
        rig.At("2031-03-06T08:00:00Z");
        await rig.ComesInAsync("paper-2", "Paper 2", Line(15));
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Contains(Line(16), told);
        Assert.DoesNotContain("again what it was", told);

        static string Line(int stops) => $"The Brannick line will have {stops} stops.";
    }

    [Fact]
    public async Task An_earlier_value_that_is_taken_back_makes_no_other_answer()
    {
        await using var rig = await OpenAsync(BundledNewsTests.Brannick, "/watch " + Ticket, Price(3), Price(4), Price(5));
        await rig.ComesInAsync("paper-1", "Paper 1", "The depot is red.");
        Assert.Empty(await rig.DeliverAsync());
        rig.At("2031-03-05T08:00:00Z");
        await rig.ComesInAsync("paper-2", "Paper 2", "The depot is green.");
        Assert.Matches($"Another answer.*\n.*{Price(3)}.*\n.*no longer says: {Price(5)}", Assert.Single(await rig.DeliverAsync()).Text);

        static string Price(int euros) => $"A single ticket will cost {euros} euros.";
    }

    /// <summary>One document a day; their news are delivered.</summary>
    private static async Task<SubscriberRig> OpenAsync(KnowledgeBase known, string command, params string[] texts)
    {
        var rig = await SubscriberRig.OpenAsync(known: known);
        for (var i = 0; i < texts.Length; i++)
        {
            rig.At($"2031-03-0{i + 1}T08:00:00Z");
            await rig.ComesInAsync($"paper-{i}", $"Paper {i}", texts[i]);
        }
        await rig.SayAsync(command);
        await rig.DeliverAsync();
        rig.At("2031-03-04T08:00:00Z");
        return rig;
    }
}
