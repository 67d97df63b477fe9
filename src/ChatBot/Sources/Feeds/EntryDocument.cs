using System.Globalization;
using System.Net;
using System.Text;
using ChatBot.Knowledge.Documents;

namespace ChatBot.Sources.Feeds;

/// <summary>
/// Makes a document of a feed's entry, by the way that all documents take: the entry as a page of its own, with its title over its text. What the feed states
/// of it (publisher, author, day) holds; a day that can't be read, or hasn't come, is told in words and not taken for its date.
/// </summary>
internal sealed class EntryDocument(DocumentReader reader, string? publisher, Feed feed, DateOnly received)
{
    private const int LongestDate = 30;

    /// <summary>Reads the entry's own text.</summary>
    public ReadResult Read(FeedEntry entry, DocumentId id)
    {
        var language = feed.Language is { Length: >= 2 and <= 35 } tag && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : "en";
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"{language}\">\n<head>");
        var title = entry.Title is null ? null : WebUtility.HtmlEncode(entry.Title);
        if (title is not null) page.Append(CultureInfo.InvariantCulture, $"<title>{title}</title>");
        page.Append("</head>\n<body>\n<article>\n");
        if (title is not null) page.Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1>\n");
        if (entry.IsHtml) page.Append(entry.Content);
        else
            foreach (var paragraph in entry.Content.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                page.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n");
        page.Append("\n</article>\n</body>\n</html>\n");
        return With(entry, reader.Read(new DocumentInput(Encoding.UTF8.GetBytes(page.ToString()), $"{id}.html") { Id = id, ContentType = "text/html; charset=utf-8", Received = received }), false);
    }

    /// <summary>Reads the page that the entry leads to; what the page says of itself holds before what the feed says, but for the publisher that the operator names.</summary>
    public ReadResult Read(FeedEntry entry, DocumentId id, byte[] page, string? contentType) =>
        With(entry, reader.Read(new DocumentInput(page, entry.Link?.AbsoluteUri ?? id.Value) { Id = id, ContentType = contentType, Received = received }), true);

    private ReadResult With(FeedEntry entry, ReadResult result, bool pageFirst)
    {
        if (result is not ReadResult.Read read) return result;
        if (read.Document.Kind != DocumentKind.Article)
            return new ReadResult.Refused(RefusalReason.BadBrief, $"{entry.Link} calls itself a brief of this project, which what comes from elsewhere can't be.", "Take it in with 'chatbot ingest' if it is one.");
        var found = read.Document.Source;
        var (published, note) = Published(entry.Date);
        var pagesOwn = pageFirst && found.PublishedNote is null && found.Published is { } day && !StatedDay.HasNotCome(day, received);
        var source = found with
        {
            Publisher = publisher ?? (pageFirst ? found.Publisher : null) ?? feed.Title ?? found.Publisher,
            Title = (pageFirst ? found.Title : null) ?? entry.Title ?? found.Title,
            Author = (pageFirst ? found.Author : null) ?? entry.Author ?? found.Author,
            Published = pagesOwn ? found.Published : published,
            PublishedNote = pagesOwn ? null : note,
            Url = entry.Link is null ? null : DocumentAddress.Canonical(entry.Link),
        };
        return read with { Document = read.Document with { Source = source } };
    }

    private (DateOnly? Day, string? Note) Published(string? date)
    {
        if (date is null) return (null, string.Create(CultureInfo.InvariantCulture, $"undated; received on {received:yyyy-MM-dd}"));
        // So short that it stands in the source's label.
        var states = $"{StatedDay.OfFeed}“{(date.Length <= LongestDate ? date : date[..LongestDate] + "…")}”";
        if (FeedDate.Parse(date) is not { } day) return (null, $"{states}, which can't be read");
        return StatedDay.HasNotCome(day, received) ? (null, $"{states}, which had not come") : (day, null);
    }
}
