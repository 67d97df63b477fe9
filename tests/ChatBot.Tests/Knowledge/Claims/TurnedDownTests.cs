using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>Claims that a sentence decides by "it".</summary>
public sealed class TurnedDownTests
{
    private const string Article = """
        ---
        publisher: The Norvik Courier (invented)
        title: Holm takes the Lake Race
        published: 2031-08-17
        ---

        Six boats capsized; four sailors were pulled from the water, and nobody was injured.

        Brandt's crew lodged a protest against the Snipe over a manoeuvre at the buoy. The jury dismissed it on Sunday after a hearing of ten minutes.

        Rescue has been a sore point since 2027, when two sailors were injured.
        """;

    private static readonly Topic Lake = Topic.None with
    {
        Title = "Lake Race, August 2031",
        Subject = new EntityId("race"),
        Entities = [new Entity(new EntityId("race"), EntityKind.Event, "Lake Race", ["the race"], []), new Entity(new EntityId("snipe"), EntityKind.Thing, "Snipe", [], [])],
    };

    private static readonly Lazy<KnowledgeBase> Known = new(() => KnownTexts.Of(Lake, ("courier.md", Article)));

    [Theory]
    [InlineData("The protest against the Snipe was dismissed", Verdict.Supported)]
    [InlineData("The jury dismissed the protest", Verdict.Supported)]
    [InlineData("The protest against the Snipe was not dismissed", Verdict.Contradicted)]
    [InlineData("Brandt dismissed the protest", Verdict.NotFound)]
    [InlineData("The protest was upheld", Verdict.NotFound)]
    public void What_it_is_that_was_dismissed_stands_in_the_sentence_before(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOf(claim));

    [Fact]
    public void Who_dismisses_a_protest_does_not_deny_that_it_was_lodged() => Assert.Equal(Verdict.Supported, VerdictOf("Brandt's crew lodged a protest"));

    private static Verdict VerdictOf(string claim) => Assert.Single(Known.Value.CheckClaim(claim)).Verdict;
}
