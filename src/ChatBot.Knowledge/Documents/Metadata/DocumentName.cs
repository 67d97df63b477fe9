using System.Security.Cryptography;
using System.Text;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Metadata;

/// <summary>Makes an id of the file name or address that a document came under.</summary>
internal static class DocumentName
{
    private static readonly string[] Extensions = [".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"];

    /// <summary>The last part of the name, without its extension.</summary>
    public static string Stem(string name)
    {
        var path = name.Split('?', '#')[0].TrimEnd('/', '\\');
        var last = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        foreach (var extension in Extensions)
            if (last.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) return last[..^extension.Length];
        return last;
    }

    /// <summary>The id: the name in letters an id may hold; where none are left, the start of a digest of the bytes.</summary>
    public static DocumentId ToId(DocumentInput input)
    {
        var id = new StringBuilder();
        foreach (var c in Folding.Fold(Stem(input.Name)))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '_' && id.Length > 0) id.Append(c);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        var text = id.ToString();
        text = text[..Math.Min(text.Length, 100)].TrimEnd('-');
        return DocumentId.TryParse(text, out var known) ? known : DocumentId.Parse("doc-" + Convert.ToHexStringLower(SHA256.HashData(input.Bytes.Span)[..6]));
    }
}
