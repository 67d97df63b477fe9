using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>An invented festival that people call "the festival", and what documents add to what is known of it.</summary>
internal static class LanternFestival
{
    private const string Cues = "cues: [take place, will be held, is held, opens, open, moved to, postponed to, shortened to, starts]";

    private static readonly Topic Topic = Assert.IsType<TopicReadResult.Read>(TopicReader.Read(
        new Dictionary<string, string>
        {
            ["topic.yaml"] = "title: \"The Sundby Lantern Festival, June 2031\"\ndescription: The festival of Sundby.\nsubject: lantern-festival\n",
            ["entities.yaml"] = """
                entities:
                  - id: lantern-festival
                    kind: event
                    name: Sundby Lantern Festival
                    aliases: [festival]
                  - id: boat-parade
                    kind: event
                    name: Boat Parade
                  - id: sundby
                    kind: place
                    name: Sundby
                  - id: mill-green
                    kind: place
                    name: Mill Green
                  - id: arnholt
                    kind: place
                    name: Arnholt
                  - id: ana-varga
                    kind: person
                    name: Ana Varga
                  - id: tickets
                    kind: thing
                    name: tickets
                """,
            ["attributes.yaml"] = $"""
                attributes:
                  - id: festival.dates
                    label: the dates of the festival
                    entity: lantern-festival
                    value: dates
                    {Cues}
                    changes: true
                  - id: festival.place
                    label: the place of the festival
                    entity: lantern-festival
                    value: place
                    {Cues}
                    changes: true
                  - id: parade.dates
                    label: the date of the parade
                    entity: boat-parade
                    value: dates
                    {Cues}
                    changes: true
                  - id: parade.place
                    label: the place of the parade
                    entity: boat-parade
                    value: place
                    cues: [will be held, moved from]
                    changes: true
                  - id: tickets.price
                    label: what a ticket costs
                    entity: tickets
                    value: quantity
                    units: [euros]
                    cues: [cost, costs]
                    changes: true
                """,
        }, "lantern-2031")).Topic;

    private static readonly string Before = Dated(
        "2031-04-01",
        "The Sundby Lantern Festival will take place from 12 to 15 June 2031 on Mill Green in Sundby, director Ana Varga said. Tickets cost 12 euros. Children under ten enter free of charge. The Boat Parade will take place on 13 June. The organisers expect 40,000 visitors at the Sundby Lantern Festival.");

    /// <summary>What is known, and then what these texts said, a day after each other.</summary>
    public static KnowledgeBase Known(params string[] texts) =>
        KnownTexts.Of(Topic, [("before.md", Before), .. texts.Select((text, i) => ($"known{i}.md", Dated($"2031-04-{i + 2:00}", text)))]);

    /// <summary>What a later document adds to that, sentence by sentence.</summary>
    public static DocumentUpdate Read(string text, params string[] known) => new UpdateReader(Known(known)).Read(Facts(text));

    /// <summary>What a later document says.</summary>
    public static DocumentFacts Facts(string text) => KnownTexts.Of(Topic, ("told.md", Dated("2031-05-02", text))).Documents.Single();

    /// <summary>What is new in the question's answer once a later document has come in; null where nothing is.</summary>
    public static AnswerNews? Watched(string question, string text, params string[] known)
    {
        var before = Known(known);
        var facts = Facts(text);
        return AnswerNews.Between(before.Topic, before.Ask(question, Conversation.New), before.With(facts).Ask(question, Conversation.New), [new UpdateReader(before).Read(facts)]);
    }

    private static string Dated(string day, string text) => $"---\npublisher: Orvik Post (invented)\ntitle: The lanterns\npublished: {day}\n---\n\n{text}\n";
}
