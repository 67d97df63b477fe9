namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>How a document is marked up.</summary>
internal enum DocumentFormat
{
    /// <summary>Text without markup.</summary>
    PlainText,

    /// <summary>Markdown, with front matter or without.</summary>
    Markdown,

    /// <summary>HTML or XHTML.</summary>
    Html,
}

/// <summary>Tells the format of a document: by its content type, else by the end of its name, else by how it begins.</summary>
internal static class FormatDetection
{
    public static DocumentFormat Detect(string name, string? contentType, string text)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is "text/html" or "application/xhtml+xml") return DocumentFormat.Html;
        if (type is "text/markdown" or "text/x-markdown") return DocumentFormat.Markdown;
        var path = name.Split('?', '#')[0];
        if (EndsWith(path, ".md") || EndsWith(path, ".markdown")) return DocumentFormat.Markdown;
        if (EndsWith(path, ".html") || EndsWith(path, ".htm") || EndsWith(path, ".xhtml")) return DocumentFormat.Html;
        if (LooksLikeHtml(text)) return DocumentFormat.Html;
        return !EndsWith(path, ".txt") && text.StartsWith("---\n", StringComparison.Ordinal) ? DocumentFormat.Markdown : DocumentFormat.PlainText;
    }

    private static bool EndsWith(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 1000)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<head", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<body", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith('<') && (head.Contains("<p>", StringComparison.OrdinalIgnoreCase) || head.Contains("<div", StringComparison.OrdinalIgnoreCase)
                || head.Contains("<h1", StringComparison.OrdinalIgnoreCase) || head.Contains("<article", StringComparison.OrdinalIgnoreCase));
    }
}
