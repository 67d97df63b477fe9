using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>Claims as people write them in chats, about a made-up valley.</summary>
public class ClaimsAsWrittenTests
{
    private static readonly KnowledgeBase Valley = KnownTexts.Of(
        ("courier.md", """
            ---
            title: News of the valley
            published: 2032-05-10
            ---
            The Vorring Post reports that the organisers have struck Ines Falk off their list. If the report is accurate, the decision would make Ines Falk absent from the harvest fair in Vorring.

            If the report is accurate, the decision would make Olav Bergsen absent from the harvest fair in Vorring.
            """),
        ("record.md", """
            ---
            title: The harvest fair
            published: 2032-09-07
            ---
            The harvest fair was held in Vorring from 4 to 6 September 2032. Olav Bergsen attended the harvest fair in Vorring on 5 September 2032.

            Mayor Tilda Roen gave a speech at the Karsten Library on 3 May 2032. Councillor Ana Varga gave an interview to the Vorring Post in June 2032.

            Ana Varga rejected the plan for the tram. Tilda Roen paid a visit to the mill in Lund. Olav Bergsen made a proposal to close the lane. Olav Bergsen held talks with Nils Quist in Ostrey. The mill festival comes amid growing doubts about the trams under Mayor Tilda Roen.

            Tilda Roen's attendance at the harvest fair in Vorring was confirmed in August.
            """));

    [Theory]
    [InlineData("Olav Bergsen was absent from the harvest fair.", Verdict.Contradicted)]
    [InlineData("Olav Bergsen attended the harvest fair.", Verdict.Supported)]
    [InlineData("Ines Falk was absent from the harvest fair.", Verdict.Disputed)]
    [InlineData("Ines Falk was at the harvest fair.", Verdict.NotFound)]
    public void What_follows_if_a_report_is_right_is_no_side_against_what_is_plainly_told(string claim, Verdict verdict) => Assert.Equal(verdict, Checked(claim).Verdict);

    [Theory]
    [InlineData("Tilda Roen spoke at the Karsten Library.", Verdict.Supported)]
    [InlineData("Tilda Roen delivered an address at the Karsten Library.", Verdict.Supported)]
    [InlineData("Tilda Roen held a speech at the Karsten Library.", Verdict.Supported)]
    [InlineData("Tilda Roen visited the mill in Lund.", Verdict.Supported)]
    [InlineData("Olav Bergsen proposed to close the lane.", Verdict.Supported)]
    [InlineData("Olav Bergsen talked with Nils Quist in Ostrey.", Verdict.Supported)]
    [InlineData("Ana Varga proposed to close the lane.", Verdict.NotFound)]
    [InlineData("Ana Varga was interviewed by the Vorring Post.", Verdict.Supported)]
    [InlineData("The Vorring Post interviewed Ana Varga.", Verdict.Supported)]
    [InlineData("Ana Varga spoke at the Karsten Library.", Verdict.NotFound)]
    [InlineData("Ana Varga interviewed the Vorring Post.", Verdict.NotFound)]
    public void A_verb_and_a_noun_that_say_little_apart_are_one_deed(string claim, Verdict verdict)
    {
        var judged = Checked(claim);
        Assert.True(verdict == judged.Verdict, $"{judged.Verdict} {string.Join(" | ", judged.Reasons)}");
    }

    [Theory]
    [InlineData("I think the harvest fair was held in Vorring.", Verdict.Supported)]
    [InlineData("In my view, the harvest fair was held in Lund.", Verdict.Contradicted)]
    [InlineData("If you ask me, the harvest fair was held in Lund", Verdict.Contradicted)]
    [InlineData("the harvest fair was held in Lund imo", Verdict.Contradicted)]
    public void What_is_put_as_an_opinion_and_can_be_settled_is_checked_and_named_as_one(string claim, Verdict verdict)
    {
        var judged = Checked(claim);
        Assert.Equal(verdict, judged.Verdict);
        Assert.True(judged.Claim.IsHeld);
    }

    [Theory]
    [InlineData("I think the harvest fair was a disgrace.")]
    [InlineData("In my view Tilda Roen should resign.")]
    public void What_only_judges_stays_an_opinion(string claim)
    {
        var judged = Checked(claim);
        Assert.Equal((Verdict.NotFound, ClaimKind.Opinion, false), (judged.Verdict, judged.Claim.Kind, judged.Claim.IsHeld));
    }

    [Fact]
    public void He_and_she_behind_an_opinion_mean_whom_that_names()
    {
        var claims = Valley.CheckClaim("Ana Varga is a brilliant woman. She rejected the plan for the tram.");
        Assert.Equal("Ana Varga rejected the plan for the tram.", claims[1].Claim.ReadAs);
        Assert.Equal(Verdict.Supported, claims[1].Verdict);
        Assert.Equal("He rejected the plan.", Valley.CheckClaim("Ana Varga met Olav Bergsen. He rejected the plan.")[1].Claim.ReadAs);
    }

    [Fact]
    public void Who_comes_is_not_told_by_a_sentence_in_which_something_else_does()
    {
        var judged = Checked("Tilda Roen refused to come to the harvest fair.");
        Assert.Equal(Verdict.Contradicted, judged.Verdict);
        Assert.Contains("attendance", judged.Against[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(judged.Against, statement => statement.Text.Contains("amid", StringComparison.Ordinal));
    }

    private static CheckedClaim Checked(string claim) => Assert.Single(Valley.CheckClaim(claim));
}
