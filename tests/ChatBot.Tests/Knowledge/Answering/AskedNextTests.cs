using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>A made-up fair: a name behind "and" takes the place of its like and of nothing else; things and events are meant by the words that they were last called by.</summary>
public sealed class AskedNextTests
{
    private static readonly Topic Fair = Topic.None with
    {
        Title = "Sundby Lake Fair, June 2033",
        Subject = new EntityId("fair"),
        Entities =
        [
            new Entity(new EntityId("fair"), EntityKind.Event, "Sundby Lake Fair", ["fair"], ["fair"]),
            new Entity(new EntityId("lake"), EntityKind.Place, "Sundby Lake", ["lake"], []),
            new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], []),
            new Entity(new EntityId("dahl"), EntityKind.Person, "Olaf Dahl", ["Dahl"], []),
            new Entity(new EntityId("lund"), EntityKind.Place, "Lund", [], []),
            new Entity(new EntityId("arden"), EntityKind.Place, "Arden", [], []),
        ],
    };

    private static readonly KnowledgeBase Known = KnownTexts.Of(Fair, ("fair.md", """
        ---
        publisher: The Sundby Post (invented)
        title: What the fair needs
        published: 2033-06-02
        ---

        The Sundby Lake Fair will be held on 14 June 2033.

        Ana Varga was in Lund on 1 June 2033. Olaf Dahl was in Arden on 1 June 2033.

        The trams cost the town 38,000 euros. The mill employs 160 people.
        """));

    [Theory]
    [InlineData("Was Varga in Lund?", "and Dahl?", "Was Dahl in Lund?")]
    [InlineData("Was Varga in Lund?", "and Arden?", "Was Varga in Arden?")]
    [InlineData("Was Varga in Lund?", "and Xyrk?", "Was Xyrk in Lund?")]
    public void A_name_takes_the_place_of_its_like(string first, string next, string readAs) => Assert.Equal(readAs, Last(first, next).Question.ReadAs);

    [Fact]
    public void A_person_takes_the_place_of_a_pronoun_and_not_of_a_town() => Assert.Equal("was Dahl in Lund?", Last("Who is Ana Varga?", "was she in Lund?", "and Dahl?").Question.ReadAs);

    [Fact]
    public void A_person_stands_in_no_towns_place() => Assert.Equal("Was the tram in Lund, Dahl?", Last("Was the tram in Lund?", "and Dahl?").Question.ReadAs);

    [Fact]
    public void A_second_name_replaces_the_first_and_joins_nothing() => Assert.Equal("Was the tram in Lund, Varga?", Last("Was the tram in Lund?", "and Dahl?", "and Varga?").Question.ReadAs);

    [Fact]
    public void Things_without_a_name_are_meant_by_what_they_were_called() =>
        Assert.Equal("how many people used the trams?", Last("What did the trams cost?", "how many people used them?").Question.ReadAs);

    [Fact]
    public void An_event_is_asked_of_by_the_name_that_was_used_for_it() => Assert.Equal("why was the fair moved?", Last("When is the fair?", "why was it moved?").Question.ReadAs);

    private static Answer Last(params string[] messages)
    {
        var conversation = Conversation.New;
        foreach (var message in messages) conversation = conversation.With(Known.Ask(message, conversation));
        return conversation.Turns[^1].Answer;
    }
}
