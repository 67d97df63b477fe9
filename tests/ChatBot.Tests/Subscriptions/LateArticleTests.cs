using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>An old article that arrives after newer ones: what subscribers and those who watch a question are told.</summary>
public sealed class LateArticleTests
{
    private const string Question = "How many stops does the Brannick line have?";
    private const string Known = "The Brannick line has 14 stops.";
    private const string Old = "The Brannick line has 12 stops.";

    [Theory]
    [InlineData("/subscribe confirm everything")]
    [InlineData("/watch " + Question)]
    public async Task What_an_old_article_says_is_told_with_what_was_said_since(string asked)
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-09T08:00:00Z");
        await rig.ComesInAsync("new", "Gazette", Known, published: new DateOnly(2031, 3, 8));
        await rig.SayAsync(asked);
        await rig.ComesInAsync("old", "Courier", Old, published: new DateOnly(2031, 2, 1));
        Assert.Matches($"{Old}.*\n(.*\n)?.*Said otherwise since: {Known}", Assert.Single(await rig.DeliverAsync()).Text);
    }

    [Fact]
    public async Task What_a_newer_article_says_is_told_with_what_was_said_otherwise()
    {
        await using var rig = await SubscriberRig.OpenAsync(known: BundledNewsTests.Brannick);
        rig.At("2031-03-09T08:00:00Z");
        await rig.ComesInAsync("old", "Courier", Old, published: new DateOnly(2031, 2, 1));
        await rig.SayAsync("/subscribe confirm everything");
        await rig.ComesInAsync("new", "Gazette", Known, published: new DateOnly(2031, 3, 8));
        Assert.DoesNotContain("since", Assert.Single(await rig.DeliverAsync()).Text.Split("Why this")[0]);
    }
}
