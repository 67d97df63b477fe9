using System.Globalization;
using ChatBot.Knowledge.Documents.Boilerplate;
using ChatBot.Knowledge.Documents.Briefs;
using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Documents.Metadata;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents;

/// <summary>
/// The one way in for documents: bytes to text, text to blocks (plain text, Markdown, HTML), boilerplate out, paragraphs numbered as a
/// reader counts, sentences. The same bytes under the same name give the same document. It may be used by several threads at once.
/// </summary>
/// <param name="options">Limits; null takes the defaults.</param>
public sealed class DocumentReader(DocumentReaderOptions? options = null)
{
    private readonly DocumentReaderOptions _options = options ?? new DocumentReaderOptions();

    /// <summary>Reads one document. What is wrong with it is told in the result; nothing is thrown for it, so that one document keeps no other out.</summary>
    public ReadResult Read(DocumentInput input)
    {
        try
        {
            return ReadChecked(input);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new ReadResult.Refused(RefusalReason.Fault, $"{input.Name} made this program trip ({fault.GetType().Name}: {fault.Message.TrimEnd('.')}).",
                "Report that with the file, and leave the file out until it is mended.");
        }
    }

    private ReadResult ReadChecked(DocumentInput input)
    {
        if (input.Bytes.Length > _options.MaximumBytes)
        {
            return new ReadResult.Refused(RefusalReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{input.Name} has {input.Bytes.Length:N0} bytes; a document may have {_options.MaximumBytes:N0}."),
                "Hand in the article alone, or in parts; no setting raises this limit.");
        }
        var warnings = new List<string>();
        if (input.Bytes.IsEmpty) return Empty(input);
        var (text, refused) = TextDecoder.Decode(input, warnings);
        if (text is null) return refused ?? Empty(input);
        if (text.All(c => char.IsWhiteSpace(c) || Folding.IsInvisible(c))) return Empty(input);
        if (ForeignText.Of(text) is { } foreign)
        {
            return new ReadResult.Refused(RefusalReason.OtherFormat, $"{input.Name} is {foreign}: neither text, Markdown nor HTML.", "Hand in the article itself, as text, Markdown or HTML.");
        }
        return FormatDetection.Detect(input.Name, input.ContentType, text) switch
        {
            DocumentFormat.Html => ReadHtml(input, text, warnings),
            DocumentFormat.Markdown => ReadMarkdown(input, text, warnings),
            // Somebody who writes front matter means it, whatever the file is called.
            _ when FrontMatter.Read(input.Name, text) is { Value.End: > 0 } => ReadMarkdown(input, text, warnings),
            _ => ReadArticle(input, text, PlainTextReader.Read(text), new FrontMatter(0), new HtmlPage([], new Dictionary<string, string>(), []), warnings),
        };
    }

    private static ReadResult.Refused Empty(DocumentInput input) => new(
        RefusalReason.Empty, $"{input.Name} is empty: it holds no visible character.", "Check that the file was saved in full.");

    private ReadResult ReadHtml(DocumentInput input, string text, List<string> warnings)
    {
        var page = HtmlReader.Read(text);
        return ReadArticle(input, text, page.Blocks, new FrontMatter(0), page, warnings);
    }

    private ReadResult ReadMarkdown(DocumentInput input, string text, List<string> warnings)
    {
        var (front, error) = FrontMatter.Read(input.Name, text);
        if (front is null) return new ReadResult.Refused(RefusalReason.BadFrontMatter, error ?? "", "Correct that line; nothing of the file was taken.");
        return front.Kind == DocumentKind.Brief
            ? ReadBrief(input, text, front, warnings)
            : ReadArticle(input, text, MarkdownReader.Read(text, front.End), front, new HtmlPage([], new Dictionary<string, string>(), []), warnings);
    }

    private ReadResult ReadBrief(DocumentInput input, string text, FrontMatter front, List<string> warnings)
    {
        var (passages, leftOut, error) = BriefReader.Read(input.Name, text, front.End);
        if (error is not null) return new ReadResult.Refused(RefusalReason.BadBrief, error, "Correct that line; nothing of the file was taken.");
        var assembly = new DocumentAssembly();
        foreach (var passage in passages) assembly.Add(passage.RestsOn, passage.Statements);
        return Finish(input, text, front, front.Source, assembly, leftOut, warnings);
    }

