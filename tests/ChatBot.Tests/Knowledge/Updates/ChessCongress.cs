using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>An invented chess congress whose days change, which is cancelled and isn't, and of which papers of two names tell a day after each other.</summary>
internal static class ChessCongress
{
    public const string Planned = "The Velmark Chess Congress will take place from 12 to 20 March 2032 in Velmark.";

    private static readonly Topic Topic = Assert.IsType<TopicReadResult.Read>(TopicReader.Read(
        new Dictionary<string, string>
        {
            ["topic.yaml"] = "title: \"The Velmark Chess Congress, March 2032\"\ndescription: A chess congress.\nsubject: congress\n",
            ["entities.yaml"] = """
                entities:
                  - {id: congress, kind: event, name: Velmark Chess Congress, aliases: [congress]}
                  - {id: simul, kind: event, name: Harbour Simul}
                  - {id: velmark, kind: place, name: Velmark}
                  - {id: brask, kind: place, name: Brask}
                  - {id: concordia-hall, kind: place, name: Concordia Hall}
                  - {id: dorin-halva, kind: person, name: Dorin Halva, aliases: [Dorin]}
                  - {id: players, kind: thing, name: players}
                  - {id: town, kind: organisation, name: Velmark town council, aliases: [the town]}
                """,
            ["attributes.yaml"] = """
                attributes:
                  - {id: congress.dates, label: the dates of the congress, entity: congress, value: dates, cues: [take place, will be held, moved to, postponed to, starts, ends], changes: true}
                  - {id: congress.place, label: the place of the congress, entity: congress, value: place, cues: [take place, will be held, moved to], changes: true}
                  - {id: congress.cancelled, label: whether the congress is cancelled, entity: congress, value: yes-no, cues: [cancelled, called off, go ahead], yes: [been cancelled, is cancelled, called off, have cancelled], no: [not been cancelled, will go ahead], changes: true}
                  - {id: players.count, label: how many players there are, entity: players, value: quantity, units: [players], cues: [players], changes: true}
                """,
        }, "chess-2032")).Topic;

    private static readonly FactExtractor Extractor = new(Topic);

    /// <summary>To learn how the topic is asked of takes longer than anything else.</summary>
    private static readonly KnowledgeBase Nothing = KnowledgeBase.Build(Topic, []);

    /// <summary>What is known once these texts have come in, one a day.</summary>
    public static KnowledgeBase Known(params string[] texts) => Nothing.With([.. texts.Select((text, i) => Document(i, i, text))]);

    /// <summary>What is known from texts, each of the day that stands before it.</summary>
    public static KnowledgeBase OfDays(params (int Day, string Text)[] texts) => Nothing.With([.. texts.Select((text, i) => Document(i, text.Day, text.Text))]);

    /// <summary>The answer once these texts have come in, one a day.</summary>
    public static Answer Ask(string question, params string[] texts) => Known(texts).Ask(question, Conversation.New);

    /// <summary>The sentences of an answer that has changed, in order of time.</summary>
    public static IEnumerable<string> Steps(string question, params string[] texts) => Assert.IsType<Changed>(Ask(question, texts)).Steps.Select(step => step.Statements[0].Text);

    /// <summary>What the last of these texts adds to the others.</summary>
    public static DocumentUpdate Read(params string[] texts) => new UpdateReader(Known(texts[..^1])).Read(Last(texts));

    /// <summary>What is new in the question's answer once the last of these texts has come in; null where nothing is.</summary>
    public static AnswerNews? Watched(string question, params string[] texts)
    {
        var (before, last) = (Known(texts[..^1]), Last(texts));
        return AnswerNews.Between(Topic, before.Ask(question, Conversation.New), before.With(last).Ask(question, Conversation.New), [new UpdateReader(before).Read(last)]);
    }

    /// <summary>The facts of a text.</summary>
    public static DocumentFacts Facts(string text) => Last([text]);

    private static DocumentFacts Last(string[] texts) => Document(texts.Length - 1, texts.Length - 1, texts[^1]);

    private static DocumentFacts Document(int at, int day, string text)
    {
        var file = $"---\npublisher: {(at % 2 == 0 ? "Velmark Post" : "Nordling Echo")} (invented)\ntitle: Notes {at}\npublished: 2032-01-{day + 2:00}\n---\n\n{text}\n";
        var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(file), $"text{at}.md"))).Document;
        return new DocumentFacts(document, Extractor.Extract(document));
    }
}
