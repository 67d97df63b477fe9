using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Topics;
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

    /// <summary>A made-up town's page: an event beside another year's, what was only reported, and names that merely stand together.</summary>
    private static readonly KnowledgeBase Town = KnownTexts.Of(
        Topic.None with
        {
            Id = "lantern-fair-2033", Title = "Lantern Fair 2033", Subject = new EntityId("lantern-fair"),
            Entities =
            [
                Named("lantern-fair", EntityKind.Event, "Lantern Fair", "the fair", "Lantern Fair in Sundby"), Named("fair-2028", EntityKind.Event, "Lantern Fair 2028", "2028 Lantern Fair"),
                Named("sundby", EntityKind.Place, "Sundby"), Named("orsa", EntityKind.Place, "Orsa"), Named("elin-moe", EntityKind.Person, "Elin Moe"), Named("jon-tveit", EntityKind.Person, "Jon Tveit"),
            ],
        },
        ("the-post.md", """
        ---
        id: the-post
        publisher: The Post
        title: Guild invites the Orsa choir
        published: 2033-05-01
        language: en
        ---

        The Lantern Fair in Sundby opens on 3 June 2033. Our picture was taken at the 2028 Lantern Fair in Orsa.

        Mayor Elin Moe stressed that repairing the quay in Orsa comes first.

        If the report is accurate, the decision to exclude Jon Tveit would make him absent from the Lantern Fair in Sundby.

        A Lantern Fair without Jon Tveit would be the first since 2010.

        Treasurer Ola Brekke denied the report that the guild opposed the choir.
        """));

    private static Entity Named(string id, EntityKind kind, string name, params string[] aliases) => new(new EntityId(id), kind, name, aliases, []);

    [Theory]
    [InlineData("The fair was in Orsa.", Verdict.Contradicted)]
    [InlineData("The fair was not in Orsa.", Verdict.Supported)]
    [InlineData("Elin Moe said that the Orsa choir is invited.", Verdict.NotFound)]
    [InlineData("Jon Tveit was invited to the fair.", Verdict.NotFound)]
    [InlineData("Jon Tveit was not invited to the fair.", Verdict.Disputed)]
    [InlineData("Jon Tveit was excluded from the fair.", Verdict.Disputed)]
    [InlineData("Jon Tveit is present at the fair.", Verdict.NotFound)]
    [InlineData("Ola Brekke denied the report.", Verdict.Supported)]
    [InlineData("Ola Brekke did not deny the report.", Verdict.Contradicted)]
    [InlineData("Elin Moe has been to Orsa.", Verdict.NotFound)]
    [InlineData("Elin Moe has never been to Orsa.", Verdict.NotFound)]
    public void What_only_stands_beside_a_claim_decides_nothing(string claim, Verdict verdict) => Assert.Equal(verdict, Assert.Single(Town.CheckClaim(claim)).Verdict);

    private static readonly KnowledgeBase Council = KnownTexts.Of(("council.txt", """
        Some councillors called the timetable, by 2040, too slow. Nobody in the council was surprised by the flood, Mayor Tilda Roen said.

        Norland and Sudmark pay for the bridge. The bridge was opened on 4 May 2032.

        Tilda Roen told the Harbour Post: "We will not sell the mill." Ana Varga's criticism of Olav Bergsen did not change her mind.
        """));

    [Theory]
    [InlineData("Some councillors called the timetable too fast.", Verdict.Contradicted)]
    [InlineData("All councillors called the timetable too slow.", Verdict.NotFound)]
    [InlineData("Everybody in the council was surprised by the flood.", Verdict.Contradicted)]
    [InlineData("Norland pays for the bridge.", Verdict.Supported)]
    [InlineData("Only Norland pays for the bridge.", Verdict.NotFound)]
    [InlineData("The bridge was opened before 6 May 2032.", Verdict.Supported)]
    [InlineData("The bridge was opened after 6 May 2032.", Verdict.Contradicted)]
    [InlineData("Tilda Roen said \"We will not sell the mill\".", Verdict.Supported)]
    [InlineData("Tilda Roen said \"We will sell the mill\".", Verdict.NotFound)]
    [InlineData("Olav Bergsen criticised Ana Varga.", Verdict.NotFound)]
    public void How_many_when_and_whose_is_weighed(string claim, Verdict verdict) => Assert.Equal(verdict, Assert.Single(Council.CheckClaim(claim)).Verdict);
}
