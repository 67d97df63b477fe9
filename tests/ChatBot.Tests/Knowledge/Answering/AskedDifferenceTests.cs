using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>A made-up ferry: questions for what changed, for what is disputed, and for who says something and who denies it, in whatever form.</summary>
public sealed class AskedDifferenceTests
{
    private static readonly KnowledgeBase Ferry = KnownTexts.Of(
        Topic.None with
        {
            Title = "The ferry of Lomma",
            Subject = new EntityId("ferry"),
            Entities =
            [
                new Entity(new EntityId("ferry"), EntityKind.Thing, "Lomma ferry", ["the ferry", "ferry"], []),
                new Entity(new EntityId("post"), EntityKind.Organisation, "Lomma Post", ["the Post"], []),
                new Entity(new EntityId("herald"), EntityKind.Organisation, "Strand Herald", ["the Herald"], []),
                new Entity(new EntityId("quist"), EntityKind.Person, "Hedda Quist", ["Quist"], []),
            ],
            Attributes =
            [
                new TopicAttribute("ferry.fare", "the fare of the ferry", new EntityId("ferry"), [], AttributeValueKind.Quantity, ["fare"], [], [], [], ["crown", "crowns"], true),
                new TopicAttribute("ferry.closing", "whether the ferry closes", new EntityId("ferry"), [], AttributeValueKind.YesNo, ["close"], [], ["will close"], ["denied"], [], false),
            ],
        },
        ("may.md", """
        ---
        id: may
        publisher: Norland Times
        title: The ferry
        published: 2034-05-04
        language: en
        ---

        The fare of the ferry is 20 crowns.

        The Lomma Post reported that the ferry will close.

        Hedda Quist denied that the ferry will close.

        According to the Strand Herald, the pier has cracks.
        """),
        ("june.md", """
        ---
        id: june
        publisher: Norland Times
        title: The ferry in June
        published: 2034-06-04
        language: en
        ---

        The fare of the ferry is 30 crowns.
        """));

    [Theory]
    [InlineData("How did the fare of the ferry change between May and June?")]
    [InlineData("What changed from May to June concerning the fare of the ferry?")]
    [InlineData("How has the story on the ferry's fare developed?")]
    [InlineData("Did the fare of the ferry change since May?")]
    public void What_changed_is_told_before_and_after(string question) => Assert.Equal(2, Assert.IsType<Changed>(Ferry.Ask(question, Conversation.New)).Steps.Count);

    [Theory]
    [InlineData("Who says that the ferry will close, and who denies it?")]
    [InlineData("The ferry closing: who says so and who denies that?")]
    [InlineData("Is the closing of the ferry disputed?")]
    [InlineData("The ferry closing or not, the papers say different things")]
    public void Both_sides_are_shown_where_both_are_asked_for(string question) => Assert.Equal(2, Assert.IsType<Disputed>(Ferry.Ask(question, Conversation.New)).Sides.Count);

    [Theory]
    [InlineData("Did Quist confirm that?")]
    [InlineData("and did Quist admit it?")]
    [InlineData("Did anybody deny that?")]
    public void Whether_a_report_was_confirmed_is_told_by_its_denial(string question)
    {
        const string First = "What did the Lomma Post report?";
        var told = Ferry.Ask(First, Conversation.New);
        Assert.Contains("will close", told.Statements[0].Text, StringComparison.Ordinal);
        Assert.Contains(Ferry.Ask(question, Conversation.New.With(told, First)).Statements, statement => statement.Text.StartsWith("Hedda Quist denied", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_outlet_reports_is_what_is_said_by_it() =>
        Assert.Contains("cracks", Assert.IsType<Told>(Ferry.Ask("What did the Strand Herald report?", Conversation.New)).Found[0].Text, StringComparison.Ordinal);

    [Fact]
    public void What_two_report_is_what_each_of_them_does()
    {
        var told = Assert.IsType<Told>(Ferry.Ask("What did the Lomma Post and the Strand Herald report?", Conversation.New)).Found;
        Assert.Contains(told, statement => statement.Text.Contains("will close", StringComparison.Ordinal));
        Assert.Contains(told, statement => statement.Text.Contains("cracks", StringComparison.Ordinal));
    }
}
