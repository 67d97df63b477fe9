using ChatBot.Knowledge.Claims;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

public class ClaimSplitterTests
{
    [Fact]
    public void Each_sentence_is_a_claim() =>
        Assert.Equal(["The fair is open.", "It rained."], ClaimSplitter.Split("The fair is open. It rained.").Select(c => c.Text));

    [Fact]
    public void Clauses_with_verbs_of_their_own_are_parted_and_share_their_subject()
    {
        var claims = ClaimSplitter.Split("The old bridge was closed in May and will be repaired by June.");
        Assert.Equal(["The old bridge was closed in May", "The old bridge will be repaired by June."], claims.Select(c => c.ReadAs));
    }

    [Theory]
    [InlineData("The summit is in Lund and Varga refused to come.", "The summit is in Lund", "Varga refused to come.")]
    [InlineData("Bergsen spoke in London but the council dropped his plan.", "Bergsen spoke in London", "the council dropped his plan.")]
    [InlineData("Ana Varga opened the fair while Olav Bergsen stayed away.", "Ana Varga opened the fair", "Olav Bergsen stayed away.")]
    [InlineData("The fair was in Lund and it costs 5 euros.", "The fair was in Lund", "The fair costs 5 euros.")]
    [InlineData("Varga came and the summit was moved.", "Varga came", "the summit was moved.")]
    [InlineData("The bridge was closed and the mayor gave no reason.", "The bridge was closed", "the mayor gave no reason.")]
    [InlineData("Norland will give more and Finland stays involved.", "Norland will give more", "Finland stays involved.")]
    public void Clauses_are_parted_at_verbs_of_any_kind(string message, string first, string second) =>
        Assert.Equal([first, second], ClaimSplitter.Split(message).Select(claim => claim.ReadAs));

    [Theory]
    [InlineData("I read that the fair has 31 tents.", "the fair has 31 tents.")]
    [InlineData("someone told me the bridge is closed", "the bridge is closed")]
    [InlineData("The bridge is closed, apparently", "The bridge is closed")]
    [InlineData("I read the new paper.", "I read the new paper.")]
    [InlineData("They say so.", "They say so.")]
    public void What_was_only_heard_is_checked_by_itself(string message, string claim) => Assert.Equal(claim, Assert.Single(ClaimSplitter.Split(message)).ReadAs);

    [Theory]
    [InlineData("France and Spain have signed.")]
    [InlineData("The mayor said the bridge is closed and the mill is open.")]
    [InlineData("Bread and butter is cheap.")]
    [InlineData("Poland and Lithuania welcomed the plan.")]
    [InlineData("The leaders of Poland and Lithuania signed the treaty.")]
    [InlineData("Talks with France and Britain agreed on a plan.")]
    [InlineData("The treaty was signed between France and Germany.")]
    [InlineData("Forces deployed in Poland and Lithuania were praised.")]
    [InlineData("The council thanked the guests and the singers invited to the fair.")]
    [InlineData("The council that met on Monday and Tuesday was new.")]
    [InlineData("Ana Varga met the mayor and members of the council.")]
    [InlineData("The fair has games and music played by bands.")]
    [InlineData("If it rains and Varga comes, the fair is over.")]
    public void What_belongs_together_is_not_parted(string message) => Assert.Equal(message, Assert.Single(ClaimSplitter.Split(message)).Text);

    [Theory]
    [InlineData("Is the bridge open?", ClaimKind.Question)]
    [InlineData("who opened the bridge", ClaimKind.Question)]
    [InlineData("I think the bridge is ugly.", ClaimKind.Opinion)]
    [InlineData("The bridge should be painted.", ClaimKind.Opinion)]
    [InlineData("Ruden said the bridge should be painted.", ClaimKind.Assertion)]
    [InlineData("The bridge is open.", ClaimKind.Assertion)]
    [InlineData("The Great Belt Bridge is open.", ClaimKind.Assertion)]
    [InlineData("The bridge is closed for good.", ClaimKind.Assertion)]
    [InlineData("Great bridge.", ClaimKind.Opinion)]
    [InlineData("A GREAT BRIDGE", ClaimKind.Opinion)]
    public void Questions_and_opinions_are_named_as_such(string message, ClaimKind kind) => Assert.Equal(kind, Assert.Single(ClaimSplitter.Split(message)).Kind);

    [Theory]
    [InlineData("Share now!")]
    [InlineData("Please share this before they delete it")]
    [InlineData("Don't miss the great fair of Lund!")]
    [InlineData("Subscribe!!!")]
    [InlineData("Sign the petition")]
    public void An_appeal_claims_nothing(string appeal)
    {
        Assert.Empty(ClaimSplitter.Split(appeal));
        Assert.Equal("The fair is open.", Assert.Single(ClaimSplitter.Split($"The fair is open. {appeal}")).Text);
    }

    [Theory]
    [InlineData("Share prices in Lund rise.")]
    [InlineData("Watch the Children sends 40 lorries.")]
    [InlineData("Help for Lund arrives on Monday.")]
    [InlineData("Share this because the bridge is closed.")]
    [InlineData("Visit of the mayor to Lund on 3 May.")]
    public void What_begins_like_an_appeal_and_says_something_is_none(string claim) => Assert.Equal(claim, Assert.Single(ClaimSplitter.Split(claim)).Text);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<@123>")]
    public void A_message_without_words_claims_nothing(string message) => Assert.Empty(ClaimSplitter.Split(message));
}
