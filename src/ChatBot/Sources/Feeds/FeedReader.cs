using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ChatBot.Sources.Feeds;

/// <summary>
/// Reads RSS 2.0 and its forebears, RSS 1.0 (RDF), and Atom (RFC 4287). No document types and so no entities but XML's own five, nothing loaded from
/// elsewhere, depth and length limited. What is well-formed and has entries is read, however oddly it uses its elements.
/// </summary>
internal static partial class FeedReader
{
    /// <summary>The deepest nesting; an Atom entry with its XHTML inside stays far below it.</summary>
    public const int DeepestElement = 64;

    /// <summary>The most entries that are read, from the top.</summary>
    public const int MostEntries = 5_000;

    private const int LongestTitle = 500;

    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace FeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly string[] Plain = ["", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"];

    /// <summary>Reads a feed.</summary>
    /// <param name="body">Its bytes.</param>
    /// <param name="contentType">As the server named it.</param>
    /// <param name="address">Where it came from; relative links start there.</param>
    public static FeedReadResult Read(byte[] body, string? contentType, Uri address)
    {
        var text = FeedText.Decode(body, contentType).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0) return new FeedReadResult.Refused($"{address} is empty.");
        if (HtmlStart().IsMatch(text.AsSpan(0, Math.Min(text.Length, 300))))
            return new FeedReadResult.Refused($"{address} is a web page, not a feed{(HtmlTitle().Match(text, 0, Math.Min(text.Length, 10_000)) is { Success: true } title ? $"; it calls itself “{PlainText(title.Groups[1].Value)}”" : "")}. Look for the address of its RSS or Atom feed.");
        if (text[0] != '<') return new FeedReadResult.Refused($"{address} is no XML; a feed is RSS or Atom.");
        if (text.AsSpan(0, Math.Min(text.Length, 20_000)).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            return new FeedReadResult.Refused($"{address} declares a document type, which no feed needs; it is refused, for entities declared there can be made to fill the memory.");
        try
        {
            using (var depth = Reader(text))
                while (depth.Read())
                    if (depth.Depth > DeepestElement) return new FeedReadResult.Refused($"{address} is nested deeper than {DeepestElement} elements, which no feed needs.");
            using var reader = Reader(text);
            return Read(XDocument.Load(reader, LoadOptions.None).Root ?? throw new XmlException("no root"), address);
        }
        catch (XmlException broken)
        {
            return new FeedReadResult.Refused(string.Create(CultureInfo.InvariantCulture, $"{address} is broken in line {broken.LineNumber}, column {broken.LinePosition}: {broken.Message}"));
        }
    }

    /// <summary>Text without markup, references resolved, runs of space as one.</summary>
    public static string PlainText(string html) => string.Join(' ', WebUtility.HtmlDecode(Tag().Replace(html, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static FeedReadResult Read(XElement root, Uri address)
    {
        var (about, entries, atom) = root.Name.LocalName switch
        {
            "rss" when Child(root, "channel") is { } channel => (channel, channel.Elements().Concat(root.Elements()).Where(e => Is(e, "item")), false),
            "RDF" when root.Name.Namespace == Rdf => (Child(root, "channel") ?? root, root.Elements().Where(e => Is(e, "item")), false),
            "feed" when Is(root, "feed") => (root, root.Elements().Where(e => Is(e, "entry")), true),
            _ => (null, [], false),
        };
        if (about is null) return new FeedReadResult.Refused($"{address} is XML, but neither RSS nor Atom: its root is <{root.Name.LocalName}>.");
        var language = (string?)about.Attribute(XNamespace.Xml + "lang") ?? Text(about, "language");
        return new FeedReadResult.Read(new Feed(
            Title(Child(about, "title"), atom), language, [.. entries.Take(MostEntries).Select(entry => atom ? AtomEntry(entry, address) : RssEntry(entry, address)).Where(Says)])
        { Beyond = Math.Max(0, entries.Count() - MostEntries) });
    }

    private static bool Says(FeedEntry entry) => entry.Title is not null || entry.Content.Length > 0;

    private static FeedEntry RssEntry(XElement item, Uri address)
    {
        var guid = Child(item, "guid");
        var link = Link(item.Element(FeedBurner + "origLink")?.Value, item, address)
            ?? item.Elements().Where(e => Is(e, "link")).Select(e => Link(e.Value.Length > 0 ? e.Value : (string?)e.Attribute("href"), e, address)).FirstOrDefault(found => found is not null)
            ?? ((string?)guid?.Attribute("isPermaLink") != "false" && guid?.Value.Contains("://", StringComparison.Ordinal) == true ? Link(guid.Value, item, address) : null);
        var full = item.Element(Content + "encoded")?.Value.Trim() ?? "";
        var description = Text(item, "description") ?? Text(item, "summary") ?? "";
        return new FeedEntry(
            NullIfEmpty(guid?.Value) ?? NullIfEmpty((string?)item.Attribute(Rdf + "about")), link, Title(Child(item, "title"), false), full.Length > 0 ? full : description,
            full.Length > 0 || Markup().IsMatch(description), Person(item.Element(DublinCore + "creator")?.Value ?? Text(item, "author")),
            Text(item, "pubDate") ?? NullIfEmpty(item.Element(DublinCore + "date")?.Value) ?? Text(item, "published")) { Updated = Text(item, "updated") ?? Text(item, "modified") };
    }

    private static FeedEntry AtomEntry(XElement entry, Uri address)
    {
        var links = entry.Elements().Where(e => Is(e, "link") && (string?)e.Attribute("rel") is null or "alternate").ToList();
        var link = links.OrderByDescending(e => (string?)e.Attribute("type") is null or "text/html" or "application/xhtml+xml").Select(e => Link((string?)e.Attribute("href"), e, address)).FirstOrDefault(found => found is not null);
        var (content, html) = AtomText(Child(entry, "content"));
        if (content.Length == 0) (content, html) = AtomText(Child(entry, "summary"));
        var authors = entry.Elements().Where(e => Is(e, "author")).Select(e => Text(e, "name")).OfType<string>().ToList();
        return new FeedEntry(
            Text(entry, "id"), link, Title(Child(entry, "title"), true), content, html, authors.Count == 0 ? null : Person(string.Join(", ", authors)),
            Text(entry, "published") ?? Text(entry, "issued") ?? Text(entry, "updated") ?? Text(entry, "modified")) { Updated = Text(entry, "updated") ?? Text(entry, "modified") };
    }

    private static (string Text, bool IsHtml) AtomText(XElement? element)
    {
        switch (((string?)element?.Attribute("type") ?? "text").ToLowerInvariant())
        {
            case "text" or "text/plain": return (element?.Value.Trim() ?? "", false);
            case "html" or "text/html": return (element?.Value.Trim() ?? "", true);
            case "xhtml" or "application/xhtml+xml":
                foreach (var inner in element?.Descendants().ToList() ?? [])
                {
                    inner.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
                    inner.Name = inner.Name.LocalName;
                }
                return (string.Concat(element?.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)) ?? []).Trim(), true);
            default: return ("", false);
        }
    }

    private static string? Title(XElement? element, bool atom)
    {
        // RSS doesn't say whether a title is markup; Atom does.
        var text = element is null ? "" : atom && ((string?)element.Attribute("type") ?? "text") is "text" or "xhtml" ? string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : PlainText(element.Value);
        return text.Length == 0 ? null : text.Length <= LongestTitle ? text : text[..LongestTitle];
    }

    /// <summary>RSS wants "mail (name)"; a mail address is nobody's business here.</summary>
    private static string? Person(string? text)
    {
        var name = PlainText(text ?? "");
        if (name.Contains('@', StringComparison.Ordinal)) name = InParentheses().Match(name) is { Success: true } match ? match.Groups[1].Value.Trim() : "";
        return name.Length is 0 or > 200 ? null : name;
    }

    private static Uri? Link(string? text, XElement at, Uri address)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var start = address;
        foreach (var element in at.AncestorsAndSelf().Reverse())
            if ((string?)element.Attribute(XNamespace.Xml + "base") is { } given && Uri.TryCreate(start, given.Trim(), out var inner)) start = inner;
        return Uri.TryCreate(start, text.Trim(), out var link) && link.Scheme is "http" or "https" && link.UserInfo.Length == 0 ? link : null;
    }

    private static bool Is(XElement element, string name) => element.Name.LocalName == name && Plain.Contains(element.Name.NamespaceName);

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => Is(e, name));

    private static string? Text(XElement element, string name) => NullIfEmpty(Child(element, name)?.Value);

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"^(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,200}>\s{0,20})?<(?:!doctype\s{1,5}html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HtmlStart();

    [GeneratedRegex("<title[^>]{0,100}>([^<]{1,200})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HtmlTitle();

    [GeneratedRegex("<[a-zA-Z/!][^<>]{0,2000}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<[a-zA-Z/!][^<>]{0,2000}>|&#?[a-zA-Z0-9]{1,20};", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\(([^()]{1,200})\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InParentheses();
}
