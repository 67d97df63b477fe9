using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Operations;

/// <summary>One question of an evaluation with what became of it, for programs.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Question">The question.</param>
/// <param name="Mark">right, uncited, abstained, wrong or invented.</param>
/// <param name="Answer">The reply without its source list.</param>
/// <param name="Citations">The documents cited.</param>
internal sealed record MarkedAnswer(string Id, string Kind, string Question, string Mark, string Answer, IReadOnlyList<string> Citations)
{
    public static MarkedAnswer Of(ExpectedAnswer question, BatchAnswer answer, AnswerMark mark) =>
        new(question.Id, question.Kind, question.Question, mark.ToString().ToLowerInvariant(), answer.Text, answer.Citations);

    public string ToJson() => JsonSerializer.Serialize(this, MarkedAnswerJson.Readable.MarkedAnswer);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MarkedAnswer))]
internal sealed partial class MarkedAnswerJson : JsonSerializerContext
{
    /// <summary>With letters as they are: people read these lines too.</summary>
    public static MarkedAnswerJson Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) });
}
