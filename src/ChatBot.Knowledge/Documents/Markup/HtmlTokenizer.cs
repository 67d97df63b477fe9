using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>What an <see cref="HtmlTokenizer"/> found.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Characters between tags, references not yet read.</summary>
    Text,

    /// <summary>A start tag, or a tag that closes itself.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>The content of a script, style or the like: never read by anyone.</summary>
    Raw,

    /// <summary>A comment, a document type, a processing instruction.</summary>
    Comment,
}

/// <summary>A piece of HTML source.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the source.</param>
/// <param name="Name">The tag's name in lower case; "" for other kinds.</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, TextSpan Span, string Name);

/// <summary>
/// Cuts HTML source into tags and text without building a tree, so that every character keeps its place, and in one pass whatever the
/// nesting. It follows the HTML standard's tokenizer, except that a tag or quote that nothing closes is taken for text.
/// </summary>
internal sealed class HtmlTokenizer(string source)
{
    private static readonly HashSet<string> RawElements = new(StringComparer.Ordinal) { "script", "style", "textarea", "title", "noscript", "iframe", "xmp" };

    private readonly int _lastClose = source.LastIndexOf('>');
    private readonly int _lastCommentEnd = source.LastIndexOf("-->", StringComparison.Ordinal);
    private readonly int _lastDouble = source.LastIndexOf('"');
    private readonly int _lastSingle = source.LastIndexOf('\'');
    private int _at;
    private string? _raw;

    /// <summary>The next piece; false at the end.</summary>
    public bool Next(out HtmlToken token)
    {
        token = default;
        if (_at >= source.Length) return false;
        token = _raw is { } name ? ReadRaw(name) : ReadTag() ?? ReadText();
        _at = token.Span.End;
        if (token.Kind == HtmlTokenKind.Start && RawElements.Contains(token.Name)) _raw = token.Name;
        return true;
    }

    /// <summary>The value of an attribute of a start tag, its place included; null where it has none.</summary>
    public TextSpan? Attribute(HtmlToken tag, string name)
    {
        var i = tag.Span.Start + 1 + tag.Name.Length;
        var end = tag.Span.End - 1;
        while (i < end)
        {
            while (i < end && (MappedTextBuilder.IsSpace(source[i]) || source[i] == '/')) i++;
            var from = i;
            while (i < end && !MappedTextBuilder.IsSpace(source[i]) && source[i] is not ('=' or '/')) i++;
            var found = source.AsSpan(from, i - from).Equals(name, StringComparison.OrdinalIgnoreCase);
            while (i < end && MappedTextBuilder.IsSpace(source[i])) i++;
            if (i >= end || source[i] != '=')
            {
                if (found) return new TextSpan(i, 0);
                if (i == from) i++;
                continue;
            }
            i++;
            while (i < end && MappedTextBuilder.IsSpace(source[i])) i++;
            var value = ReadValue(i, end);
            i = value.End < end && source[value.End] is '"' or '\'' ? value.End + 1 : value.End;
            if (found) return value;
            if (i == from) i++;
        }
        return null;
    }

    private TextSpan ReadValue(int i, int end)
    {
        if (i < end && source[i] is '"' or '\'')
        {
            var close = source.IndexOf(source[i], i + 1, end - i - 1);
            return TextSpan.FromBounds(i + 1, close < 0 ? end : close);
        }
        var from = i;
        while (i < end && !MappedTextBuilder.IsSpace(source[i])) i++;
        return TextSpan.FromBounds(from, i);
    }

    private HtmlToken ReadText()
    {
        var end = _at + 1;
        while (end < source.Length && !(source[end] == '<' && BeginsTag(end))) end++;
        return new HtmlToken(HtmlTokenKind.Text, TextSpan.FromBounds(_at, end), "");
    }

    private bool BeginsTag(int i) =>
        i + 1 < source.Length && i < _lastClose
        && (char.IsAsciiLetter(source[i + 1]) || source[i + 1] is '!' or '?' || source[i + 1] == '/' && i + 2 < source.Length && source[i + 2] is not ' ');

    private HtmlToken? ReadTag()
    {
        if (source[_at] != '<' || !BeginsTag(_at)) return null;
        if (source[_at + 1] is '!' or '?') return ReadComment();
        var isEnd = source[_at + 1] == '/';
        var nameStart = _at + (isEnd ? 2 : 1);
        if (!char.IsAsciiLetter(source[nameStart])) return Comment(source.IndexOf('>', nameStart) + 1);
        var i = nameStart;
        while (i < source.Length && source[i] is not ('>' or '/') && !MappedTextBuilder.IsSpace(source[i])) i++;
        var name = source[nameStart..i].ToLowerInvariant();
        while (i < source.Length && source[i] != '>')
        {
            // Only a quote that begins a value hides a closing bracket.
            var opens = source[i] == '"' && i < _lastDouble || source[i] == '\'' && i < _lastSingle;
            if (opens && IsBehindEquals(i))
            {
                var close = source.IndexOf(source[i], i + 1);
                if (close > _lastClose) break;
                i = close;
            }
            i++;
        }
        if (i >= source.Length || source[i] != '>') i = source.IndexOf('>', nameStart);
        return new HtmlToken(isEnd ? HtmlTokenKind.End : HtmlTokenKind.Start, TextSpan.FromBounds(_at, i + 1), name);
    }

    private bool IsBehindEquals(int i)
    {
        do i--;
        while (MappedTextBuilder.IsSpace(source[i]));
        return source[i] == '=';
    }

    private HtmlToken ReadComment()
    {
        if (string.CompareOrdinal(source, _at, "<!--", 0, 4) != 0) return Comment(source.IndexOf('>', _at) + 1);
        var close = _lastCommentEnd < _at + 4 ? -1 : source.IndexOf("-->", _at + 4, StringComparison.Ordinal);
        return Comment(close < 0 ? source.IndexOf('>', _at) + 1 : close + 3);
    }

    private HtmlToken Comment(int end) => new(HtmlTokenKind.Comment, TextSpan.FromBounds(_at, end), "");

    private HtmlToken ReadRaw(string name)
    {
        _raw = null;
        var close = source.IndexOf("</" + name, _at, StringComparison.OrdinalIgnoreCase);
        if (close == _at) return ReadTag() ?? ReadText();
        var end = close < 0 ? source.Length : close;
        return new HtmlToken(name == "title" ? HtmlTokenKind.Text : HtmlTokenKind.Raw, TextSpan.FromBounds(_at, end), "");
    }
}
