using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>A made-up pact of countries: a sentence of another holder, another time, another edition or without a name of the kind asked for is no answer.</summary>
public sealed class AnotherKindTests
{
    private static readonly KnowledgeBase Pact = KnownTexts.Of(
        Topic.None with
        {
            Title = "Harbour Pact congress, Tessaly, May 2034",
            Subject = new EntityId("congress"),
            Entities =
            [
                new Entity(new EntityId("congress"), EntityKind.Event, "Harbour Pact congress", ["the congress"], ["congress"]),
                new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], []),
                new Entity(new EntityId("sudmark"), EntityKind.Country, "Sudmark", [], []),
                new Entity(new EntityId("tessaly"), EntityKind.Place, "Tessaly", [], []),
                new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], []),
                new Entity(new EntityId("dahl"), EntityKind.Person, "Olaf Dahl", ["Dahl"], []),
            ],
        },
        ("pact.md", """
        ---
        id: pact-post
        publisher: Pact Post
        title: The harbour pact
        published: 2034-05-04
        language: en
        ---

        Ana Varga proposed that members pay 4 percent of their harbour dues into the fund.

        Of its harbour dues Norland pays 2 percent.

        The members have paid into the harbour fund since 2031, when the pact of Norland and Sudmark began.

        Ana Varga met Olaf Dahl in Arden on 2 May 2034.

        The Harbour Pact congress takes place in Tessaly on 24 May 2034.

        Ana Varga held a concert in Arden, Sudmark, on 3 May 2034, ahead of the Harbour Pact congress.

        The ministers were late for the dinner.
        """));

    [Theory]
    [InlineData("What is Sudmark's share of harbour dues?")]
    [InlineData("What percentage of harbour dues does Sudmark pay?")]
    public void Anothers_figure_is_not_that_of_whom_the_question_names(string question) => Assert.True(Pact.Ask(question, Conversation.New).Abstained);

    [Fact]
    public void The_figure_of_whom_the_question_names_is() =>
        Assert.Equal("2 percent", Assert.IsType<Told>(Pact.Ask("What percentage of harbour dues does Norland pay?", Conversation.New)).Found[0].ValueText);

    [Theory]
    [InlineData("Until when will the members pay into the fund?")]
    [InlineData("In what year is Sudmark expected to pay into the harbour fund?")]
    public void What_has_been_so_since_a_year_tells_no_year_ahead(string question) => Assert.DoesNotContain(Pact.Ask(question, Conversation.New).Statements, statement => statement.ValueText is not null);

    [Fact]
    public void What_has_been_so_since_a_year_tells_since_when_it_is() =>
        Assert.Equal("2031", Assert.IsType<Told>(Pact.Ask("Since when have the members paid into the harbour fund?", Conversation.New)).Found[0].ValueText);

    [Theory]
    [InlineData("What topics did Ana Varga and Olaf Dahl discuss?")]
    [InlineData("What did Varga and Dahl talk about?")]
    public void That_two_met_says_nothing_of_what_they_spoke_of(string question) => Assert.True(Pact.Ask(question, Conversation.New).Abstained);

    [Theory]
    [InlineData("Where will the congress after Tessaly be held?")]
    [InlineData("Where is the congress that follows this one?")]
    [InlineData("Where was the congress before the Harbour Pact congress?")]
    public void The_edition_after_or_before_this_one_is_another(string question) => Assert.True(Pact.Ask(question, Conversation.New).Abstained);

    [Fact]
    public void Another_thing_before_this_edition_is_no_other_edition() =>
        Assert.Contains("Arden", Pact.Ask("Where was the concert before the congress?", Conversation.New).Statements[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Who is the host of the congress?")]
    [InlineData("Who hosts the congress?")]
    public void Who_did_another_thing_ahead_of_it_is_not_its_host(string question) => Assert.True(Pact.Ask(question, Conversation.New).Abstained);

    [Fact]
    public void Which_of_several_people_is_not_told_without_a_name() => Assert.True(Pact.Ask("Which ministers were late for the dinner?", Conversation.New).Abstained);

    [Fact]
    public void Which_of_the_members_is_no_figure() => Assert.DoesNotContain(Pact.Ask("Which of the members pay into the fund?", Conversation.New).Statements, statement => statement.ValueText is not null);
}
