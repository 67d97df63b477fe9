using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Sources;

namespace ChatBot.Benchmarks.Meaning;

/// <summary>Cases of a topic's question set: each question says what a right answer holds and which documents it stands in.</summary>
internal static class TopicCases
{
    /// <summary>A mistaken answer costs more than a missing one.</summary>
    private const double UnanswerableWeight = 2.0;

    private const int Folds = 5;

    /// <summary>What a question counts that is put to the topic without its attributes and kinds of questions.</summary>
    private const double UntendedWeight = 0.5;

    /// <summary>A set's cases.</summary>
    /// <param name="topicFolder">The topic's folder.</param>
    /// <param name="questions">The file of questions.</param>
    /// <param name="documents">The folder of documents.</param>
    /// <param name="untended">Whether the topic's attributes and kinds of questions are left out: so a topic looks that nobody has tended yet.</param>
    public static IEnumerable<MeaningCase> Read(string topicFolder, string questions, string documents, bool untended)
    {
        var topic = TopicFolder.ReadTopic(topicFolder);
        if (untended) topic = topic with { Attributes = [], Intents = [] };
        var knowledge = KnowledgeBase.Build(topic, TopicFolder.ReadFacts(documents, new FactExtractor(topic)));
        var number = 0;
        // One question is in one fold, whichever documents it is put to.
        foreach (var line in File.ReadLines(questions))
            if (JsonNode.Parse(line) is JsonObject question && CaseOf(question, knowledge, (topic.Id, $"{questions} on {documents}{(untended ? ", the topic untended" : "")}", number++ % Folds)) is { } made)
                yield return untended ? made with { Weight = made.Weight * UntendedWeight } : made;
    }

    private static MeaningCase? CaseOf(JsonObject question, KnowledgeBase knowledge, (string Group, string Set, int Fold) place)
    {
        var text = (string)question["question"]!;
        if (text.StartsWith('/') || (string?)question["kind"] is "smalltalk" or "injection" or "multi-part" or "multi" or "two-part") return null;
        if (question["all_sources"] is { } all && (bool)all) return null;
        var conversation = Conversation.New;
        foreach (var earlier in question["history"] as JsonArray ?? []) conversation = conversation.With(knowledge.Ask((string)earlier!, conversation));
        var asked = knowledge.Read(text, conversation);
        var ranked = knowledge.Rank(asked);
        var answerable = (bool)question["answerable"]!;
        var alternatives = (question["expect_any"] as JsonArray ?? []).Select(alt => ((JsonArray)alt!).Select(p => new Regex((string)p!, RegexOptions.IgnoreCase | RegexOptions.Singleline)).ToList()).ToList();
        // A mistaken premise is answered by what stands: such a fact is right even though the question has no answer, and the case is left out.
        var expects = alternatives.Count > 0;
        var sources = (question["sources"] as JsonArray ?? []).SelectMany(s => ((string)s!).Split('|')).ToHashSet(StringComparer.Ordinal);
        var right = ranked.Select(r => expects && sources.Contains(r.View.Document.Id.Value) && alternatives.Exists(alt => alt.TrueForAll(p => p.IsMatch(r.View.Fact.Text)))).ToArray();
        return MeaningCase.Of(ranked, right, answerable, answerable ? 1 : UnanswerableWeight, place, MeaningConfidence.ShapeOf(asked));
    }
}
