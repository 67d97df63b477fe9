using ChatBot.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

public class PolarityTests
{
    [Theory]
    [MemberData(nameof(ContraryPages.Tuned), MemberType = typeof(ContraryPages))]
    public void A_fact_that_turns_a_claim_round_speaks_against_it(string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(ContraryPages.Knowledge.CheckClaim(claim)).Verdict);

    [Theory]
    [MemberData(nameof(ContraryPages.Unseen), MemberType = typeof(ContraryPages))]
    public void Contraries_are_told_where_they_were_not_looked_for(string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(ContraryPages.Knowledge.CheckClaim(claim)).Verdict);

    [Theory]
    [MemberData(nameof(ContraryPages.UnseenOnAnotherPage), MemberType = typeof(ContraryPages))]
    public void Contraries_are_told_on_another_page_too(string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(ContraryPages.AnotherPage.CheckClaim(claim)).Verdict);
}
