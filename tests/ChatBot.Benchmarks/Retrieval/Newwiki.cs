using System.Text.Json;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>A question of the data set with what is right.</summary>
internal sealed record LabelledQuestion(string Id, string Question, string? Document, IReadOnlyList<string> Sentences, bool Answerable);

/// <summary>The data set: paragraphs, sentences, questions.</summary>
internal sealed record Newwiki(IReadOnlyList<CollectionDocument> Documents, IReadOnlyList<CollectionSentence> Sentences, IReadOnlyList<LabelledQuestion> Questions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the three files.</summary>
    public static Newwiki Load(string directory) => new(
        Lines<CollectionDocument>(directory, "newwiki.documents.jsonl"), Lines<CollectionSentence>(directory, "newwiki.sentences.jsonl"),
        Lines<LabelledQuestion>(directory, "newwiki.questions.jsonl"));

    private static List<T> Lines<T>(string directory, string name) =>
        [.. File.ReadLines(Path.Combine(directory, name)).Select(line => JsonSerializer.Deserialize<T>(line, Json) ?? throw new InvalidDataException(name))];
}
