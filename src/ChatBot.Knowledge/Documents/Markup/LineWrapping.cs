using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>
/// Tells where a line break in plain text only wraps a paragraph. In a hard-wrapped text that is where the next line's first word would
/// not have fit any more; in every text, where a long line stops short of an end and the next goes on in lower case.
/// </summary>
internal sealed class LineWrapping
{
    private const int NarrowestWrap = 40;
    private const int WidestWrap = 130;
    private const int LongLine = 40;

    private readonly string _text;

    /// <param name="text">The text.</param>
    /// <param name="lines">Its lines, trimmed; blank ones are empty.</param>
    public LineWrapping(string text, IReadOnlyList<TextSpan> lines)
    {
        _text = text;
        Width = MeasureWidth(lines);
    }

    /// <summary>The width that the text is wrapped to; null where it isn't.</summary>
    public int? Width { get; }

    /// <summary>Whether <paramref name="next"/> continues the paragraph of <paramref name="line"/>, the line right above it.</summary>
    public bool Continues(TextSpan line, TextSpan next)
    {
        if (line.Length == 0 || next.Length == 0) return false;
        if (Width is { } width && line.Length + 1 + FirstWordLength(next) > width) return true;
        return line.Length >= LongLine && char.IsLower(_text[next.Start]) && !EndsSentence(line);
    }

    private int? MeasureWidth(IReadOnlyList<TextSpan> lines)
    {
        var width = lines.Count == 0 ? 0 : lines.Max(line => line.Length);
        if (width is < NarrowestWrap or > WidestWrap) return null;
        int full = 0, pairs = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length * 10 < width * 6 || lines[i + 1].Length == 0) continue;
            pairs++;
            if (lines[i].Length + 1 + FirstWordLength(lines[i + 1]) > width) full++;
        }
        return pairs >= 3 && full * 10 >= pairs * 7 ? width : null;
    }

    private int FirstWordLength(TextSpan line)
    {
        var end = line.Start;
        while (end < line.End && !char.IsWhiteSpace(_text[end])) end++;
        return end - line.Start;
    }

    private bool EndsSentence(TextSpan line)
    {
        var i = line.End - 1;
        while (i > line.Start && _text[i] is '"' or '”' or '’' or '\'' or ')' or ']' or '»') i--;
        return _text[i] is '.' or '!' or '?' or '…' or ':' or ';';
    }
}
