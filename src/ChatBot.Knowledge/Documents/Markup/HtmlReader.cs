using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>
/// Reads HTML into blocks in one pass with a bounded stack. No tree is built (a tree would lose the exact places, and its depth is the
/// page's choice): a block ends where a block element begins or ends, an end tag closes what it names, and what nothing closes is closed
/// by the end. Elements nested deeper than <see cref="DeepestKept"/> are read as if they stood at that depth.
/// </summary>
internal sealed class HtmlReader
{
    private const int DeepestKept = 512;

    private static readonly HashSet<string> BlockElements = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
        "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
        { "template", "svg", "math", "object", "canvas", "select", "datalist", "button", "video", "audio", "map" };

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr" };

    private readonly record struct Open(string Name, string? Outside, bool InMain, BlockShape Shape, int Level, bool Unread, bool InLink);

    private readonly string _source;
    private readonly HtmlTokenizer _tokens;
    private readonly List<Open> _open = [];
    private readonly Dictionary<string, int> _openCount = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastEndTag = new(StringComparer.Ordinal);
    private readonly List<Block> _blocks = [];
    private readonly Dictionary<string, string> _head = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TextSpan> _linkedData = [];
    private readonly MappedTextBuilder _text;
    private TableRowReader? _row;
    private int _linkCharacters;
    private int _breakAt = -1;
    private bool _inTitle;
    private bool _isLinkedData;

    private HtmlReader(string source)
    {
        _source = source;
        _tokens = new HtmlTokenizer(source);
        _text = new MappedTextBuilder(source);
    }

    private Open Current => _open.Count == 0 ? new Open("", null, false, BlockShape.Plain, 0, false, false) : _open[^1];

    /// <summary>Reads a page.</summary>
    public static HtmlPage Read(string source)
    {
        var reader = new HtmlReader(source);
        while (reader._tokens.Next(out var token)) reader.Take(token);
        reader.Flush();
        reader.EndRow();
        return new HtmlPage(reader._blocks, reader._head, reader._linkedData);
    }

