using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Answering;

/// <summary>"Are you sure?" under news of a made-up fair.</summary>
public sealed class DoubtedNewsTests
{
    private const string Comes = "Ana Varga will attend the Kite Fair.";
    private const string StaysAway = "Ana Varga will not attend the Kite Fair.";

    private static readonly KnowledgeBase Known = KnownTexts.Of(
        Topic.None with
        {
            Subject = new EntityId("fair"),
            Entities = [new Entity(new EntityId("fair"), EntityKind.Event, "Kite Fair", ["the fair"], []), new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], [])],
            Attributes = [new TopicAttribute("attendance", "who attends the fair", null, [EntityKind.Person], AttributeValueKind.YesNo, ["fair"], [], ["will attend"], ["will not attend"], [], Changes: true)],
        },
        ("one.md", $"---\npublisher: The Courier (invented)\ntitle: One\npublished: 2033-06-01\n---\n\n{Comes}"),
        ("two.md", $"---\npublisher: The Courier (invented)\ntitle: Two\npublished: 2033-06-03\n---\n\n{StaysAway} The mill was sold."));

    [Fact]
    public void What_was_told_with_what_was_before_it_is_told_again_as_that()
    {
        var changed = Assert.IsType<Changed>(Doubted(StaysAway, Comes));
        Assert.Equal([Comes, StaysAway], changed.Steps.Select(step => step.Statements[0].Text));
        Assert.True(changed.IsAnew);
    }

    [Fact]
    public void Several_news_are_told_again_as_they_were() => Assert.IsType<Told>(Doubted(StaysAway, "The mill was sold."));

    private static Answer Doubted(params string[] told)
    {
        var statements = told.Select(text => Known.Documents.SelectMany(document => document.Facts.Where(fact => fact.Text == text).Select(fact => Statement.From(document.Document, fact))).Single()).ToList();
        return Known.Ask("are you sure?", new Conversation([Known.TurnOfTold(statements)]));
    }
}
