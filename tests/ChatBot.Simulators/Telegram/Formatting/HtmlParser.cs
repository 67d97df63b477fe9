using System.Globalization;
using System.Text;

namespace ChatBot.Simulators.Telegram.Formatting;

/// <summary>The platform's HTML: its tags, its attributes, its error messages with offsets in bytes of UTF-8.</summary>
internal sealed class HtmlParser
{
    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["span"] = "spoiler",
        ["a"] = "text_link",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
    };

    private readonly string html;
    private readonly StringBuilder text = new();
    private readonly List<TextEntity> entities = [];
    private readonly Stack<OpenTag> open = new();
    private int at;

    private HtmlParser(string html) => this.html = html;

    /// <exception cref="ApiError">The text cannot be parsed.</exception>
    public static FormattedText Parse(string html) => new HtmlParser(html).Run();

    private char Current => at < html.Length ? html[at] : '\0';

    private FormattedText Run()
    {
        while (at < html.Length)
        {
            if (html[at] == '&')
                text.Append(ReadCharacter());
            else if (html[at] != '<')
                text.Append(html[at++]);
            else if (at + 1 < html.Length && html[at + 1] == '/')
                ReadEndTag();
            else
                ReadStartTag();
        }
        if (open.TryPeek(out var unclosed))
            throw Fail($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        return new FormattedText(text.ToString(), [.. entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);
    }

    private void ReadStartTag()
    {
        var begin = at++;
        var nameStart = at;
        while (Current != '\0' && !char.IsWhiteSpace(Current) && Current != '>')
            at++;
        if (Current == '\0')
            throw Fail($"Unclosed start tag at byte offset {Bytes(begin)}");
        var name = html[nameStart..at].ToLowerInvariant();
        if (!Tags.TryGetValue(name, out var type))
            throw Fail($"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}");
        var tag = new OpenTag(name, type, text.Length);
        while (Current != '>')
        {
            SkipSpace();
            if (Current == '>')
                break;
            if (Current == '\0')
                throw Fail($"Unclosed start tag \"{name}\" at byte offset {Bytes(begin)}");
            ReadAttribute(tag, begin);
        }
        at++;
        if (name == "span" && tag.Class != "tg-spoiler")
            throw Fail($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}");
        open.Push(tag);
    }

    private void ReadAttribute(OpenTag tag, int begin)
    {
        var start = at;
        while (Current != '\0' && !char.IsWhiteSpace(Current) && Current is not ('=' or '>' or '/' or '"' or '\''))
            at++;
        var name = html[start..at].ToLowerInvariant();
        if (name.Length == 0)
            throw Fail($"Empty attribute name in the tag \"{tag.Name}\" at byte offset {Bytes(begin)}");
        SkipSpace();
        var value = "";
        if (Current == '=')
        {
            at++;
            SkipSpace();
            value = ReadValue(tag, begin);
        }
        if (tag.Name == "a" && name == "href")
            tag.Url = value;
        else if (name == "class")
            tag.Class = value;
        else if (tag.Name == "blockquote" && name == "expandable")
            tag.Type = "expandable_blockquote";
    }

    private string ReadValue(OpenTag tag, int begin)
    {
        if (Current is not ('"' or '\''))
        {
            var start = at;
            while (char.IsAsciiLetterOrDigit(Current) || Current is '.' or '-')
                at++;
            if (!char.IsWhiteSpace(Current) && Current != '>')
                throw Fail(Current == '\0' ? $"Unclosed start tag at byte offset {Bytes(begin)}"
                    : $"Unexpected end of name token at byte offset {Bytes(start)}");
            return html[start..at].ToLowerInvariant();
        }
        var quote = html[at++];
        var value = new StringBuilder();
        while (Current != '\0' && Current != quote)
        {
            if (Current == '&')
                value.Append(ReadCharacter());
            else
                value.Append(html[at++]);
        }
        if (Current == '\0')
            throw Fail($"Unclosed start tag at byte offset {Bytes(begin)}");
        at++;
        return value.ToString();
    }

    private void ReadEndTag()
    {
        var begin = at;
        if (open.Count == 0)
            throw Fail($"Unexpected end tag at byte offset {Bytes(begin)}");
        at += 2;
        var start = at;
        while (Current != '\0' && !char.IsWhiteSpace(Current) && Current != '>')
            at++;
        var name = html[start..at].ToLowerInvariant();
        SkipSpace();
        if (Current != '>')
            throw Fail($"Unclosed end tag at byte offset {Bytes(begin)}");
        at++;
        var tag = open.Pop();
        if (name.Length > 0 && name != tag.Name)
            throw Fail($"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        Close(tag);
    }

    private void Close(OpenTag tag)
    {
        var length = text.Length - tag.Start;
        if (length == 0)
            return;
        switch (tag.Type)
        {
            case "text_link":
                var url = tag.Url ?? text.ToString(tag.Start, length);
                if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "tg")
                    entities.Add(new TextEntity("text_link", tag.Start, length) { Url = url });
                break;
            case "code" when open.TryPeek(out var pre) && pre.Type == "pre" && pre.Start == tag.Start:
                if (tag.Class.StartsWith("language-", StringComparison.Ordinal))
                    pre.Language = tag.Class["language-".Length..];
                break;
            default:
                entities.Add(new TextEntity(tag.Type, tag.Start, length) { Language = tag.Language });
                break;
        }
    }

    /// <summary>One of the four named characters or a numbered one; anything else stays the ampersand that it is.</summary>
    private string ReadCharacter()
    {
        var end = html.IndexOf(';', at + 1);
        var name = end > at && end - at <= 10 ? html[(at + 1)..end] : "";
        var decoded = name switch
        {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            ['#', 'x' or 'X', .. var digits] => Numbered(digits, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Numbered(digits, NumberStyles.None),
            _ => null,
        };
        at = decoded is null ? at + 1 : end + 1;
        return decoded ?? "&";
    }

    private static string? Numbered(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code > 0 && Rune.IsValid(code) ? new Rune(code).ToString() : null;

    private void SkipSpace()
    {
        while (Current != '\0' && char.IsWhiteSpace(Current))
            at++;
    }

    private int Bytes(int index) => Encoding.UTF8.GetByteCount(html.AsSpan(0, index));

    private static ApiError Fail(string problem) => ApiError.BadRequest($"can't parse entities: {problem}");

    private sealed class OpenTag(string name, string type, int start)
    {
        public string Name { get; } = name;
        public string Type { get; set; } = type;
        public int Start { get; } = start;
        public string? Url { get; set; }
        public string Class { get; set; } = "";
        public string? Language { get; set; }
    }
}
