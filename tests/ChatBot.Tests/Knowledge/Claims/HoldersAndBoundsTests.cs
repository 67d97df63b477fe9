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

    [Theory]
    [InlineData("Volunteers collected 23 tonnes of paper on Monday. The wardens of the meadow put that down to the rain.", "Volunteers collected 23 tonnes of paper.", Verdict.Supported)]
    [InlineData("Volunteers collected 23 tonnes of paper on Monday. The wardens of the meadow put that down to the rain.", "The wardens collected 23 tonnes of paper.", Verdict.NotFound)]
    public void What_one_kind_of_people_did_is_not_told_of_those_whom_the_sentence_beside_it_names(string text, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(text, claim));

    [Theory]
    [InlineData("Ida Brandt said the 2035 target for the kite tower should come earlier.", "Ida Brandt wants the target for the kite tower earlier than 2035.", Verdict.Supported)]
    [InlineData("Ida Brandt said the kite tower would be built in 2035.", "The kite tower would be built earlier than 2035, said Ida Brandt.", Verdict.Contradicted)]
    public void What_should_come_earlier_than_a_date_is_told_by_that_date_and_the_comparison(string sentence, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(sentence, claim));

    [Fact]
    public void An_invitation_that_was_never_extended_was_not_withdrawn() =>
        Assert.Equal(Verdict.NotFound, VerdictOn("The bakers have not extended an invitation to the smiths.", "The invitation to the smiths was withdrawn."));

    [Theory]
    [InlineData("Ana Varga is the mayor.", Verdict.Contradicted)]
    [InlineData("Otto Lind is the mayor.", Verdict.Supported)]
    [InlineData("Ida Brandt is the mayor.", Verdict.NotFound)]
    public void Who_holds_another_office_does_not_hold_the_one_that_somebody_else_has(string claim, Verdict verdict) =>
        Assert.Equal(verdict, VerdictOn("Harbour master Ana Varga closed the quay. Mayor Otto Lind opened the kite fair. Ida Brandt flew a kite.", claim));

    [Theory]
    [InlineData("The kite fair takes place from 8 to 10 August 2031.", "The kite fair takes place on 8 August 2031 only.", Verdict.Contradicted)]
    [InlineData("The kite fair takes place from 8 to 10 August 2031.", "The kite fair takes place only on 8 August 2031.", Verdict.Contradicted)]
    [InlineData("The kite fair takes place from 8 to 10 August 2031.", "The kite fair takes place just on 9 August 2031.", Verdict.Contradicted)]
    [InlineData("The kite fair takes place from 8 to 10 August 2031.", "The kite fair lasts only one day.", Verdict.Contradicted)]
    [InlineData("The kite fair takes place from 8 to 10 August 2031.", "The kite fair takes place on 8 August 2031.", Verdict.Supported)]
    [InlineData("The kite fair takes place on 8 August 2031.", "The kite fair takes place on 8 August 2031 only.", Verdict.Supported)]
    [InlineData("The kite fair takes place from 8 to 10 August 2031.", "The kite fair takes place only from 8 to 10 August 2031.", Verdict.Supported)]
    public void What_is_said_to_be_on_one_day_alone_is_not_told_by_days_that_have_it(string sentence, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(sentence, claim));

    [Fact]
    public void An_invitation_that_was_given_may_have_been_withdrawn_since() =>
        Assert.Equal(Verdict.NotFound, VerdictOn("The smiths received a formal invitation to the kite fair.", "The invitation to the smiths was withdrawn."));

    [Theory]
    [InlineData("Otto Lind beat Ida Brandt by 41 seconds.", Verdict.Supported)]
    [InlineData("Otto Lind finished 41 seconds ahead of Ida Brandt.", Verdict.Supported)]
    [InlineData("Ida Brandt finished 41 seconds behind Otto Lind.", Verdict.Supported)]
    [InlineData("Ida Brandt lost to Otto Lind.", Verdict.Supported)]
    [InlineData("Ida Brandt was beaten by Otto Lind.", Verdict.Supported)]
    [InlineData("Ida Brandt beat Otto Lind by 41 seconds.", Verdict.Contradicted)]
    [InlineData("Otto Lind beat Ida Brandt by 58 seconds.", Verdict.Contradicted)]
    [InlineData("Otto Lind beat Rosa Falk by 41 seconds.", Verdict.NotFound)]
    public void Who_was_ahead_of_whom_is_told_whichever_way_it_is_turned(string claim, Verdict verdict) =>
        Assert.Equal(verdict, VerdictOn("Otto Lind has won the kite race. His kite crossed the line on Saturday 41 seconds ahead of the favourite, with Ida Brandt on the string. Rosa Falk watched.", claim));

    [Fact]
    public void Who_denied_a_report_rejected_it() =>
        Assert.Equal(Verdict.Supported, VerdictOn("Otto Lind denied the report that the guild opposed the kite race.", "Otto Lind rejected the report."));

    [Theory]
    [InlineData("Otto Lind demanded the keys as a condition for ending the strike.")]
    [InlineData("Otto Lind took part in efforts to end the strike.")]
    public void What_is_aimed_at_was_not_done(string sentence) => Assert.NotEqual(Verdict.Supported, VerdictOn(sentence, "Otto Lind ended the strike."));

    private static Verdict VerdictOn(string sentence, string claim) => Assert.Single(KnownTexts.Of((sentence.StartsWith("---", StringComparison.Ordinal) ? "kites.md" : "kites.txt", sentence)).CheckClaim(claim)).Verdict;
}
