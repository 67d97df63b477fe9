using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>
/// Reads Markdown into blocks: headings (both kinds), paragraphs, list items, quotations, pipe tables. A picture's alternative text is
/// taken out; an emphasised line right under a picture is its caption. Code blocks are left out.
/// </summary>
internal sealed class MarkdownReader
{
    private readonly string _source;
    private readonly List<TextSpan> _lines;
    private readonly MappedTextBuilder _text;
    private readonly MarkdownInline _inline;
    private readonly List<Block> _blocks = [];
    private BlockShape _shape;
    private int _level;
    private bool _afterGap = true;
    private bool _afterPicture;

    private MarkdownReader(string source, int start)
    {
        _source = source;
        _lines = TextLines.Of(source).FindAll(line => line.Start >= start);
        _text = new MappedTextBuilder(source);
        _inline = new MarkdownInline(source, _text);
    }

    /// <summary>Reads the part of <paramref name="source"/> from <paramref name="start"/> on (the start of a line).</summary>
    public static IReadOnlyList<Block> Read(string source, int start)
    {
        var reader = new MarkdownReader(source, start);
        reader.ReadLines();
        return reader._blocks;
    }

    private void ReadLines()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = TextLines.Trim(_source, _lines[i]);
            if (IsFence(line))
            {
                Flush();
                i = SkipCode(i);
            }
            else if (line.Length == 0)
            {
                Flush();
                _afterGap = true;
            }
            else if (IsUnderline(line, out var level) && _shape == BlockShape.Plain && _text.Length > 0)
            {
                (_shape, _level) = (BlockShape.Heading, level);
                Flush();
            }
            else if (!IsRule(line)) ReadLine(line);
            else Flush();
        }
        Flush();
    }

    private void ReadLine(TextSpan line)
    {
        while (line.Length > 0 && _source[line.Start] == '>') line = TextLines.Trim(_source, TextSpan.FromBounds(line.Start + 1, line.End));
        if (line.Length == 0)
        {
            Flush();
            return;
        }
        var hashes = 0;
        while (hashes < line.Length && hashes < 7 && _source[line.Start + hashes] == '#') hashes++;
        if (hashes is > 0 and < 7 && (hashes == line.Length || char.IsWhiteSpace(_source[line.Start + hashes])))
        {
            var end = line.End;
            while (end > line.Start + hashes && _source[end - 1] is '#' or ' ') end--;
            One(TextSpan.FromBounds(line.Start + hashes, end), BlockShape.Heading, hashes);
        }
        else if (_source[line.Start] == '|') ReadRow(line);
        else if (_source.AsSpan(line.Start, line.Length).StartsWith("![", StringComparison.Ordinal))
        {
            One(line, BlockShape.Caption);
            _afterPicture = true;
        }
        else if (ListMarker.Length(_source, line) is var marker and > 0)
        {
            Flush();
            (_shape, _) = (BlockShape.ListItem, 0);
            Continue(TextSpan.FromBounds(line.Start + marker, line.End));
        }
        else
        {
            if (_afterPicture && _source[line.Start] is '*' or '_' && _source[line.End - 1] is '*' or '_') _shape = BlockShape.Caption;
            Continue(line);
        }
    }

    private void One(TextSpan line, BlockShape shape, int level = 0)
    {
        Flush();
        (_shape, _level) = (shape, level);
        Continue(line);
        Flush();
    }

    private void Continue(TextSpan line)
    {
        if (_text.Length == 0) _inline.Begin();
        else _text.AppendSpace(line.Start - 1, line.Start);
        _inline.Append(line);
        _afterPicture = false;
    }

    private void ReadRow(TextSpan line)
    {
        Flush();
        var row = new TableRowReader(_source);
        foreach (var cell in Cells(line))
        {
            row.BeginCell();
            _inline.Begin();
            _inline.Append(cell);
            if (_text.Length > 0) row.Add(new Block(_text.Take()) { AfterGap = _afterGap, LinkCharacters = _inline.LinkCharacters });
        }
        if (_source.AsSpan(line.Start, line.Length).ContainsAnyExcept("|-: \t")) _blocks.AddRange(row.End(layout: false));
        _afterGap = false;
    }

    private IEnumerable<TextSpan> Cells(TextSpan line)
    {
        var start = line.Start + 1;
        for (var i = start; i <= line.End; i++)
        {
            if (i < line.End && (_source[i] != '|' || _source[i - 1] == '\\')) continue;
            yield return TextLines.Trim(_source, TextSpan.FromBounds(Math.Min(start, i), i));
            start = i + 1;
        }
    }

    private bool IsFence(TextSpan line) =>
        line.Length >= 3 && (string.CompareOrdinal(_source, line.Start, "```", 0, 3) == 0 || string.CompareOrdinal(_source, line.Start, "~~~", 0, 3) == 0);

    private int SkipCode(int i)
    {
        for (var end = i + 1; end < _lines.Count; end++)
            if (IsFence(TextLines.Trim(_source, _lines[end]))) return end;
        return i; // Nothing closes it, so it opens nothing.
    }

    private bool IsUnderline(TextSpan line, out int level)
    {
        var span = _source.AsSpan(line.Start, line.Length);
        level = span[0] == '=' ? 1 : 2;
        return line.Length >= 2 && (!span.ContainsAnyExcept('=') || !span.ContainsAnyExcept('-'));
    }

    private bool IsRule(TextSpan line) =>
        line.Length >= 3 && _source[line.Start] is '-' or '*' or '_' && !_source.AsSpan(line.Start, line.Length).ContainsAnyExcept(_source[line.Start], ' ');

    private void Flush()
    {
        var content = _text.Take();
        if (content.Text.Length > 0)
        {
            _blocks.Add(new Block(content, _shape) { Level = _shape == BlockShape.Heading ? _level : 0, AfterGap = _afterGap, LinkCharacters = _inline.LinkCharacters });
            _afterGap = false;
        }
        (_shape, _level) = (BlockShape.Plain, 0);
    }
}
