using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>What is judged rather than told of a made-up lantern fair.</summary>
public sealed class JudgementTests
{
    [Theory]
    [InlineData("Ana Varga's presence at the lantern fair signals the region's engagement on security.", "The lantern fair was a success.")]
    [InlineData("The lantern fair's focus on faster carts follows the failure of the harvest talks to secure a truce.", "The lantern fair was a failure.")]
    [InlineData("The lantern fair's focus on faster carts follows the failure of the harvest talks to secure a truce.", "The lantern fair was a complete success.")]
    public void A_judgement_is_an_opinion_where_no_sentence_says_it_of_the_same_thing(string sentence, string claim)
    {
        var judged = Assert.Single(KnownTexts.Of(("fair.txt", sentence)).CheckClaim(claim));

        Assert.Equal((ClaimKind.Opinion, Verdict.NotFound), (judged.Claim.Kind, judged.Verdict));
    }

    [Theory]
    [InlineData("The lantern fair was a failure.", Verdict.Supported)]
    [InlineData("The lantern fair was a success.", Verdict.Contradicted)]
    [InlineData("The harvest talks were a failure.", Verdict.Supported)]
    public void A_judgement_is_settled_by_a_sentence_that_says_it_or_its_contrary_of_the_same_thing(string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(KnownTexts.Of(("fair.txt", "The lantern fair was a failure. The harvest talks failed.")).CheckClaim(claim)).Verdict);
}
