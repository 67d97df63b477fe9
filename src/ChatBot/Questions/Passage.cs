using System.Globalization;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>A place in a stored document, as a reply's source names it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Cited">The characters cited, within its text.</param>
internal sealed record Passage(Document Document, TextSpan Cited)
{
    /// <summary>The place that <paramref name="place"/> ("120-240") names; null where there is no such document, or no such place in it.</summary>
    public static Passage? Find(KnowledgeBase knowledge, string document, string place)
    {
        if (!DocumentId.TryParse(document, out var id) || knowledge.Find(id) is not { } found) return null;
        var dash = place.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && int.TryParse(place.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(place.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start < end && end <= found.Text.Length
            ? new Passage(found, TextSpan.FromBounds(start, end))
            : null;
    }

    /// <summary>The place that a reply's button names ("port 120-240"); null where it names none.</summary>
    public static Passage? Find(KnowledgeBase knowledge, string subject) => subject.Split(' ') is [var document, var place] ? Find(knowledge, document, place) : null;

    /// <summary>The text at <paramref name="span"/> in three: before what is cited, cited, and behind it.</summary>
    public (string Before, string Cited, string Behind) Split(TextSpan span)
    {
        var from = Math.Clamp(Cited.Start, span.Start, span.End);
        var to = Math.Clamp(Cited.End, span.Start, span.End);
        return (Document.Text[span.Start..from], Document.Text[from..to], Document.Text[to..span.End]);
    }
}
