using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

public class CheckClaimTests
{
    /// <summary>
    /// Known limits: "the group's petition" isn't understood as the group named in the sentence before, and without a topic nothing tells that "the head" of one
    /// body isn't the head of another as well.
    /// </summary>
    private static readonly string[] BeyondUs = ["The council has approved the petition of Clear Water.", "Nora Quist is the head of the Rescue Service."];

    [Theory]
    [MemberData(nameof(InventedPages.Claims), MemberType = typeof(InventedPages))]
    public void A_claim_about_pages_without_a_topic_gets_a_careful_readers_verdict(string claim, Verdict verdict)
    {
        var expected = BeyondUs.Contains(claim) ? Verdict.NotFound : verdict;
        Assert.Equal(expected, Assert.Single(InventedPages.Knowledge.CheckClaim(claim)).Verdict);
    }

    [Theory]
    [MemberData(nameof(InventedPages.Claims), MemberType = typeof(InventedPages))]
    public void Every_deciding_statement_stands_in_its_document(string claim, Verdict verdict)
    {
        var knowledge = InventedPages.Knowledge;
        var decided = knowledge.CheckClaim(claim).SelectMany(c => c.Deciding).ToList();
        Assert.Empty(VerbatimGate.Check(decided, knowledge.Find));
        Assert.True(decided.Count > 0 || verdict == Verdict.NotFound || BeyondUs.Contains(claim));
    }

    [Fact]
    public void A_dispute_shows_both_sides_with_their_sources()
    {
        var claim = Assert.Single(InventedPages.Knowledge.CheckClaim("The regatta ends on 10 August."));
        Assert.Equal("marrow-gazette", Assert.Single(claim.For).Citation.Document.Value);
        Assert.Equal("ostrey-post", Assert.Single(claim.Against).Citation.Document.Value);
        Assert.Equal("8 to 11 August 2031", claim.Against[0].ValueText);
    }

    [Theory]
    [InlineData("Clear Water invited Mara Ellstrom.", Verdict.NotFound)]
    [InlineData("The regatta opens on 8 August.", Verdict.Supported)]
    [InlineData("The regatta opens on 9 August.", Verdict.Contradicted)]
    [InlineData("More than 100 volunteers will be on duty.", Verdict.Supported)]
    [InlineData("Mara Ellstrom lost the last regatta in 2028.", Verdict.Contradicted)]
    [InlineData("Clear Water does not oppose the use of motor boats on the lake.", Verdict.Contradicted)]
    [InlineData("Clear Water does not support the use of motor boats on the lake.", Verdict.Supported)]
    public void Bounds_ends_and_double_turns_are_understood(string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(InventedPages.Knowledge.CheckClaim(claim)).Verdict);

    [Theory]
    [InlineData("Norland invited Sudmark to the talks.", Verdict.Supported)]
    [InlineData("Sudmark was invited to the talks by Norland.", Verdict.Supported)]
    [InlineData("Sudmark invited Norland to the talks.", Verdict.NotFound)]
    public void Doer_and_object_do_not_change_places(string claim, Verdict verdict)
    {
        var knowledge = KnownTexts.Of(("invitation.txt", "Envoys in Norland wrote a letter. On Monday the Norland Council met. The Norland Council said Norland Union invited Sudmark Union to the talks."));
        Assert.Equal(verdict, Assert.Single(knowledge.CheckClaim(claim.Replace("Norland", "Norland Union", StringComparison.Ordinal).Replace("Sudmark", "Sudmark Union", StringComparison.Ordinal))).Verdict);
    }

    [Fact]
    public void What_is_only_possible_does_not_support_a_claim()
    {
        var knowledge = KnownTexts.Of(("plan.txt", "The council could close the old bridge in May. The old mill was closed in April."));
        Assert.Equal(Verdict.NotFound, Assert.Single(knowledge.CheckClaim("The council closed the old bridge in May.")).Verdict);
        Assert.Equal(Verdict.Supported, Assert.Single(knowledge.CheckClaim("The old mill was closed in April.")).Verdict);
    }
}
