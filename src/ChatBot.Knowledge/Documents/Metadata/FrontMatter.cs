using System.Globalization;
using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatBot.Knowledge.Documents.Metadata;

/// <summary>The block of settings between two lines of three dashes at the head of a Markdown file.</summary>
/// <param name="End">Where the text behind it begins; 0 where there is no front matter.</param>
internal sealed record FrontMatter(int End)
{
    public DocumentId? Id { get; private init; }

    public DocumentKind Kind { get; private init; }

    public DocumentSource Source { get; private init; } = new();

    /// <summary>What was read otherwise than it may have been meant, in words; null where nothing was.</summary>
    public string? Doubt { get; private init; }

    private const string Known = "id, kind, publisher, title, author, published, published-note, language, url";

    private static readonly string[] Days = ["yyyy-MM-dd", "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy", "MMM d, yyyy"];

    /// <summary>Reads the front matter of <paramref name="text"/>; the error names file and line.</summary>
    public static (FrontMatter? Value, string? Error) Read(string name, string text)
    {
        var lines = TextLines.Of(text);
        if (lines.Count == 0 || lines[0].Of(text).TrimEnd() != "---") return (new FrontMatter(0), null);
        var close = lines.FindIndex(1, line => line.Of(text).TrimEnd() is "---" or "...");
        if (close < 0) return (null, $"{name}:1: the front matter that begins here has no closing line '---'.");
        var end = close + 1 < lines.Count ? lines[close + 1].Start : text.Length;
        var yaml = text[lines[1].Start..lines[close].Start];
        try
        {
            return Read(name, yaml, end);
        }
        catch (YamlException e)
        {
            // What isn't closed is missed only behind the last line.
            var line = (int)Math.Min(e.Start.Line + 1, close);
            return (null, $"{name}:{line}: the front matter is no valid YAML: {e.Message.TrimEnd('.')}.{Unquoted(lines[line - 1].Of(text))}");
        }
    }

    /// <summary>"title: Chess Open: doubts about the hall": what is nearly always wrong with a title.</summary>
    private static string Unquoted(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var value = colon > 0 ? line[(colon + 2)..].Trim() : "";
        return value.Length > 0 && value[0] is not ('"' or '\'' or '[' or '{') && value.Contains(": ", StringComparison.Ordinal)
            ? $" A value with ': ' in it stands in quotes: {line[..colon]}: \"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"." : "";
    }

    private static (FrontMatter? Value, string? Error) Read(string name, string yaml, int end)
    {
        var front = new FrontMatter(end);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var parser = new YamlEvents(yaml);
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) return (front, null);
        if (!parser.TryConsume<MappingStart>(out _)) return (null, $"{name}:2: the front matter must be a list of 'key: value' lines.");
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key)) return (null, $"{name}:2: the front matter must be a list of 'key: value' lines.");
            // The block begins on the file's second line.
            var line = key.Start.Line + 1;
            if (!seen.Add(key.Value)) return (null, $"{name}:{line}: the key '{key.Value}' stands twice.");
            if (ReadValue(parser) is not { } value) return (null, $"{name}:{line}: '{key.Value}' must be one value or a list of values.");
            var (next, error) = front.With(key.Value, value);
            if (next is null) return (null, $"{name}:{line}: {error}");
            front = next;
        }
        return (front, null);
    }

    private static string? ReadValue(YamlEvents parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar)) return scalar.Value.Trim();
        if (!parser.TryConsume<SequenceStart>(out _)) return null;
        var values = new List<string>();
        while (parser.TryConsume<Scalar>(out var item)) values.Add(item.Value.Trim());
        return parser.TryConsume<SequenceEnd>(out _) ? string.Join(", ", values) : null;
    }

    private (FrontMatter? Value, string? Error) With(string key, string value)
    {
        if (value.Length == 0) value = "~";
        var text = value == "~" || value == "null" ? null : value;
        switch (key)
        {
            case "id" when DocumentId.TryParse(text, out var id): return (this with { Id = id }, null);
            case "id": return (null, $"'{value}' is not a document id: 1 to 100 characters of a-z, 0-9, '.', '-' and '_', beginning with a letter or digit.");
            case "kind" when text is "brief": return (this with { Kind = DocumentKind.Brief }, null);
            case "kind" when text is "article": return (this with { Kind = DocumentKind.Article }, null);
            case "kind": return (null, $"kind is '{value}'; it must be 'brief' or 'article'.");
            case "publisher": return (this with { Source = Source with { Publisher = text } }, null);
            case "title": return (this with { Source = Source with { Title = text } }, null);
            case "author": return (this with { Source = Source with { Author = text } }, null);
            case "published-note": return (this with { Source = Source with { PublishedNote = text } }, null);
            case "published" when text is null: return (this, null);
            case "published" when DateOnly.TryParseExact(text.Split('T')[0], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                return (this with { Source = Source with { Published = day } }, null);
            // "late May 2031" is no day, and none is made of it; what is known is kept.
            case "published":
                // Mere figures would pass for a date where the note is cited.
                var note = !char.IsAsciiDigit(text[0]) || text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsLetter) ? text : $"undated; it states '{text}', which is no day";
                return (this with
                {
                    Source = Source with { PublishedNote = Source.PublishedNote ?? note },
                    Doubt = $"published is '{text}', which is no day, so the document counts as undated and this is kept as a note. Write a day like 2025-06-25.",
                }, null);
            case "language" when text is null or { Length: >= 2 and <= 35 }: return (this with { Source = Source with { Language = text ?? "en" } }, null);
            case "language": return (null, $"language is '{value}'; it must be a tag like 'en' or 'nl'.");
            case "url" when text is null: return (this, null);
            case "url" when Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https": return (this with { Source = Source with { Url = url } }, null);
            case "url": return (null, $"url is '{value}'; it must be a whole address that begins with http:// or https://.");
            default: return (null, $"the key '{key}' is not known. Known are {Known}.");
        }
    }
}
