using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>A made-up race: the place in a ranking, where somebody comes from, who somebody is, whom they met and what they said are told by sentences that say so.</summary>
public sealed class WhoAndWhereFromTests
{
    private static readonly Topic Race = Topic.None with
    {
        Title = "Sundby Race, June 2033",
        Subject = new EntityId("race"),
        Entities =
        [
            new Entity(new EntityId("race"), EntityKind.Event, "Sundby Race", ["race"], ["race"]),
            new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], []),
            new Entity(new EntityId("dahl"), EntityKind.Person, "Olaf Dahl", ["Dahl"], []),
            new Entity(new EntityId("holm"), EntityKind.Person, "Ines Holm", ["Holm"], []),
            new Entity(new EntityId("lund"), EntityKind.Place, "Lund", [], []),
            new Entity(new EntityId("arden"), EntityKind.Place, "Arden", [], []),
        ],
    };

    private static readonly KnowledgeBase Known = KnownTexts.Of(Race, ("race.md", """
        ---
        publisher: The Sundby Post (invented)
        title: After the race
        published: 2033-06-02
        ---

        Third was Ines Holm in the junior boat. Olaf Dahl came 33rd and spent a third of the budget.

        Varga denied it. Ana Varga has. Ana Varga, who builds boats for a living, will sail again.

        Ana Varga came second last year, behind Dahl.

        Olaf Dahl of Lund travels to Arden in July.

        The skipper Ines Holm has said that she will stay away from Arden.

        Olaf Dahl denied the report that the club opposed Ana Varga's presence in Arden.

        Ana Varga welcomed Ines Holm at the harbour of Arden. Olaf Dahl's brother Piet mends the sails.
        """));

    [Theory]
    [InlineData("who came third?")]
    [InlineData("who was third?")]
    [InlineData("who finished third?")]
    public void Whoever_came_in_that_place_is_named(string question) => Assert.Equal("Ines Holm", Assert.IsType<Told>(Ask(question)).Statements[0].ValueText);

    [Fact]
    public void Who_came_second_last_year_did_not_come_last() => Assert.IsType<NotKnown>(Ask("who came last?"));

    [Fact]
    public void Who_came_second_last_year_did_so_last_year_only()
    {
        Assert.IsType<NotKnown>(Ask("who came second?"));
        Assert.StartsWith("Ana Varga came second", Assert.IsType<Told>(Ask("who came second last year?")).Statements[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who is Holm's sister?")]
    [InlineData("who is the wife of Ines Holm?")]
    [InlineData("did Holm's brother sail?")]
    public void Whoever_is_named_beside_somebody_is_not_their_kin(string question) => Assert.IsType<NotKnown>(Ask(question));

    [Fact]
    public void Kin_is_told_by_the_word_for_it() => Assert.Contains("brother Piet", Assert.IsType<Told>(Ask("who is Dahl's brother?")).Statements[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Where_somebody_is_from_is_not_where_they_go()
    {
        var answer = Ask("where is Dahl from?");
        Assert.StartsWith("Olaf Dahl of Lund", answer is NotKnown unknown ? unknown.Nearest[0].Text : answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.IsType<NotKnown>(Ask("where is Holm from?"));
    }

    [Theory]
    [InlineData("Who is Varga?")]
    [InlineData("tell me about Varga")]
    public void What_tells_who_somebody_is_leads(string question) => Assert.StartsWith("Ana Varga, who builds boats", Ask(question).Statements[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Did Varga meet Dahl in Arden?")]
    [InlineData("did Varga talk with Dahl in Arden")]
    public void Who_met_is_told_by_no_sentence_without_a_meeting(string question) => Assert.IsType<NotKnown>(Ask(question));

    [Fact]
    public void What_somebody_said_is_not_what_another_said_of_them() => Assert.DoesNotContain("opposed", string.Concat(Known.Ask("what did Varga say about Arden", Conversation.New) is Told told ? told.Found.Select(statement => statement.Text) : []), StringComparison.Ordinal);

    private static Answer Ask(string question) => Known.Ask(question, Conversation.New);
}
