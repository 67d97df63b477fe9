using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>An invented hill race with a hall in its town, another town, and a fee in a currency that nobody knows; its place has no cues.</summary>
internal static class HillRace
{
    public const string Planned = "The Ravenmoor Hill Race will be held on 14 May 2033 in Ravenmoor.";

    internal static readonly Topic Topic = Assert.IsType<TopicReadResult.Read>(TopicReader.Read(
        new Dictionary<string, string>
        {
            ["topic.yaml"] = "title: \"The Ravenmoor Hill Race, May 2033\"\ndescription: A hill race.\nsubject: race\n",
            ["entities.yaml"] = """
                entities:
                  - {id: race, kind: event, name: Ravenmoor Hill Race, aliases: [hill race, race]}
                  - {id: ravenmoor, kind: place, name: Ravenmoor}
                  - {id: tolbridge, kind: place, name: Tolbridge}
                  - {id: castle-hall, kind: place, name: Castle Hall}
                  - {id: corn-hall, kind: place, name: Corn Hall}
                  - {id: entry-fee, kind: thing, name: entry fee, aliases: [fee]}
                """,
            ["attributes.yaml"] = """
                attributes:
                  - {id: race.dates, label: the date of the race, entity: race, value: dates, cues: [take place, be held], changes: true}
                  - {id: race.place, label: the place of the race, entity: race, value: place, changes: true}
                  - {id: fee.amount, label: the entry fee, entity: entry-fee, value: quantity, units: [crowns], changes: true}
                """,
        }, "race-2033")).Topic;

    private static readonly FactExtractor Extractor = new(Topic);

    private static readonly KnowledgeBase Nothing = KnowledgeBase.Build(Topic, []);

    /// <summary>What is known once these texts have come in, one a day, each from another outlet than the one before.</summary>
    public static KnowledgeBase Known(params string[] texts) => Nothing.With([.. texts.Select(Document)]);

    /// <summary>The answer once these texts have come in.</summary>
    public static Answer Ask(string question, params string[] texts) => Known(texts).Ask(question, Conversation.New);

    /// <summary>What the last of these texts adds to the others.</summary>
    public static DocumentUpdate Read(params string[] texts) => new UpdateReader(Known(texts[..^1])).Read(Document(texts[^1], texts.Length - 1));

    /// <summary>What is new in the question's answer once the last of these texts has come in; null where nothing is.</summary>
    public static AnswerNews? Watched(string question, params string[] texts)
    {
        var (before, last) = (Known(texts[..^1]), Document(texts[^1], texts.Length - 1));
        return AnswerNews.Between(Topic, before.Ask(question, Conversation.New), before.With(last).Ask(question, Conversation.New), [new UpdateReader(before).Read(last)]);
    }

    /// <summary>The facts of a text.</summary>
    public static IReadOnlyList<Fact> Facts(string text) => Document(text, 0).Facts;

    private static DocumentFacts Document(string text, int at)
    {
        var file = $"---\npublisher: {(at % 2 == 0 ? "Moor Gazette" : "Tolbridge Echo")} (invented)\ntitle: Notes {at}\npublished: 2033-03-{at + 2:00}\n---\n\n{text}\n";
        var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(file), $"text{at}.md"))).Document;
        return new DocumentFacts(document, Extractor.Extract(document));
    }
}
