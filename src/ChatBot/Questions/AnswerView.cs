using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;

namespace ChatBot.Questions;

/// <summary>An answer as programs read it: what <c>ask --json</c> and the web page's <c>/api/ask</c> give.</summary>
/// <param name="Question">The question as typed.</param>
/// <param name="ReadAs">How it was read, where that is not how it was typed.</param>
/// <param name="Kind">Told, Disputed, Changed, Ambiguous, NotKnown or SmallTalk; Checked where claims were checked.</param>
/// <param name="Abstained">Whether nothing is told as an answer.</param>
/// <param name="Confidence">Probability, 0 to 1, that this answers.</param>
/// <param name="Text">The reply in plain text, the direct answer in <c>**</c>, without the source list.</param>
/// <param name="Statements">The statements that it tells, or, where it is not known, the nearest.</param>
/// <param name="Sources">The source list; the number in the text counts from 1.</param>
/// <param name="Choices">Questions to choose from, where it could be read in several ways.</param>
/// <param name="Claims">The verdict on each claim, where claims were checked.</param>
internal sealed record AnswerView(
    string Question, string? ReadAs, string Kind, bool Abstained, double Confidence, string Text,
    IReadOnlyList<StatementView> Statements, IReadOnlyList<SourceView> Sources, IReadOnlyList<string> Choices, IReadOnlyList<ClaimView> Claims)
{
    /// <summary>The view of what was handled.</summary>
    public static AnswerView Of(string question, Handled handled) => new(
        question, handled.Answer.Question.ReadAs, handled.Claims.Count > 0 ? "Checked" : handled.Answer.GetType().Name,
        handled.Claims.Count > 0 ? handled.Claims.All(claim => claim.Verdict == Verdict.NotFound) : handled.Answer.Abstained, Math.Round(handled.Answer.Confidence, 4),
        PlainReplyWriter.WriteText(handled.Reply),
        [.. (handled.Claims.Count > 0 ? handled.Claims.SelectMany(claim => claim.For.Concat(claim.Against)) : handled.Answer is NotKnown unknown ? unknown.Nearest : handled.Answer.Statements).Select(StatementView.Of)],
        [.. handled.Reply.Sources.Select((source, i) => new SourceView(i + 1, source.Document, source.Label, source.Place, source.Url?.AbsoluteUri))],
        handled.Answer is Ambiguous ambiguous ? ambiguous.Choices : [], [.. handled.Claims.Select(claim => new ClaimView(claim.Claim.Text, claim.Verdict.ToString()))]);

    /// <summary>As one line of JSON; letters of all languages stand as they are, what a browser or terminal could mistake for a command doesn't.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, AnswerViewJson.Readable.AnswerView);
}

/// <summary>A statement of an answer, and the very place it was taken from.</summary>
internal sealed record StatementView(string Text, string? Value, string? Speaker, string Document, string Passage, int Start, int End)
{
    public static StatementView Of(Statement statement) => new(
        statement.Text, statement.ValueText, statement.Speaker, statement.Citation.Document.Value, statement.Citation.Locator.ToString(),
        statement.Citation.Span.Start, statement.Citation.Span.End);
}

/// <summary>A claim and the verdict on it: Supported, Contradicted, Disputed or NotFound.</summary>
internal sealed record ClaimView(string Claim, string Verdict);

/// <summary>A line of the source list.</summary>
internal sealed record SourceView(int Number, string Document, string Label, string Place, string? Url);

/// <summary>JSON of <see cref="Questions.AnswerView"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerView))]
internal sealed partial class AnswerViewJson : JsonSerializerContext
{
    public static AnswerViewJson Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
