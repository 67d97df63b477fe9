using System.Globalization;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Questions;

namespace ChatBot.Web;

/// <summary>The pages that show documents: all of them, or one with the cited words marked.</summary>
internal static class DocumentPage
{
    /// <summary>The list of documents.</summary>
    public static string List(KnowledgeBase knowledge)
    {
        var body = new HtmlWriter().Markup("<h1>Documents</h1><ul class=\"documents\">");
        foreach (var (document, facts) in knowledge.Documents.OrderByDescending(d => d.Document.Source.Published ?? DateOnly.MinValue).ThenBy(d => d.Document.Id.Value, StringComparer.Ordinal))
            body.Markup($"<li><a href=\"{WebAddress.Document(document.Id.Value)}\">").Text(SourceLabel.Of(document.Id, document.Source)).Markup("</a>")
                .Element("span class=\"faint\"", $" {(SourceLabel.TellsWhen(document.Source) ? "" : "undated, ")}{(document.Kind == DocumentKind.Brief ? PhraseCatalogue.OurBrief + ", " : "")}{PhraseCatalogue.Counted(facts.Count, "fact")}").Markup("</li>");
        return PageFrame.Of("Documents", knowledge.Topic.Title, body.Markup("</ul>"));
    }

    /// <summary>One document.</summary>
    /// <param name="knowledge">What it is part of.</param>
    /// <param name="document">The document.</param>
    /// <param name="cited">The words to mark; null: none.</param>
    public static string One(KnowledgeBase knowledge, Document document, Passage? cited)
    {
        var source = document.Source;
        var body = new HtmlWriter().Markup("<article class=\"document\">").Element("h1", source.Title ?? document.Id.Value);
        string?[] known = [source.Publisher ?? "publisher not stated", source.Author, source.Published?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), source.Published is null ? source.PublishedNote ?? "undated" : source.PublishedNote];
        body.Element("p class=\"faint\"", string.Join(" · ", known.OfType<string>()));
        if (document.Kind == DocumentKind.Brief) body.Markup("<p class=\"note\">This is our brief of the article, in our own words; each passage names the article's paragraphs that it rests on.</p>");
        string? section = null;
        foreach (var paragraph in document.Paragraphs)
        {
            if (paragraph.Section is { } heading && heading != section && paragraph.Locator.Kind != ParagraphKind.Heading && !document.Paragraphs.Any(p => p.Locator.Kind == ParagraphKind.Heading)) body.Element("h2", heading);
            section = paragraph.Section;
            var places = paragraph.RestsOn.Count > 0 ? string.Join(", ", paragraph.RestsOn) : paragraph.Locator.ToString();
            body.Markup($"<div class=\"paragraph {paragraph.Locator.Kind.ToString().ToLowerInvariant()}\">").Element("span class=\"place\"", places).Markup("<p>");
            Words(body, document, paragraph, cited);
            body.Markup("</p></div>");
        }
        return PageFrame.Of(source.Title ?? document.Id.Value, knowledge.Topic.Title, body.Markup("</article>"));
    }

    /// <summary>The page for what isn't there.</summary>
    public static string Missing(KnowledgeBase knowledge, string what) =>
        PageFrame.Of("Not found", knowledge.Topic.Title, new HtmlWriter().Element("h1", "Not found").Element("p", what).Markup("<p><a href=\"/documents\">All documents</a></p>"));

    private static void Words(HtmlWriter body, Document document, Paragraph paragraph, Passage? cited)
    {
        if (cited is null || !cited.Cited.Overlaps(paragraph.Span))
        {
            body.Text(document.At(paragraph.Span));
            return;
        }
        var (before, marked, behind) = cited.Split(paragraph.Span);
        var first = cited.Cited.Start >= paragraph.Span.Start;
        body.Text(before).Element(first ? "mark id=\"cited\"" : "mark", marked).Text(behind);
    }
}
