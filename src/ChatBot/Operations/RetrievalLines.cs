using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Operations;

/// <summary>One line of a file of plain questions.</summary>
internal sealed record RetrievalQuestion(string Id, string Question);

/// <summary>One line of a file of what was found.</summary>
internal sealed record RetrievalLine(
    string Id, IReadOnlyList<string> Documents, IReadOnlyList<double> Scores, string? Sentence, double SentenceScore, double Confidence, double Micros)
{
    public static RetrievalLine Of(string id, CollectionResult found) => new(
        id, found.Documents, [.. found.Scores.Select(score => Math.Round(score, 4))], found.Sentence, Math.Round(found.SentenceScore, 4),
        Math.Round(found.Confidence, 4), Math.Round(found.Micros, 1));
}

/// <summary>JSON of the files of <c>chatbot retrieve</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(CollectionDocument))]
[JsonSerializable(typeof(CollectionSentence))]
[JsonSerializable(typeof(RetrievalQuestion))]
[JsonSerializable(typeof(RetrievalLine))]
internal sealed partial class RetrievalJson : JsonSerializerContext;
