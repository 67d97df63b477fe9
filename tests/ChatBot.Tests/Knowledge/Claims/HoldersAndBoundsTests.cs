using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>For what a value is given: a made-up kite fair with several prices in one sentence, and dates that bound something.</summary>
public sealed class HoldersAndBoundsTests
{
    [Theory]
    [InlineData("A stall costs €180 for a trader, €60 for a pupil.", "A stall costs €180 for a trader.", Verdict.Supported)]
    [InlineData("A stall costs €180 for a trader, €60 for a pupil.", "A stall costs €60 for a pupil.", Verdict.Supported)]
    [InlineData("A stall costs €180 for a trader, €60 for a pupil.", "A stall costs €60 for a trader.", Verdict.Contradicted)]
    [InlineData("A stall costs €180 for a trader, €60 for a pupil.", "A stall costs €180 for a pupil.", Verdict.Contradicted)]
    [InlineData("The prize money comes to €9,000 in all, of which €2,000 goes to the best kite.", "The best kite gets €9,000.", Verdict.NotFound)]
    [InlineData("The bakers counted 300 guests, and the smiths counted 500 guests.", "The smiths counted 500 guests.", Verdict.Supported)]
    [InlineData("The bakers counted 300 guests, and the smiths counted 500 guests.", "The smiths counted 300 guests.", Verdict.NotFound)]
    [InlineData("Two rescue carts are hired, which brings their number to 14.", "There are 14 rescue carts.", Verdict.Supported)]
    public void Each_figure_is_given_for_its_own_thing(string sentence, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(sentence, claim));

    [Fact]
    public void Another_figure_of_what_somebody_else_does_is_not_against_it() =>
        Assert.Equal(Verdict.NotFound, VerdictOn("Tolman Mills means to leave the fair, two people who know the firm said on Thursday.", "Tolman Mills employs 160 people."));

    [Theory]
    [InlineData("The guild has paid for the kite tower since 2022.", "The guild has paid for the kite tower since 2022.", Verdict.Supported)]
    [InlineData("The guild has paid for the kite tower since 2022.", "The guild paid for the kite tower in 2022.", Verdict.NotFound)]
    [InlineData("The guild has paid for the kite tower since 2022.", "The guild paid for the kite tower until 2022.", Verdict.NotFound)]
    [InlineData("The guild has paid for the kite tower since 2022.", "The guild began to pay for the kite tower in 2022.", Verdict.Supported)]
    [InlineData("The guild has paid for the kite tower since 2022.", "The guild paid for the kite tower in 2025.", Verdict.NotFound)]
    [InlineData("The kite tower will be repaired by 2035.", "The kite tower will be repaired by 2035.", Verdict.Supported)]
    [InlineData("The kite tower will be repaired by 2035.", "The kite tower will be repaired in 2035.", Verdict.NotFound)]
    [InlineData("The kite tower will be repaired by 2035.", "The kite tower will be repaired until 2035.", Verdict.NotFound)]
    [InlineData("Some traders find the new tower, due by 2035, too slow.", "Some traders find the 2035 tower too slow.", Verdict.Supported)]
    public void A_day_that_bounds_something_is_not_the_day_of_it(string sentence, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(sentence, claim));

    [Fact]
    public void A_year_that_something_is_compared_with_is_not_the_year_of_it() =>
        Assert.Equal(Verdict.NotFound, VerdictOn("---\ntitle: The kites\npublished: 2031-05-02\n---\n\nHelpers collected 23 tonnes of paper, less than half of last year's amount.", "Helpers collected 23 tonnes of paper in 2030."));

    private static Verdict VerdictOn(string sentence, string claim) => Assert.Single(KnownTexts.Of((sentence.StartsWith("---", StringComparison.Ordinal) ? "kites.md" : "kites.txt", sentence)).CheckClaim(claim)).Verdict;
}
