using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>A made-up parade that is said to be cancelled, on a topic that has its day and its cancellation as attributes.</summary>
public sealed class DeniedCancellationTests
{
    private const string Planned = "The Boat Parade will take place on 13 June 2031.";
    private const string Cancelled = "The Boat Parade has been cancelled.";
    private const string Denied = "Ana Varga denied that the Boat Parade has been cancelled.";

    private static readonly EntityId Parade = new("parade");

    private static readonly Topic Topic = ChatBot.Knowledge.Topics.Topic.None with
    {
        Title = "Boat Parade, June 2031",
        Subject = Parade,
        Entities = [new Entity(Parade, EntityKind.Event, "Boat Parade", ["the parade"], []), new Entity(new EntityId("varga"), EntityKind.Person, "Ana Varga", ["Varga"], [])],
        Attributes =
        [
            new TopicAttribute("parade.dates", "the day of the parade", Parade, [], AttributeValueKind.Dates, ["take place"], [], [], [], [], Changes: true),
            new TopicAttribute("parade.cancelled", "whether the parade is cancelled", Parade, [], AttributeValueKind.YesNo, ["cancelled"], [], ["been cancelled", "is cancelled"], ["not been cancelled"], [], Changes: true),
        ],
    };

    [Fact]
    public void Who_watches_when_it_is_is_told_of_the_cancellation_and_then_of_its_denial()
    {
        const string Question = "When is the Boat Parade?";
        var planned = KnownTexts.Of(Topic, Text("one", 1, Planned));
        var cancelled = KnownTexts.Of(Topic, Text("one", 1, Planned), Text("two", 2, Cancelled));
        var denied = KnownTexts.Of(Topic, Text("one", 1, Planned), Text("two", 2, Cancelled), Text("three", 3, Denied));
        Assert.Equal(Cancelled, Told(planned, cancelled, "two")?.After[0].Text);
        Assert.Equal(Denied, Told(cancelled, denied, "three")?.After[0].Text);

        AnswerNews? Told(ChatBot.Knowledge.KnowledgeBase before, ChatBot.Knowledge.KnowledgeBase after, string document) => AnswerNews.Between(
            Topic, before.Ask(Question, Conversation.New), after.Ask(Question, Conversation.New), [new UpdateReader(before).Read(after.Documents.Single(one => one.Document.Id.Value == document))]);
    }

    private static (string, string) Text(string name, int day, string text) => ($"{name}.md", $"---\npublisher: Orvik Post (invented)\ntitle: The parade\npublished: 2031-05-0{day}\n---\n\n{text}\n");
}
