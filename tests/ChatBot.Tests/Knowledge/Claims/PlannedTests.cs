using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>What is to be need not have been.</summary>
public sealed class PlannedTests
{
    [Theory]
    [InlineData("The lantern concert is to be given on the old quay.", "The lantern concert was given on the old quay.", Verdict.NotFound)]
    [InlineData("The lantern concert was given on the old quay.", "The lantern concert was given on the old quay.", Verdict.Supported)]
    [InlineData("The lantern concert will be given on the old quay.", "The lantern concert will be given on the old quay.", Verdict.Supported)]
    public void A_plan_does_not_say_that_it_came_about(string sentence, string claim, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(KnownTexts.Of(("quay.txt", sentence)).CheckClaim(claim)).Verdict);

    [Fact]
    public void Nobody_hurt_is_not_contradicted_by_a_danger_denied() =>
        Assert.Equal(Verdict.NotFound, Assert.Single(KnownTexts.Of(("quay.txt", "Ines Falk denied that the lantern fair had ever been in danger of being cancelled.")).CheckClaim("Nobody was injured at the lantern fair.")).Verdict);
}