    private void Take(HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text: TakeText(token.Span); break;
            case HtmlTokenKind.Start: TakeStart(token); break;
            case HtmlTokenKind.End: TakeEnd(token); break;
            case HtmlTokenKind.Raw when _isLinkedData: _linkedData.Add(token.Span); break;
        }
    }

    private void TakeText(TextSpan span)
    {
        if (Current.Unread) return;
        var before = _text.Length;
        for (var i = span.Start; i < span.End;)
        {
            var ampersand = _source.IndexOf('&', i, span.End - i);
            if (ampersand < 0)
            {
                _text.Append(i, span.End);
                break;
            }
            _text.Append(i, ampersand);
            if (CharacterReference.TryRead(_source, ampersand, span.End, out var meaning, out var end)) _text.AppendReplacement(meaning, ampersand, end);
            else _text.Append(ampersand, end = ampersand + 1);
            i = end;
        }
        if (_text.Length == before) return;
        _breakAt = -1;
        if (Current.InLink) _linkCharacters += _text.Length - before;
    }

    private void TakeStart(HtmlToken token)
    {
        switch (token.Name)
        {
            case "br": Break(token); return;
            case "meta" or "link" or "html" or "time": TakeHead(token); break;
            case "title": Flush(); _inTitle = true; return;
            case "script": _isLinkedData = Value(token, "type").Contains("ld+json", StringComparison.OrdinalIgnoreCase); return;
            case "q": _text.AppendReplacement("“", token.Span.Start, token.Span.End); break;
        }
        if (BlockElements.Contains(token.Name)) BeginBlock(token);
        if (Void.Contains(token.Name) || _source[token.Span.End - 2] == '/' && token.Name is "svg" or "math" or "object") return;
        if (_open.Count < DeepestKept) Push(token);
    }

    /// <summary>Two line breaks in a row part paragraphs; one is a space.</summary>
    private void Break(HtmlToken token)
    {
        if (_breakAt >= 0) Flush();
        else if (_text.Length > 0) _breakAt = token.Span.Start;
        _text.AppendSpace(token.Span.Start, token.Span.End);
    }

    private void BeginBlock(HtmlToken token)
    {
        Flush();
        if (_openCount.GetValueOrDefault("p") > 0 && token.Name is not ("li" or "td" or "th")) Close("p");
        switch (token.Name)
        {
            case "li": CloseUnless("li", "ul", "ol", "menu"); break;
            case "dt" or "dd": CloseUnless("dt", "dl"); CloseUnless("dd", "dl"); break;
            case "table": EndRow(layout: true); break;
            case "tr": EndRow(); _row = new TableRowReader(_source); break;
            case "td" or "th": _row?.BeginCell(); break;
        }
    }

    /// <summary>An open element of the same name is closed by the next one, unless a list opened in between.</summary>
    private void CloseUnless(string name, params ReadOnlySpan<string> barriers)
    {
        for (var i = _open.Count - 1; i >= Math.Max(0, _open.Count - 64); i--)
        {
            if (barriers.Contains(_open[i].Name)) return;
            if (_open[i].Name != name) continue;
            Truncate(i);
            return;
        }
    }

    private void TakeEnd(HtmlToken token)
    {
        switch (token.Name)
        {
            case "title":
                if (_inTitle) FlushAs(BlockShape.WindowTitle);
                _inTitle = false;
                return;
            case "br": Break(token); return;
            case "q": _text.AppendReplacement("”", token.Span.Start, token.Span.End); break;
        }
        if (BlockElements.Contains(token.Name)) Flush();
        if (token.Name is "tr" or "table") EndRow();
        Close(token.Name);
    }

    private void Push(HtmlToken token)
    {
        var parent = Current;
        var names = $"{Value(token, "class")} {Value(token, "id")} {Value(token, "role")} {Value(token, "itemprop")}";
        var isRoot = token.Name is "html" or "body" or "main" or "article" or "head";
        var isMain = token.Name is "main" or "article" || PagePart.IsMain(names);
        var outside = parent.Outside ?? (IsHidden(token) ? "hidden" : isRoot ? null : OutsideOf(token.Name, names, parent));
        if (token.Name == "main") outside = null;
        var level = token.Name is ['h', >= '1' and <= '6'] ? token.Name[1] - '0' : 0;
        var shape = level > 0 ? BlockShape.Heading : token.Name switch
        {
            "li" => BlockShape.ListItem,
            "figcaption" or "caption" => BlockShape.Caption,
            _ => isRoot ? BlockShape.Plain : PagePart.ShapeOf(names) ?? parent.Shape,
        };
        var unread = parent.Unread || Unread.Contains(token.Name) && EndTagFollows(token);
        var inLink = parent.InLink || token.Name == "a" && _tokens.Attribute(token, "href") is not null;
        _open.Add(new Open(token.Name, outside, parent.InMain || isMain && outside is null, shape, level > 0 ? level : parent.Level, unread, inLink));
        _openCount[token.Name] = _openCount.GetValueOrDefault(token.Name) + 1;
    }

    private static string? OutsideOf(string tag, string names, Open parent)
    {
        if (PagePart.OfNames(names) is { } named) return named;
        // An article's own header and footer carry its title and byline; a quotation's footer names who said it.
        return tag == "footer" && (parent.InMain || parent.Name == "blockquote") ? null : PagePart.OfTag(tag);
    }

    private bool IsHidden(HtmlToken token)
    {
        if (token.Name is "input" || _tokens.Attribute(token, "hidden") is not null) return true;
        if (Value(token, "aria-hidden").Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        var style = Value(token, "style").Replace(" ", "", StringComparison.Ordinal);
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What nothing closes must not swallow the rest of the page.</summary>
    private bool EndTagFollows(HtmlToken token)
    {
        if (!_lastEndTag.TryGetValue(token.Name, out var last))
            _lastEndTag[token.Name] = last = _source.LastIndexOf("</" + token.Name, StringComparison.OrdinalIgnoreCase);
        return last > token.Span.Start;
    }

    private void Close(string name)
    {
        if (_openCount.GetValueOrDefault(name) == 0) return;
        var i = _open.Count - 1;
        while (_open[i].Name != name) i--;
        Truncate(i);
    }

    private void Truncate(int count)
    {
        for (var i = _open.Count - 1; i >= count; i--) _openCount[_open[i].Name]--;
        _open.RemoveRange(count, _open.Count - count);
    }

    private void TakeHead(HtmlToken token)
    {
        var (key, value) = token.Name switch
        {
            "html" => ("lang", Value(token, "lang")),
            "time" when Current.Outside is null => ("time", Value(token, "datetime")),
            "link" when Value(token, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase) => ("canonical", Value(token, "href")),
            "meta" when _tokens.Attribute(token, "property") is not null => (Value(token, "property"), Value(token, "content")),
            "meta" => (Value(token, "name"), Value(token, "content")),
            _ => ("", ""),
        };
        if (key.Length > 0 && value.Length > 0) _head.TryAdd(key, value);
    }

    private string Value(HtmlToken token, string attribute)
    {
        if (_tokens.Attribute(token, attribute) is not { Length: > 0 } span) return "";
        var raw = span.Of(_source);
        return raw.Contains('&') ? System.Net.WebUtility.HtmlDecode(raw).Trim() : raw.Trim();
    }

    private void Flush() => FlushAs(_inTitle ? BlockShape.WindowTitle : Current.Shape);

    private void FlushAs(BlockShape shape)
    {
        _breakAt = -1;
        var content = _text.Take();
        var links = _linkCharacters;
        _linkCharacters = 0;
        if (content.Text.All(c => char.IsWhiteSpace(c) || Folding.IsInvisible(c))) return;
        var current = Current;
        var block = new Block(content, shape)
        {
            Level = shape == BlockShape.Heading ? current.Level : 0,
            AfterGap = true,
            Outside = current.Outside,
            InMain = current.InMain,
            LinkCharacters = links,
        };
        if (_row is { } row && shape != BlockShape.WindowTitle) row.Add(block);
        else _blocks.Add(block);
    }

    private void EndRow(bool layout = false)
    {
        if (_row is { } row) _blocks.AddRange(row.End(layout));
        _row = null;
    }
}
