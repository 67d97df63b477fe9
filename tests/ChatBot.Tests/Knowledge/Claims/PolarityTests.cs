using ChatBot.Knowledge.Claims;
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

    private static Verdict Expected(string claim, Verdict verdict) => BeyondUs.Contains(claim) ? Verdict.NotFound : verdict;
}
