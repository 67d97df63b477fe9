using ChatBot.Knowledge;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

/// <summary>That something took place, and who runs it, has to be told: a sentence that has the names in it isn't enough. A made-up kite fair in a made-up town.</summary>
public sealed class ComingAboutTests
{
    [Theory]
    [InlineData("The council voted to close the Old Yard to carts during the Kite Fair.", "The Kite Fair takes place in the Old Yard.")]
    [InlineData("The storm cost the town its Kite Fair.", "The Kite Fair took place.")]
    [InlineData("The Kite Fair begins at 9 p.m. on Saturday, and entry is free.", "The Kite Fair took place.")]
    [InlineData("Mara Loft took over from Edwin Marl, who left the Kite Fair.", "Edwin Marl runs the Kite Fair.")]
    public void A_sentence_that_only_has_the_names_does_not_tell_it(string sentence, string claim) => Assert.Equal(Verdict.NotFound, VerdictOn(sentence, claim));

    [Theory]
    [InlineData("The concert took place on the raft stage.")]
    [InlineData("The concert was held on the raft stage.")]
    public void What_was_called_off_did_not_take_place_whatever_it_is_called(string claim)
    {
        var topic = Topic.None with
        {
            Entities = [new Entity(new EntityId("concert"), EntityKind.Event, "Ivo Sand's concert", ["the concert"], []), new Entity(new EntityId("ivo-sand"), EntityKind.Person, "Ivo Sand", ["Sand"], [])],
        };
        var knowledge = KnownTexts.Of(topic, ("kites.txt", "Everybody had come for the concert. Ivo Sand's show on Saturday evening was cancelled at 5 p.m. because the raft stage had broken a rope."));

        Assert.NotEqual(Verdict.Supported, Assert.Single(knowledge.CheckClaim(claim)).Verdict);
    }

    [Theory]
    [InlineData("The performance was held on the raft stage.", "The performance took place on the raft stage.")]
    [InlineData("The council opened the Kite Fair in the Old Yard.", "The Kite Fair takes place in the Old Yard.")]
    [InlineData("The Kite Fair ended on Sunday with a feast.", "The Kite Fair took place.")]
    [InlineData("Mara Loft has run the Kite Fair for six years.", "Mara Loft runs the Kite Fair.")]
    public void A_sentence_that_tells_it_does(string sentence, string claim) => Assert.Equal(Verdict.Supported, VerdictOn(sentence, claim));

    [Theory]
    [InlineData("Last year the Kite Fair was held in the Weaving Hall.", "The Kite Fair is held in the Weaving Hall.", Verdict.NotFound)]
    [InlineData("Last year the Kite Fair was held in the Weaving Hall.", "Last year the Kite Fair was held in the Weaving Hall.", Verdict.Supported)]
    [InlineData("As last year, the Kite Fair is held in the Weaving Hall.", "The Kite Fair is held in the Weaving Hall.", Verdict.Supported)]
    public void What_was_last_year_is_not_what_is(string sentence, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(sentence, claim));

    [Theory]
    [InlineData("The paper had written that Loft was going to retire after the fair. Loft denied it.", "Loft is going to retire after the fair.", Verdict.Disputed)]
    [InlineData("Loft is going to retire after the fair. Sand did not deny it.", "Loft is going to retire after the fair.", Verdict.Supported)]
    [InlineData("Sand said that the carts had cost €52,000. Loft denied that.", "The carts cost €52,000.", Verdict.Disputed)]
    [InlineData("Sand said that the carts had cost €52,000. Loft denied that.", "The carts cost €38,000.", Verdict.Disputed)]
    [InlineData("The carts carried 400 guests and cost €52,000. Loft denied that.", "The carts carried 400 guests.", Verdict.Supported)]
    [InlineData("Sand said that the carts had cost €52,000. Loft denied that the fair was late.", "The carts cost €38,000.", Verdict.Contradicted)]
    public void What_the_next_sentence_denies_is_not_settled(string text, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(text, claim));

    [Theory]
    [InlineData("The watch is to avoid any gaps that thieves could use.", "Thieves could use gaps.", Verdict.NotFound)]
    [InlineData("The watch avoided the gaps that thieves could use.", "The watch used the gaps.", Verdict.NotFound)]
    public void What_only_says_which_thing_is_avoided_is_not_denied(string sentence, string claim, Verdict verdict) => Assert.Equal(verdict, VerdictOn(sentence, claim));

    [Fact]
    public void A_word_between_a_verb_and_its_auxiliary_parts_no_subject_from_it() =>
        Assert.Equal(Verdict.Supported, VerdictOn("Swimming in the Mill Pond is nevertheless forbidden until the end of the fair.", "Swimming in the Mill Pond is forbidden until the end of the fair."));

    [Fact]
    public void A_claim_with_a_reason_is_checked_in_its_halves_where_no_page_covers_the_whole()
    {
        var claims = KnownTexts.Of(("kites.txt", "The Kite Fair was postponed by a week. The old winch broke down on Monday.")).CheckClaim("The Kite Fair was postponed because the old winch broke down.");

        Assert.Equal([Verdict.NotFound, Verdict.Supported, Verdict.Supported], claims.Select(claim => claim.Verdict));
        Assert.Equal(["The Kite Fair was postponed", "the old winch broke down"], claims.Skip(1).Select(claim => claim.Claim.Text));
    }

    [Fact]
    public void That_only_one_came_is_not_contradicted_by_a_sentence_on_that_one_alone()
    {
        var knowledge = KnownTexts.Of(
            Topic.None,
            ("first.txt", "Norland has not been invited to the Kite Fair."),
            ("later.txt", "Norland has been invited to the Kite Fair."));

        Assert.Equal(Verdict.NotFound, Assert.Single(knowledge.CheckClaim("Only Norland has been invited to the Kite Fair.")).Verdict);
    }

    private static Verdict VerdictOn(string text, string claim) => Assert.Single(KnownTexts.Of(("kites.txt", text)).CheckClaim(claim)).Verdict;
}
