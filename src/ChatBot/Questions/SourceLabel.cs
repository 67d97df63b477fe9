using System.Globalization;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;

namespace ChatBot.Questions;

/// <summary>Names a source in one line, from what is known of it and nothing else.</summary>
public static class SourceLabel
{
    private const int LongestNote = 80;

    /// <summary>"The Kyiv Independent, “NATO summit …”, 21 May 2025, p7 (our brief of the article)".</summary>
    public static string Of(Citation citation) => $"{Of(citation.Document, citation.Source)}, {citation.Locator}{(citation.Kind == DocumentKind.Brief ? $" ({PhraseCatalogue.OurBrief})" : "")}";

    /// <summary>The label without a place in the document.</summary>
    public static string Of(DocumentId id, DocumentSource source)
    {
        var parts = new List<string>();
        if (source.Publisher is { } publisher) parts.Add(publisher);
        if (source.Title is { } title) parts.Add($"“{title}”");
        if (parts.Count == 0) parts.Add(Nameless(id, source));
        if (source.Published is { } day) parts.Add(day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        else if (source.PublishedNote is { Length: <= LongestNote } note) parts.Add(note);
        return string.Join(", ", parts);
    }

    /// <summary>Whether the label says when the document is from, or that this isn't known.</summary>
    public static bool TellsWhen(DocumentSource source) => source.Published is not null || source.PublishedNote is { Length: <= LongestNote };

    /// <summary>A document's own name, or what stands for one.</summary>
    public static string NameOf(DocumentId id, DocumentSource source) => source.Title ?? source.Publisher ?? Nameless(id, source);

    /// <summary>Where neither title nor outlet is known: the site, else the id, which is the file's name.</summary>
    private static string Nameless(DocumentId id, DocumentSource source) => source.Url is { IsAbsoluteUri: true, Host.Length: > 0 } url ? url.Host : id.Value;
}
