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

    public static IEnumerable<MeaningCase> Read(string topicFolder, string questions, string documents)
    {
        var topic = TopicFolder.ReadTopic(topicFolder);
        var knowledge = KnowledgeBase.Build(topic, TopicFolder.ReadFacts(documents, new FactExtractor(topic)));
        var number = 0;
        // One question is in one fold, whichever documents it is put to.
        foreach (var line in File.ReadLines(questions))
            if (JsonNode.Parse(line) is JsonObject question && CaseOf(question, knowledge, (topic.Id, $"{questions} on {documents}", number++ % Folds)) is { } made) yield return made;
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
