using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Who is at the top of a made-up union, and since when something is so: told by an office of any name, and by "since", not by any name or day.</summary>
public sealed class LeaderAskedTests
{
    private static readonly Topic Fair = Topic.None with
    {
        Title = "Sundby Kite Fair, June 2033",
        Subject = new EntityId("fair"),
        Entities =
        [
            new Entity(new EntityId("fair"), EntityKind.Event, "Sundby Kite Fair", ["fair"], []),
            new Entity(new EntityId("union"), EntityKind.Organisation, "Kite Union", ["union"], []),
            new Entity(new EntityId("post"), EntityKind.Organisation, "Sundby Post", ["Post"], []),
            new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], ["boss of the bakers"]),
            new Entity(new EntityId("lind"), EntityKind.Person, "Otto Lind", ["Lind", "Mayor Otto Lind"], ["the mayor"]),
            new Entity(new EntityId("holm"), EntityKind.Person, "Ines Holm", ["Holm"], []),
        ],
    };

    private static readonly KnowledgeBase Known = KnownTexts.Of(Fair, ("fair.md", """
        ---
        publisher: The Sundby Post (invented)
        title: The fair and its people
        published: 2033-06-02
        ---

        Kite Union chairwoman Ines Holm opened the gate. The union will take responsibility for the tents, Ana Varga told the Post.

        Ana Varga is chief baker. Harbour master Ana Varga welcomed the boats. Mayor Otto Lind cut the ribbon.

        The guild has paid for the tower since 2021. Ines Holm bought a kite on Thursday.
        """));

    [Theory]
    [InlineData("Who is the boss of the Kite Union?")]
    [InlineData("who's in charge of the Kite Union")]
    [InlineData("Who runs the Kite Union?")]
    public void Whoever_is_in_charge_is_who_holds_the_office_at_the_top(string question) =>
        Assert.Contains("Ines Holm", Assert.IsType<Told>(Known.Ask(question, Conversation.New)).Statements[0].ValueText, StringComparison.Ordinal);

    [Fact]
    public void Nobody_is_in_charge_of_what_has_no_office_in_the_documents() => Assert.IsType<NotKnown>(Known.Ask("Who is in charge of the Sundby Post?", Conversation.New));

    [Theory]
    [InlineData("Ana Varga is the mayor.", Verdict.Contradicted)]
    [InlineData("Otto Lind is the mayor.", Verdict.Supported)]
    public void An_office_that_is_part_of_a_listed_name_is_held_by_who_has_the_name(string claim, Verdict verdict) => Assert.Equal(verdict, Assert.Single(Known.CheckClaim(claim)).Verdict);

    [Fact]
    public void Who_held_an_office_before_somebody_is_never_that_person()
    {
        Assert.True(Known.Ask("Who was the mayor before Otto Lind?", Conversation.New).Abstained);
        var told = KnownTexts.Of(Fair, ("fair.txt", "Mayor Otto Lind cut the ribbon. Mona Ek was the mayor before Otto Lind."));
        Assert.Contains("Mona Ek", told.Ask("Who was the mayor before Otto Lind?", Conversation.New).Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_figure_of_another_kind_is_a_budget() =>
        Assert.True(KnownTexts.Of(Fair, ("fair.txt", "Otto Lind put the worth of the Kite Union at 5 million euros.")).Ask("What's the budget of the Kite Union?", Conversation.New).Abstained);

    [Fact]
    public void Since_when_is_told_by_since() =>
        Assert.Equal("2021", Assert.IsType<Told>(Known.Ask("When did the guild start paying for the tower?", Conversation.New)).Statements[0].ValueText);

    [Fact]
    public void How_long_something_has_been_so_is_told_by_since() =>
        Assert.Equal("2021", Assert.IsType<Told>(Known.Ask("How long has the guild paid for the tower?", Conversation.New)).Statements[0].ValueText);

    [Fact]
    public void Since_when_is_not_told_by_another_day() => Assert.IsType<NotKnown>(Known.Ask("Since when has Ines Holm been chairwoman?", Conversation.New));
}
