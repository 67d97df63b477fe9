using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>A made-up lantern fair: claims that add a word to what a page says ("only", "all", "the first"), or take its words for something else. Nobody and nothing in it exists.</summary>
public class AddedWordsTests
{
    private static readonly KnowledgeBase Lantern = KnownTexts.Of(
        Topic.None with
        {
            Id = "lantern-fair-2033", Title = "Lantern Fair 2033", Subject = new EntityId("lantern-fair"),
            Entities =
            [
                new Entity(new EntityId("lantern-fair"), EntityKind.Event, "Lantern Fair", ["the fair"], ["the conference"]),
                new Entity(new EntityId("press-conference"), EntityKind.Event, "Ivo Sand's press conference in Lervik", [], []),
                Named("norland", EntityKind.Country, "Norland"), Named("sudmark", EntityKind.Country, "Sudmark"),
                new Entity(new EntityId("guild-office"), EntityKind.Place, "Guild office", ["office of the guild"], []) { Represents = new EntityId("guild") },
                Named("guild", EntityKind.Organisation, "Lamp Guild", "the guild"), Named("wick-brewery", EntityKind.Organisation, "Wick Brewery"),
                Named("ivo-sand", EntityKind.Person, "Ivo Sand", "Sand"), Named("mara-loft", EntityKind.Person, "Mara Loft", "Loft"),
                Named("lervik", EntityKind.Place, "Lervik"), Named("sundby", EntityKind.Place, "Sundby"),
            ],
        },
        ("post.md", """
        ---
        id: lantern-post
        publisher: The Lantern Post
        title: Before the fair
        published: 2033-05-02
        language: en
        ---

        The Lamp Guild prepares the Lantern Fair in Sundby.

        Guests left the Guild office in Lervik on Monday.

        Ivo Sand held a press conference in Lervik, ahead of the Lantern Fair. Mara Loft gave an interview at the end of the Lantern Fair.

        Mara Loft denied the report that Norland opposed the presence of Ivo Sand.

        Norland doubts the new lamps. Some guests find the tickets too dear.

        Sudmark has a lasting interest in the fair. The fair was postponed by a week.

        In all 151 boats started and 139 finished.

        Ivo Sand demanded the lifting of the toll on lamps. Loft's proposals for ending the strike have raised doubts.

        The word on the quay is that Loft will skip Sundby and sail for the cup.

        Sand announced that the region would pay for a new pontoon.

        The Wick Brewery is interested in a stall at the fair.

        The guild collected more than 100 million euros for the tower.

        Mara Loft proposed a levy of 3 percent of the takings plus another 2 percent by 2036.
        """));

    [Theory]
    [InlineData("The office of the guild is in Sundby.")]
    [InlineData("The Guild office is in Sundby.")]
    public void Where_a_thing_is_is_not_told_by_a_sentence_that_names_whose_it_is_and_the_place(string claim) => Assert.NotEqual(Verdict.Supported, VerdictOn(claim));

    [Fact]
    public void Where_a_thing_is_is_told_by_a_sentence_that_has_it_there() => Assert.Equal(Verdict.Supported, VerdictOn("The office of the guild is in Lervik."));

    [Theory]
    [InlineData("Ivo Sand held the press conference at the end of the fair.")]
    [InlineData("The press conference was held during the fair.")]
    public void A_press_conference_is_not_the_conference(string claim) => Assert.NotEqual(Verdict.Supported, VerdictOn(claim));

    [Fact]
    public void One_word_does_not_both_say_a_thing_and_turn_it_round() => Assert.NotEqual(Verdict.Supported, VerdictOn("Mara Loft supported Norland's opposition to the presence of Ivo Sand."));

    [Theory]
    [InlineData("Norland doubts the new lamps.", true)]
    [InlineData("Norland is the only one that doubts the new lamps.", false)]
    [InlineData("Some guests find the tickets too dear.", true)]
    [InlineData("Most guests find the tickets too dear.", false)]
    [InlineData("All guests find the tickets too dear.", false)]
    [InlineData("All 151 boats finished.", false)]
    [InlineData("In all 151 boats started.", true)]
    [InlineData("The fair was postponed by a week.", true)]
    [InlineData("The fair was postponed by a month.", false)]
    [InlineData("The fair was postponed for the first time.", false)]
    [InlineData("Sudmark has the largest interest in the fair.", false)]
    [InlineData("Norland doubts the new lamps more than Sudmark.", false)]
    [InlineData("The guild collected more than 100 million euros for the tower.", true)]
    [InlineData("The guild collected more than 100 thousand euros for the tower.", false)]
    public void A_word_that_is_added_has_to_be_told(string claim, bool isTold) => Assert.Equal(isTold, VerdictOn(claim) == Verdict.Supported);

    [Theory]
    [InlineData("Ivo Sand lifted the toll on lamps.")]
    [InlineData("Mara Loft ended the strike.")]
    [InlineData("Mara Loft sailed for the cup.")]
    public void What_is_wished_or_to_come_is_not_done(string claim) => Assert.NotEqual(Verdict.Supported, VerdictOn(claim));

    [Theory]
    [InlineData("Ivo Sand wants the toll on lamps lifted.")]
    public void A_wish_is_told_as_one(string claim) => Assert.Equal(Verdict.Supported, VerdictOn(claim));

    [Theory]
    [InlineData("The town will pay for a new pontoon.", Verdict.NotFound)]
    [InlineData("The region will pay for a new pontoon.", Verdict.Supported)]
    [InlineData("The Wick Brewery is the sponsor of the fair.", Verdict.NotFound)]
    public void Who_does_it_has_to_be_told(string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(claim));

    private static Verdict VerdictOn(string claim) => Assert.Single(Lantern.CheckClaim(claim)).Verdict;

    private static Entity Named(string id, EntityKind kind, string name, params string[] aliases) => new(new EntityId(id), kind, name, aliases, []);

    [Theory]
    [InlineData("Mara Loft proposed a levy of 5 percent of the takings by 2036.", Verdict.NotFound)]
    [InlineData("Mara Loft proposed a levy of 6 percent of the takings by 2036.", Verdict.Contradicted)]
    public void What_a_sentence_gives_in_two_parts_does_not_speak_against_their_sum(string claim, Verdict verdict) => Assert.Equal(verdict, Assert.Single(Lantern.CheckClaim(claim)).Verdict);

    [Fact]
    public void A_clause_that_only_echoes_the_verb_of_the_one_before_is_no_claim_of_its_own() =>
        Assert.DoesNotContain(Lantern.CheckClaim("Ivo Sand was not at the Lantern Fair and Mara Loft was."), claim => claim.Verdict == Verdict.Supported);
}