    private ReadResult ReadArticle(DocumentInput input, string text, IReadOnlyList<Block> blocks, FrontMatter front, HtmlPage page, List<string> warnings)
    {
        var judged = ArticleSelection.Select(blocks);
        var assembly = new DocumentAssembly();
        var kept = 0;
        foreach (var block in judged)
        {
            if (block.Kept is not { } kind) continue;
            kept++;
            assembly.Add(kind, block.Role == BlockRole.WindowTitle ? block.Block.Content.Start(PageSource.WithoutSite(block.Block.Text)) : block.Block.Content);
        }
        if (kept == 0)
        {
            return new ReadResult.Refused(RefusalReason.NothingLeft, $"{input.Name} holds no article: all of it reads like menus, forms, links and notices.",
                "Check that the page was saved with its text; a page that loads its text by script must be saved from the browser.");
        }
        if (IsListOfHeadings(judged))
        {
            return new ReadResult.Refused(RefusalReason.NothingLeft, $"{input.Name} holds no sentence: none of its {kept} lines ends as one, so it reads like a list of headings.",
                "Leave the file out of the folder, or hand in the text that the headings belong to.");
        }
        if (judged.All(b => b.Kept is null or ParagraphKind.Title)) warnings.Add("The document holds a title and nothing else.");
        var linked = LinkedData.Read(page.LinkedData.Select(span => span.Of(text)));
        var notes = new List<string>();
        var found = new PageSource(input.Name, judged, page.Head, linked).Find(input.Received, notes);
        var source = Merge(front.Source, found);
        warnings.AddRange(front.End == 0 ? notes : notes.Where(_ => front.Source.Published is null && front.Source.Title is null));
        return Finish(input, text, front, source, assembly, StrippedParts(judged), warnings);
    }

    /// <summary>Several lines of running text of which none ends like a sentence state nothing that could be cited. Lists, tables and captions may do without stops.</summary>
    private static bool IsListOfHeadings(IReadOnlyList<JudgedBlock> judged)
    {
        var lines = judged.Where(block => block.Kept is not null).ToList();
        return lines.Count > 1
            && lines.TrueForAll(block => block.Kept is ParagraphKind.Body or ParagraphKind.Title or ParagraphKind.Standfirst or ParagraphKind.Heading
                && block.Block.Text.AsSpan().TrimEnd(" \"'”’)»").TrimEnd() is not [.., '.' or '!' or '?' or '…' or ':' or ';' or '。']);
    }

    /// <summary>What the front matter states holds; the page fills the rest.</summary>
    private static DocumentSource Merge(DocumentSource stated, DocumentSource found) => new(
        stated.Publisher ?? found.Publisher, stated.Title ?? found.Title, stated.Author ?? found.Author, stated.Published ?? found.Published,
        stated.PublishedNote ?? (stated.Published is null ? found.PublishedNote : null), stated.Language == "en" ? found.Language : stated.Language, stated.Url ?? found.Url);

    private static List<StrippedPart> StrippedParts(IReadOnlyList<JudgedBlock> judged)
    {
        var parts = new List<StrippedPart>();
        var lastWasDropped = false;
        foreach (var block in judged)
        {
            var dropped = block.Kept is null;
            if (dropped)
            {
                var part = new StrippedPart(block.Block.Content.Received, block.Reason ?? "outside the article");
                if (lastWasDropped && parts[^1].Reason == part.Reason) parts[^1] = part with { Span = TextSpan.FromBounds(parts[^1].Span.Start, part.Span.End) };
                else parts.Add(part);
            }
            lastWasDropped = dropped;
        }
        return parts;
    }

    private ReadResult Finish(
        DocumentInput input, string text, FrontMatter front, DocumentSource source, DocumentAssembly assembly, IReadOnlyList<StrippedPart> stripped, List<string> warnings)
    {
        var (readable, map, paragraphs) = assembly.Finish();
        if (paragraphs.Sum(paragraph => paragraph.Sentences.Count) is var sentences && sentences > _options.MaximumSentences)
        {
            return new ReadResult.Refused(RefusalReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{input.Name} has {sentences:N0} sentences; a document may have {_options.MaximumSentences:N0}."),
                "Hand it in in parts, a chapter each, say; no setting raises this limit.");
        }
        if (input.Id is { } given && front.Id is { } stated && given != stated) warnings.Add($"The front matter names the id {stated}, but {given} was asked for and is used.");
        if (front.Doubt is { } doubt) warnings.Add(doubt);
        if (ReadingDoubt.Of(readable, source.Title) is { } reads) warnings.Add(reads);
        var document = new Document
        {
            Id = input.Id ?? front.Id ?? DocumentName.ToId(input),
            Kind = front.Kind,
            Source = source,
            Received = text,
            Text = readable,
            Map = map,
            Paragraphs = paragraphs,
            Stripped = stripped,
        };
        return new ReadResult.Read(document, warnings);
    }
}
