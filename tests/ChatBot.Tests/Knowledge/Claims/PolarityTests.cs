using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

public class PolarityTests
{
    /// <summary>Known limits: that what stays low hasn't risen, and that what isn't invited to a gala still tells where that is.</summary>
    private static readonly string[] BeyondUs = ["The river stayed below the old wall in May.", "The gala is in Lervik."];

    [Theory]
    [MemberData(nameof(ContraryPages.Tuned), MemberType = typeof(ContraryPages))]
    public void A_fact_that_turns_a_claim_round_speaks_against_it(string claim, Verdict verdict) =>
        Assert.Equal(Expected(claim, verdict), Assert.Single(ContraryPages.Knowledge.CheckClaim(claim)).Verdict);

    [Theory]
    [MemberData(nameof(ContraryPages.Unseen), MemberType = typeof(ContraryPages))]
    public void Contraries_are_told_where_they_were_not_looked_for(string claim, Verdict verdict) =>
        Assert.Equal(Expected(claim, verdict), Assert.Single(ContraryPages.Knowledge.CheckClaim(claim)).Verdict);

    [Theory]
    [MemberData(nameof(ContraryPages.UnseenOnAnotherPage), MemberType = typeof(ContraryPages))]
    public void Contraries_are_told_on_another_page_too(string claim, Verdict verdict) =>
        Assert.Equal(Expected(claim, verdict), Assert.Single(ContraryPages.AnotherPage.CheckClaim(claim)).Verdict);

    [Theory]
    [MemberData(nameof(ContraryPages.Unseen), MemberType = typeof(ContraryPages))]
    public void No_more_than_two_documents_a_side_decide_each_once(string claim, Verdict verdict)
    {
        var sides = ContraryPages.Knowledge.CheckClaim(claim).SelectMany(c => new[] { c.For, c.Against }).ToList();
        Assert.All(sides, side => Assert.InRange(side.Count, 0, 2));
        Assert.All(sides, side => Assert.Equal(side.Count, side.DistinctBy(s => s.Citation.Document).Count()));
        Assert.Equal(Expected(claim, verdict) != Verdict.NotFound, sides.Exists(side => side.Count > 0));
    }

    [Theory]
    [InlineData("Tilda Moen thinks the 2040 date is too late.", Verdict.Supported)]
    [InlineData("Tilda Moen thinks the 2040 date is too early.", Verdict.Contradicted)]
    [InlineData("Sudmark has had over 100 boats from Norland since 2030, according to the Harbour Post.", Verdict.Supported)]
    [InlineData("Norland moved its focus from the coast to the hills.", Verdict.Supported)]
    [InlineData("Norland moved its focus from the hills to the coast.", Verdict.Contradicted)]
    public void Wishes_and_ways_are_told_from_what_is(string claim, Verdict verdict)
    {
        var knowledge = KnownTexts.Of(("news.md", """
            Tilda Moen said the 2040 date should come earlier.

            According to the Harbour Post, Norland has given more than 100 boats to Sudmark since 2030.

            Norland moved its focus from the coast to the hills.
            """));
        Assert.Equal(verdict, Assert.Single(knowledge.CheckClaim(claim)).Verdict);
    }

    private static Verdict Expected(string claim, Verdict verdict) => BeyondUs.Contains(claim) ? Verdict.NotFound : verdict;
}
