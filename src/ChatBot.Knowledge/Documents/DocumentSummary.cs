using System.Globalization;
using System.Text;

namespace ChatBot.Knowledge.Documents;

/// <summary>Says in a few lines of text what became of a document: what was kept, by kind; what was left out, and why; what to look at.</summary>
public static class DocumentSummary
{
    private const int LongestSample = 60;

    /// <summary>The lines for a result, without line ends, the first one naming the document.</summary>
    public static IReadOnlyList<string> Lines(ReadResult result) => result switch
    {
        ReadResult.Read read => [.. Lines(read.Document), .. read.Warnings.Select(warning => $"  note: {warning}")],
        ReadResult.Refused refused => [$"refused: {refused.Message}", $"  {refused.WhatToDo}"],
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static IEnumerable<string> Lines(Document document)
    {
        var source = document.Source;
        var title = source.Title is null ? "no title" : $"“{source.Title}”";
        var date = source.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";
        yield return $"{document.Id}: {title}, {source.Publisher ?? "publisher not stated"}, {source.Author ?? "author not stated"}, {date}";
        var kinds = document.Paragraphs.GroupBy(paragraph => paragraph.Locator.Kind).OrderBy(group => group.Key)
            .Select(group => Counted(group.Count(), Name(group.Key)));
        var sentences = document.Paragraphs.Sum(paragraph => paragraph.Sentences.Count);
        yield return $"  kept: {string.Join(", ", kinds)}; {Counted(sentences, "sentence")}, {Share(document.Text.Length, document.Received.Length)} of the characters";
        foreach (var reason in document.Stripped.GroupBy(part => part.Reason).OrderByDescending(group => group.Sum(part => part.Span.Length)).ThenBy(group => group.Key, StringComparer.Ordinal))
            yield return $"  left out, {reason.Key}: {Counted(reason.Sum(part => part.Span.Length), "character")}, as “{Sample(document, reason.First())}”";
    }

    private static string Name(ParagraphKind kind) => kind switch
    {
        ParagraphKind.Body => "paragraph",
        ParagraphKind.TableRow => "table row",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0} %");

    private static string Sample(Document document, StrippedPart part)
    {
        var text = new StringBuilder(LongestSample);
        foreach (var c in part.Span.Of(document.Received))
        {
            if (text.Length >= LongestSample) break;
            if (!char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }
        return text.Length >= LongestSample ? text + "…" : text.ToString().TrimEnd();
    }
}
