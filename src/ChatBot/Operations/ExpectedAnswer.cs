using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ChatBot.Operations;

/// <summary>A question with what a right answer must and must not say; one line of a topic's <c>questions.jsonl</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind, for the table.</param>
/// <param name="Question">The question.</param>
/// <param name="Answerable">False where the documents don't say, or nothing factual is asked.</param>
/// <param name="History">The questions before it, oldest first.</param>
/// <param name="ExpectAny">Alternatives; in one of them every pattern must match the text.</param>
/// <param name="Reject">Patterns that may not match, even in an abstention.</param>
/// <param name="Sources">Documents one of which must be cited; "a|b" means either.</param>
/// <param name="AllSources">Whether every entry of <paramref name="Sources"/> is needed.</param>
/// <param name="AbstainOk">Whether abstaining is right as well.</param>
/// <param name="Note">For those who keep the file; nothing reads it.</param>
/// <param name="Tags">Likewise.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExpectedAnswer(
    string Id, string Kind, string Question, bool Answerable, IReadOnlyList<string>? History = null, IReadOnlyList<IReadOnlyList<string>>? ExpectAny = null,
    IReadOnlyList<string>? Reject = null, IReadOnlyList<string>? Sources = null, bool AllSources = false, bool AbstainOk = false, string? Note = null, IReadOnlyList<string>? Tags = null)
{
    // A pattern comes with the topic; a careless one must not hang the evaluation.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(2);

    /// <summary>What keeps the question from ever being marked as meant, in words with the remedy.</summary>
    public IEnumerable<string> FindFaults()
    {
        foreach (var (where, pattern) in (ExpectAny ?? []).SelectMany(patterns => patterns).Select(pattern => ("expect_any", pattern)).Concat((Reject ?? []).Select(pattern => ("reject", pattern))))
            if (FaultOf(pattern) is { } fault) yield return $"question {Id}: '{pattern}' in '{where}' is no regular expression: {fault} Mend it; a character that is meant as it stands needs '\\\\' before it.";
        if (Answerable && ExpectAny is not { Count: > 0 } && !AbstainOk) yield return $"question {Id}: it is answerable, but no answer could be right without 'expect_any'; write {{\"expect_any\":[[\"a pattern\"]]}}.";
    }

    /// <summary>What an answer is worth.</summary>
    public AnswerMark Judge(BatchAnswer answer)
    {
        var bad = (Reject ?? []).Any(pattern => Hits(pattern, answer.Text));
        var cited = CitesEnough(answer.Citations);
        if (!Answerable)
        {
            if (bad) return AnswerMark.Invented;
            if (answer.Abstained || Kind is "smalltalk" or "injection" && answer.Citations.Count == 0) return AnswerMark.Right;
            return !Matches(answer.Text) ? AnswerMark.Invented : cited ? AnswerMark.Right : AnswerMark.Uncited;
        }
        if (bad) return AnswerMark.Wrong;
        if (answer.Abstained) return AbstainOk ? AnswerMark.Right : AnswerMark.Abstained;
        return !Matches(answer.Text) ? AnswerMark.Wrong : cited ? AnswerMark.Right : AnswerMark.Uncited;
    }

    private bool Matches(string text) => (ExpectAny ?? []).Any(alternative => alternative.All(pattern => Hits(pattern, text)));

    private bool CitesEnough(IReadOnlyList<string> citations)
    {
        if (Sources is not { Count: > 0 } needed) return true;
        var met = needed.Count(entry => entry.Split('|').Any(citations.Contains));
        return AllSources ? met == needed.Count : met > 0;
    }

    private static bool Hits(string pattern, string text)
    {
        var regex = Compile(pattern);
        return regex.IsMatch(Plain(text)) || regex.IsMatch(text);
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, LongestMatch);

    /// <summary>Why a pattern is none, without the pattern itself; null where it is one.</summary>
    private static string? FaultOf(string pattern)
    {
        try
        {
            _ = Compile(pattern);
            return null;
        }
        catch (RegexParseException failure)
        {
            // The library's message begins with the pattern and its place.
            var reason = failure.Message[(failure.Message.LastIndexOf($"at offset {failure.Offset}. ", StringComparison.Ordinal) is >= 0 and var at ? at + $"at offset {failure.Offset}. ".Length : 0)..];
            return string.Create(CultureInfo.InvariantCulture, $"{reason.TrimEnd('.')} (at character {failure.Offset}).");
        }
    }

    /// <summary>Plain quotes and dashes, no accents, no emphasis marks, single spaces.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '*' or '`' or '~' or '\u200B') continue;
            plain.Append(c switch
            {
                '‘' or '’' or 'ʼ' or '′' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                >= '‐' and <= '―' or '−' => '-',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => c,
            });
        }
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>What an answer is worth.</summary>
internal enum AnswerMark
{
    /// <summary>The right words, and a source that holds them; or rightly no answer.</summary>
    Right,

    /// <summary>The right words, but a needed source isn't cited.</summary>
    Uncited,

    /// <summary>No answer where there is one.</summary>
    Abstained,

    /// <summary>Other words than the right ones, or words that it may not say.</summary>
    Wrong,

    /// <summary>Something told where the documents don't say it.</summary>
    Invented,
}

/// <summary>JSON of question and claim files with expectations.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ExpectedAnswer))]
[JsonSerializable(typeof(ExpectedVerdict))]
internal sealed partial class ExpectedAnswerJson : JsonSerializerContext;
