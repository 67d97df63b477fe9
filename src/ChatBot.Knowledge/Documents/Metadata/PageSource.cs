using System.Text.RegularExpressions;
using ChatBot.Knowledge.Documents.Boilerplate;
using ChatBot.Knowledge.Documents.Markup;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Metadata;

/// <summary>Finds out what a page says of itself: title, author, date, publisher. What it doesn't say stays unknown.</summary>
internal sealed partial class PageSource(string name, IReadOnlyList<JudgedBlock> blocks, IReadOnlyDictionary<string, string> head, LinkedData linked)
{
    private static readonly string[] DateTags = ["article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued", "pubdate", "publish-date", "time"];

    /// <summary>What the page says, with what had to be taken from elsewhere told in <paramref name="notes"/>.</summary>
    public DocumentSource Find(DateOnly? received, List<string> notes)
    {
        var title = Title(notes);
        var published = Published();
        string? note = null;
        if (published is null)
        {
            published = PageDate.OfName(name);
            note = published is { } day ? $"the page states no date; {day:yyyy-MM-dd} is from the name it came under"
                : received is { } on ? $"undated; received on {on:yyyy-MM-dd}" : "undated";
            notes.Add(published is null ? "No date is stated." : $"No date is stated; {published:yyyy-MM-dd} was taken from the name '{name}'.");
        }
        var url = head.GetValueOrDefault("canonical") is { } address && Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : null;
        var language = head.GetValueOrDefault("lang") is { Length: >= 2 and <= 35 } tag ? tag : "en";
        return new DocumentSource(Publisher(title, notes), title, Author(), published, note, language, url);
    }

    /// <summary>The length of a window's title without the name of the site behind it.</summary>
    public static int WithoutSite(string windowTitle)
    {
        var cut = windowTitle.Length;
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " – ", " — ", " - ", " :: ", " · "])
            if (windowTitle.LastIndexOf(separator, StringComparison.Ordinal) is var at && at > 0 && windowTitle.AsSpan(0, at).Count(' ') >= 1 && windowTitle.Length - at < 45)
                cut = Math.Min(cut, at);
        return cut;
    }

    private string? Title(List<string> notes)
    {
        if (blocks.FirstOrDefault(b => b.Kept == ParagraphKind.Title) is { } shown) return shown.Block.Text;
        if (head.GetValueOrDefault("og:title") is { Length: > 0 } stated) return stated;
        if (OwnEntryInList() is not { } own)
        {
            notes.Add("No title is stated.");
            return null;
        }
        notes.Add("No title stands over the text; it was taken from the page's own list of headlines, where only one tells what the text tells.");
        return own;
    }

    /// <summary>
    /// A page lists other articles, and sometimes itself. An entry nearly all of whose words are the text's own, when no other
    /// comes close, is the page's own title.
    /// </summary>
    private string? OwnEntryInList()
    {
        const double Own = 0.75, Other = 0.45;
        const int FewestWords = 5;
        var body = blocks.Where(b => b.Kept == ParagraphKind.Body).SelectMany(b => Tokenizer.Tokenize(b.Block.Text)).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal);
        var entries = blocks.Where(b => b.Kept is null && b.Reason == "related articles" && !b.Features.EndsSentence)
            .Select(b => (b.Block.Text, Stems: Tokenizer.Tokenize(b.Block.Text).Where(t => !t.IsStopWord).Select(t => t.Stem).ToList()))
            .Where(entry => entry.Stems.Count >= FewestWords)
            .Select(entry => (entry.Text, Share: (double)entry.Stems.Count(body.Contains) / entry.Stems.Count))
            .DistinctBy(entry => entry.Text).OrderByDescending(entry => entry.Share).Take(2).ToArray();
        return entries.Length > 0 && entries[0].Share >= Own && (entries.Length == 1 || entries[1].Share <= Other) ? entries[0].Text : null;
    }

    private string? Author()
    {
        if (linked.Author is { Length: > 0 } stated) return stated;
        foreach (var block in blocks)
            if (block.Kept == ParagraphKind.Byline && Bylines.OfLine(block.Block.Text) is { } names) return names;
        if (head.GetValueOrDefault("author") is { Length: > 0 and < 100 } meta && !meta.Contains("://", StringComparison.Ordinal)) return meta;
        return blocks.FirstOrDefault(b => b.Kept == ParagraphKind.Byline && b.Block.Shape == BlockShape.Byline && PageDate.Find(b.Block.Text) is null)?.Block.Text;
    }

    private DateOnly? Published()
    {
        if (linked.Published is { } stated) return stated;
        foreach (var tag in DateTags)
            if (PageDate.OfMachine(head.GetValueOrDefault(tag)) is { } machine) return machine;
        foreach (var block in blocks)
        {
            if (block.Kept == ParagraphKind.Body) break;
            if (block.Kept is not (null or ParagraphKind.Byline) || block.Block.Outside is not null) continue;
            if (PageDate.OfLine(block.Block.Text) is { } line) return line;
            if (block.Features.Words <= 6 && PageDate.Find(block.Block.Text) is { } brief) return brief.Date;
        }
        return null;
    }

    private string? Publisher(string? title, List<string> notes)
    {
        if (head.GetValueOrDefault("og:site_name") is { Length: > 0 } site) return site;
        if (linked.Publisher is { Length: > 0 } publisher) return publisher;
        if (blocks.FirstOrDefault(b => b.Role == BlockRole.WindowTitle)?.Block.Text is { } window && title is not null
            && window.StartsWith(title, StringComparison.Ordinal) && SiteBehindTitle().Match(window[title.Length..]) is { Success: true } behind) return behind.Groups[1].Value;
        if (blocks.FirstOrDefault(b => b.Reason == "site name") is { } top) return top.Block.Text;
        foreach (var block in blocks)
            if (block.Kept == ParagraphKind.Body) return Dateline().Match(block.Block.Text) is { Success: true } line ? line.Groups[1].Value : NamedTwice(notes);
        return null;
    }

    /// <summary>The words of the file's name, where the page's own furniture or its credits (not its text) have them as a name too.</summary>
    private string? NamedTwice(List<string> notes)
    {
        var file = DocumentName.Stem(name);
        if (PageDate.OfName(file) is null) return null;
        var words = string.Join("[ -]", DateInName().Replace(file, "").Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        if (words.Length < 3) return null;
        var pattern = new Regex($@"(?-i:\bThe )?\b(?-i:(?=\p{{Lu}})){words}(?-i:(?!\p{{Ll}}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        foreach (var block in blocks)
        {
            if (block.Kept is not (null or ParagraphKind.Caption or ParagraphKind.Byline)) continue;
            if (pattern.Match(block.Block.Text) is not { Success: true } match) continue;
            notes.Add($"The publisher, {match.Value}, was taken from the file's name, which the page's own furniture bears out.");
            return match.Value;
        }
        return null;
    }

    [GeneratedRegex(@"^\s+[|–—\-:·]+\s+(.{2,60})$")]
    private static partial Regex SiteBehindTitle();

    [GeneratedRegex(@"^\p{Lu}[\p{Lu} ,./-]{2,40}\s?(?:,\s+\w+\.? \d{1,2})?\s*\(([\p{Lu}][\p{L} ]{1,30})\)\s*[-–—]")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"(?:19|20)\d{2}[-_.]?\d{2}[-_.]?\d{2}")]
    private static partial Regex DateInName();
}
