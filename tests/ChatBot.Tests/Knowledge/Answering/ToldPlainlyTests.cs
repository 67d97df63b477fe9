using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>Sentences that answer by their form: counts of all, dimensions, margins, matters that are still open; and whose a figure is.</summary>
public sealed class ToldPlainlyTests
{
    private const string Article = """
        ---
        publisher: The Norvik Courier (invented)
        title: Holm takes the Sundby Lake Race
        published: 2031-08-17
        ---

        Hedda Quist stressed that all 14 Oarunion member clubs would discuss the new quay and how to pay for it.

        Three Oarunion clubs voted against the quay.

        Sundby Lake is a quiet one. It covers 30 square kilometres and is on average 4 metres deep, so that the water warms early.

        A speed limit of six knots will apply in the harbour. The speed limit divides the town.

        Hedda Quist said that Agneta Holm's criticism doesn't change her support for the quay.

        The harbour was dug out to 7 metres in May.

        Agneta Holm won the race. Her boat crossed the line on Saturday 22 seconds ahead of the Snipe, with Otto Brandt at the helm. "I have waited two years for this," Agneta Holm said.

        When the 2032 Lake Race will take place is to be decided in October, Hedda Quist said.

        Whether Tilda Moen can sing on the Saturday was open on Thursday. Tilda Moen sang on Sunday morning in the boathouse.

        Six boats capsized; four sailors were pulled from the water, and nobody was injured.

        The Oarunion has given 8 million euros in aid to Norland since 2029.
        """;

    private static readonly Topic Lake = Topic.None with
    {
        Title = "Lake Race, August 2031",
        Subject = new EntityId("race"),
        Entities =
        [
            new Entity(new EntityId("race"), EntityKind.Event, "Lake Race", ["the race"], []),
            new Entity(new EntityId("union"), EntityKind.Organisation, "Oarunion", [], []),
            new Entity(new EntityId("lake"), EntityKind.Place, "Sundby Lake", ["the lake"], []),
            new Entity(new EntityId("south"), EntityKind.Place, "Southland", [], []),
            new Entity(new EntityId("norland"), EntityKind.Country, "Norland", [], []),
            new Entity(new EntityId("holm"), EntityKind.Person, "Agneta Holm", ["Holm"], []),
            new Entity(new EntityId("moen"), EntityKind.Person, "Tilda Moen", ["Moen"], []),
        ],
    };

    private static readonly Lazy<KnowledgeBase> Known = new(() => KnownTexts.Of(Lake, ("courier.md", Article)));

    [Theory]
    [InlineData("How many members does the Oarunion have?", "14")]
    [InlineData("how deep is the lake", "4 metres")]
    [InlineData("How much did Holm win by", "22 seconds")]
    [InlineData("by how much did Agneta Holm win?", "22 seconds")]
    [InlineData("How much aid has the Oarunion given?", "8 million euros")]
    [InlineData("what's the speed limit", "six knots")]
    [InlineData("who criticised the quay?", "Agneta Holm")]
    public void The_form_of_a_sentence_answers(string question, string value) =>
        Assert.Contains(value, Assert.IsType<Told>(Ask(question)).Found[0].ValueText ?? "", StringComparison.Ordinal);

    [Fact]
    public void What_is_yet_to_be_decided_of_the_next_one_is_the_answer_and_no_day()
    {
        var told = Assert.IsType<Told>(Ask("when is the next lake race"));
        Assert.Contains("to be decided", told.Found[0].Text, StringComparison.Ordinal);
        Assert.Null(told.Found[0].ValueText);
    }

    [Fact]
    public void Whether_somebody_can_tells_no_day_beside_when_they_did()
    {
        var told = Assert.IsType<Told>(Ask("When does Tilda Moen sing?"));
        Assert.Equal("Tilda Moen sang on Sunday morning in the boathouse.", told.Found[0].Text);
    }

    [Theory]
    [InlineData("How many crews withdrew from the race?")]
    [InlineData("How many boats has the Oarunion given to Norland?")]
    [InlineData("Who will pay for the race in 2032?")]
    [InlineData("Why did Holm sell her boat?")]
    [InlineData("Why did Viktor Brack leave Norland?")]
    public void What_has_no_count_no_name_and_no_deed_of_those_asked_for_is_no_answer(string question) => Assert.IsType<NotKnown>(Ask(question));

    [Theory]
    [InlineData("Was anyone injured this year?")]
    [InlineData("was anybody injured")]
    public void That_nobody_was_answers_whether_anyone_was(string question) =>
        Assert.Contains("nobody was injured", Assert.IsType<Told>(Ask(question)).Found[0].Text, StringComparison.Ordinal);

    [Fact]
    public void Whose_plan_is_opposed_is_not_who_opposes_it()
    {
        var known = KnownTexts.Of(Lake, ("courier.txt", "The council of Norvik is opposing Agneta Holm's plan for the quay."));
        Assert.DoesNotContain(known.Ask("who is against the plan for the quay?", Conversation.New).Statements, statement => statement.ValueText is not null);
    }

    [Fact]
    public void What_another_has_given_is_not_what_was_asked_for() => Assert.IsType<NotKnown>(Ask("How much aid has Southland given to Norland?"));

    private static Answer Ask(string question) => Known.Value.Ask(question, Conversation.New);

    [Fact]
    public void The_same_weekday_in_two_papers_is_no_disagreement()
    {
        static (string, string) Paper(int number, string day) => ($"{number}.md", $"---\npublisher: Paper {number} (invented)\ntitle: The gate\npublished: {day}\n---\n\nThe gate of the lake opens on Friday.");
        Assert.IsNotType<Disputed>(KnownTexts.Of(Lake, Paper(1, "2031-08-04"), Paper(2, "2031-08-13")).Ask("When does the gate of the lake open?", Conversation.New));
    }

    [Fact]
    public void What_happened_in_another_year_is_not_told_of_this_years_race()
    {
        var known = KnownTexts.Of(Lake, ("gate.md", "---\npublisher: The Norvik Courier (invented)\ntitle: The gate\npublished: 2031-08-17\n---\n\nThe gate has been a sore point since 2029, when two sailors were hurt."));
        Assert.True(known.Ask("Was anyone hurt in the race?", Conversation.New).Abstained);
    }
}
