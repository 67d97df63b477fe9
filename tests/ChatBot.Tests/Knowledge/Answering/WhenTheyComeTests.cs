using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>"And when?" after "will she come?", of invented guests at a made-up fair.</summary>
public sealed class WhenTheyComeTests
{
    private const string Held = "The Sundby Lake Fair will be held in Sundby on 14 June 2033.";

    private static readonly Topic Fair = Topic.None with
    {
        Title = "Sundby Lake Fair, June 2033",
        Subject = new EntityId("fair"),
        Entities =
        [
            new Entity(new EntityId("fair"), EntityKind.Event, "Sundby Lake Fair", ["fair"], ["fair"]),
            new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], []),
            new Entity(new EntityId("sundby"), EntityKind.Place, "Sundby", [], []),
        ],
    };

    [Theory]
    [InlineData("Ana Varga will attend the fair.", "and when?", Held)]
    [InlineData("Ana Varga will attend the fair.", "And where exactly?", Held)]
    [InlineData("Ana Varga will attend the fair, her office said on 2 June.", "when?", Held)]
    [InlineData("Ana Varga will attend the fair on 15 June.", "and when?", "Ana Varga will attend the fair on 15 June.")]
    public void Who_comes_comes_on_the_day_of_the_event_unless_another_is_told(string told, string next, string answer)
    {
        var known = KnownTexts.Of(Fair, ("fair.md", $"---\npublisher: The Sundby Post (invented)\ntitle: The fair\npublished: 2033-06-03\n---\n\n{Held}\n\n{told}\n"));
        var first = known.Ask("Will Ana Varga attend the fair?", Conversation.New);
        Assert.Equal(told, first.Statements[0].Text);
        Assert.Equal(answer, known.Ask(next, Conversation.New.With(first)).Statements[0].Text);
    }

    [Fact]
    public void It_is_shown_what_was_asked_of_the_event()
    {
        var known = KnownTexts.Of(Fair, ("fair.md", $"---\npublisher: The Sundby Post (invented)\ntitle: The fair\n---\n\n{Held}\n\nAna Varga will attend the fair.\n"));
        Assert.Equal("when is the Sundby Lake Fair?", known.Ask("and when?", Conversation.New.With(known.Ask("Will Varga be at the fair?", Conversation.New))).Question.ReadAs);
    }

    [Fact]
    public void Who_stays_away_comes_at_no_time()
    {
        const string Away = "Ana Varga will not attend the fair.";
        var topic = Fair with { Attributes = [new TopicAttribute("attendance", "attendance", null, [EntityKind.Person], AttributeValueKind.YesNo, ["attend"], [], ["attend"], ["not attend"], [], Changes: true)] };
        var known = KnownTexts.Of(topic, ("fair.md", $"---\npublisher: The Sundby Post (invented)\ntitle: The fair\n---\n\n{Held}\n\n{Away}\n"));
        var next = known.Ask("and when?", Conversation.New.With(known.Ask("Will Ana Varga attend the fair?", Conversation.New)));
        Assert.Equal(Away, Assert.IsType<NotKnown>(next).Nearest[0].Text);
    }
}
