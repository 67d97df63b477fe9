using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>Tells from an element's tag, class, id and role what part of a page it is.</summary>
internal static class PagePart
{
    private static readonly FrozenDictionary<string, string> Parts = LanguageData.Lines("page-parts.txt")
        .Select(line => line.Split('=', 2))
        .SelectMany(pair => pair[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word, Part: pair[0].Trim())))
        .ToFrozenDictionary(entry => entry.Word, entry => entry.Part, StringComparer.Ordinal);

    private static readonly FrozenSet<string> MainNames = new[]
    {
        "article-body", "article-content", "articlebody", "post-body", "post-content", "entry-content", "story-body", "article-text", "article__body",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The part that the tag alone names, or null.</summary>
    public static string? OfTag(string tag) => tag switch
    {
        "nav" or "menu" => "menu",
        "aside" => "sidebar",
        "footer" => "footer",
        "dialog" => "pop-up",
        _ => null,
    };

    /// <summary>The part that a class list, id or role names, or null.</summary>
    public static string? OfNames(string names)
    {
        foreach (var name in names.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parts.TryGetValue(name, out var whole)) return whole;
            var words = name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries);
            // "has-sidebar", "with-comments", "no-ads" speak of the page's layout, not of the element.
            if (words.Length is 0 or > 4 || words[0] is "has" or "with" or "no" or "without" or "is" or "page" or "content" or "main" or "js") continue;
            if (Parts.TryGetValue(words[0], out var first)) return first;
            if (Parts.TryGetValue(words[^1], out var last)) return last;
        }
        return null;
    }

    /// <summary>Whether a class list, id, role or item property names the article's text.</summary>
    public static bool IsMain(string names)
    {
        foreach (var name in names.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (MainNames.Contains(name)) return true;
        return false;
    }

    /// <summary>The shape that a class list or item property gives a block, or null.</summary>
    public static BlockShape? ShapeOf(string names)
    {
        foreach (var name in names.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            foreach (var word in name.Split(['-', '_'], StringSplitOptions.RemoveEmptyEntries))
                switch (word)
                {
                    case "caption" or "figcaption": return BlockShape.Caption;
                    case "standfirst" or "dek" or "subtitle" or "subheadline" or "lede" or "intro" or "preamble": return BlockShape.Standfirst;
                    case "byline" or "author": return BlockShape.Byline;
                }
        return null;
    }
}
