using System.Text.RegularExpressions;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>Of what one message tells, nothing stands as new that a later line of it takes back: the latest is told once, with what was said before.</summary>
public sealed class ReversedInOneMessageTests
{
    private const string Wrong = "This was wrong.";
    private const string Bridge = "The bridge of Oster opens on 3 May 2031.";

    [Fact]
    public async Task A_value_that_a_later_document_changes_is_told_there_alone()
    {
        const string Cancels = "Donald Trump will not attend the NATO summit in The Hague, the White House said.";
        const string Comes = "Donald Trump will attend the NATO summit in The Hague after all, the White House said.";
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything daily at 18");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        rig.At("2025-06-20T10:00:00Z");
        await rig.ComesInAsync("courier-1", "Courier", Comes);
        rig.At("2025-06-20T16:00:00Z");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Single(Regex.Matches(told, Regex.Escape(Cancels)));
        Assert.Matches($@"{Regex.Escape(Comes)}[^\n]*\n[^\n]*: {Regex.Escape(Cancels)}", told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sentence_that_only_says_that_another_is_wrong_is_told_with_that_one(bool isAtOnce)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: KnowledgeBase.Build(Topic.None with { Id = "oster" }, []));
        rig.At("2031-03-01T08:00:00Z");
        await rig.SayAsync("/subscribe confirm everything");
        if (!isAtOnce)
        {
            await rig.ComesInAsync("gazette", "Gazette", Bridge);
            await rig.DeliverAsync();
            rig.At("2031-03-01T12:00:00Z");
        }
        await rig.ComesInAsync("gazette", "Gazette", $"{Bridge} {Wrong}");
        var told = Assert.Single(await rig.DeliverAsync()).Text;
        Assert.Matches($@"\*\*Corrected: Gazette[^\n]*\n{Regex.Escape(Wrong)}[^\n]*\nThis is said of: {Regex.Escape(Bridge)}", told);
        Assert.Single(Regex.Matches(told, Regex.Escape(Bridge)));
        Assert.DoesNotContain("New", told);
    }
}
