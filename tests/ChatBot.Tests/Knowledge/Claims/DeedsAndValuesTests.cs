using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>A made-up harbour fair: who told, invited and hired whom, which figure has which date, and what is only to come. Nobody and nothing in it exists.</summary>
public class DeedsAndValuesTests
{
    private static readonly KnowledgeBase Harbour = KnownTexts.Of(
        Topic.None with
        {
            Id = "harbour-fair-2033", Title = "Harbour Fair 2033", Subject = new EntityId("harbour-fair"),
            Entities =
            [
                Named("harbour-fair", EntityKind.Event, "Harbour Fair", "the fair"), Named("norland", EntityKind.Country, "Norland"), Named("sudmark", EntityKind.Country, "Sudmark"),
                Named("ostrey", EntityKind.Country, "Ostrey"), Named("harbour-post", EntityKind.Organisation, "Harbour Post", "the Post"), Named("guild", EntityKind.Organisation, "Boatmen's Guild", "the guild"),
                Named("tilda-roen", EntityKind.Person, "Tilda Roen", "Roen"), Named("olav-bergsen", EntityKind.Person, "Olav Bergsen", "Bergsen"),
                Named("lervik", EntityKind.Place, "Lervik"), Named("sundby", EntityKind.Place, "Sundby"),
            ],
        },
        ("post.md", """
        ---
        id: harbour-post
        publisher: The Harbour Post
        title: Before the fair
        published: 2033-05-02
        language: en
        ---

        The Harbour Fair takes place in Sundby on Friday, 3 June 2033.

        Sudmark received an invitation to the fair. Norland warned Ostrey of the storm.

        Tilda Roen told the guild to close the old quay. According to the Harbour Post, Norland hopes for a dry summer.

        Olav Bergsen proposed a levy of 3 percent plus another 2 percent for the pier by 2036.

        Sudmark pays 4 million euros in 2034 and 7 million euros in 2037.

        The gate fee is 5 euros, not 4 as reported. The doors open at 8:30 and not, as planned until now, at 9:00.

        All lamps are to be replaced by December. About 900 guests are expected at the regatta.

        Bergsen's visit to Lervik will be his first after the election. Roen insisted on excluding tram lines for Norland, Sudmark and Ostrey.

        Whether the mill opens again is to be decided in August. The number of stalls fell from 60 to 45.

        Tilda Roen gave a speech in Lervik, ahead of the parade. The parade was held in Sundby.

        Norland and Sudmark have voiced doubts about the new pier. Sudmark said that the dredger hired by Norland is old.
        """));

    [Theory]
    [InlineData("Tilda Roen gave a speech in Lervik ahead of the parade.", Verdict.Supported)]
    [InlineData("Tilda Roen gave a speech in Lervik before the parade.", Verdict.Supported)]
    [InlineData("Tilda Roen gave a speech in Lervik after the parade.", Verdict.NotFound)]
    [InlineData("Tilda Roen gave a speech in Lervik during the parade.", Verdict.NotFound)]
    [InlineData("The parade was held in Sundby after the storm.", Verdict.NotFound)]
    public void What_came_first_has_to_be_told(string claim, Verdict verdict) => Assert.Equal(verdict, Harbour.CheckClaim(claim)[0].Verdict);

    [Fact]
    public void What_should_be_done_by_some_year_is_no_opinion() => Assert.Equal(ClaimKind.Assertion, Harbour.CheckClaim("The pier should be paid by 2036.")[0].Claim.Kind);

    [Fact]
    public void What_a_correction_says_was_written_is_not_so()
    {
        var known = KnownTexts.Of(("fix.md", "---\npublisher: The Post\ntitle: Corrections\n---\nCorrection: In our article of 28 September we wrote that each cabin holds ten passengers. In fact each cabin holds eight passengers."));
        Assert.NotEqual(Verdict.Supported, known.CheckClaim("Each cabin holds ten passengers.")[0].Verdict);
        Assert.Equal(Verdict.Supported, known.CheckClaim("Each cabin holds eight passengers.")[0].Verdict);
    }

    [Theory]
    [InlineData("Sudmark invited Norland to the fair.", Verdict.NotFound)]
    [InlineData("Norland warned Ostrey of the storm.", Verdict.Supported)]
    [InlineData("Ostrey warned Norland of the storm.", Verdict.NotFound)]
    [InlineData("Tilda Roen told the guild to close the old quay.", Verdict.Supported)]
    [InlineData("The guild told Tilda Roen to close the old quay.", Verdict.NotFound)]
    [InlineData("Sudmark hired the dredger.", Verdict.NotFound)]
    [InlineData("Norland voiced doubts about the new pier.", Verdict.Supported)]
    public void Who_does_it_and_to_whom_is_told_apart(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("Norland hopes for a dry summer.", Verdict.Supported)]
    [InlineData("The Harbour Post hopes for a dry summer.", Verdict.NotFound)]
    [InlineData("According to the Harbour Post, Norland hopes for a dry summer.", Verdict.Supported)]
    public void Who_reports_it_is_not_who_does_it(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("Olav Bergsen proposed a levy of 3 percent by 2036.", Verdict.Supported)]
    [InlineData("Olav Bergsen proposed a levy of 3 percent by 2039.", Verdict.Contradicted)]
    [InlineData("Sudmark pays 7 million euros in 2037.", Verdict.Supported)]
    [InlineData("Sudmark pays 7 million euros in 2034.", Verdict.Contradicted)]
    [InlineData("The number of stalls fell from 60 to 45.", Verdict.Supported)]
    public void Each_figure_has_its_own_date(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("The fair is on Friday, 3 June.", Verdict.Supported)]
    [InlineData("The fair is on Monday, 3 June.", Verdict.Contradicted)]
    [InlineData("The fair is on Monday, 3 June 2033.", Verdict.Contradicted)]
    public void The_weekday_fits_the_day(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("The gate fee is 5 euros.", Verdict.Supported)]
    [InlineData("The gate fee is 4 euros.", Verdict.Contradicted)]
    [InlineData("The doors open at 8:30.", Verdict.Supported)]
    [InlineData("The doors open at 9:00.", Verdict.Contradicted)]
    public void A_value_that_is_named_to_be_put_right_is_not_given(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("The lamps were replaced in December.", Verdict.NotFound)]
    [InlineData("1200 guests came to the regatta.", Verdict.NotFound)]
    [InlineData("Olav Bergsen has not been to Lervik since the election.", Verdict.NotFound)]
    [InlineData("The mill opens again in May.", Verdict.NotFound)]
    public void What_is_to_come_or_open_neither_bears_out_nor_denies_what_has_come(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    [Theory]
    [InlineData("Roen wants tram lines for Ostrey.")]
    [InlineData("The parade was called off.")]
    public void What_is_excluded_to_the_end_of_a_list_is_not_wanted_and_what_was_held_was_not_called_off(string claim) =>
        Assert.DoesNotContain(VerdictOn(claim), (Verdict[])[Verdict.Supported, Verdict.Disputed]);

    [Theory]
    [InlineData("It takes place in Sundby, right?", Verdict.Supported)]
    [InlineData("It takes place in Lervik, right?", Verdict.Contradicted)]
    public void It_is_what_the_topic_is_about(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    private static Entity Named(string id, EntityKind kind, string name, params string[] aliases) => new(new EntityId(id), kind, name, aliases, []);

    private static Verdict VerdictOn(string claim) => Assert.Single(Harbour.CheckClaim(claim)).Verdict;
}
