using System.Text;

namespace ChatBot.Terminal;

/// <summary>How a run of letters looks.</summary>
internal enum TerminalStyle : byte
{
    /// <summary>As everything else.</summary>
    Plain,

    /// <summary>The direct answer.</summary>
    Strong,

    /// <summary>Of lesser weight.</summary>
    Faint,

    /// <summary>A source's number.</summary>
    Mark,

    /// <summary>A problem.</summary>
    Bad,
}

/// <summary>Puts styled text into lines of limited width, broken between words. What it is given is cleaned first.</summary>
/// <param name="width">Columns of a line.</param>
/// <param name="colours">Whether styles are shown; else they are left out.</param>
internal sealed class StyledLines(int width, bool colours)
{
    private readonly StringBuilder _text = new();
    private readonly List<TerminalStyle> _styles = [];

    /// <summary>Adds a run to the paragraph.</summary>
    public StyledLines Add(string text, TerminalStyle style = TerminalStyle.Plain)
    {
        var clean = TerminalText.Clean(text);
        _text.Append(clean);
        for (var i = 0; i < clean.Length; i++) _styles.Add(style);
        return this;
    }

    /// <summary>The paragraph as lines, and begins another.</summary>
    /// <param name="indent">Columns left free at the left of every line.</param>
    /// <param name="hanging">Further columns left free from the second line on.</param>
    public IReadOnlyList<string> Take(int indent = 0, int hanging = 0)
    {
        var text = _text.ToString().TrimEnd();
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var left = indent + (lines.Count > 0 ? hanging : 0);
            var end = EndOfLine(text, at, Math.Max(8, width - left));
            lines.Add(new string(' ', left) + Styled(text, at, end));
            at = end;
            while (at < text.Length && text[at] == ' ') at++;
        }
        _text.Clear();
        _styles.Clear();
        return lines;
    }

    /// <summary>Where a line of at most <paramref name="columns"/> that begins at <paramref name="from"/> ends: behind the last word that fits, or within a word longer than it.</summary>
    private static int EndOfLine(string text, int from, int columns)
    {
        var lastSpace = -1;
        var used = 0;
        for (var i = from; i < text.Length;)
        {
            if (text[i] == ' ') lastSpace = i;
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            used += TerminalText.Columns(rune);
            if (used > columns) return lastSpace > from ? lastSpace : Math.Max(i, from + length);
            i += length;
        }
        return text.Length;
    }

    private string Styled(string text, int from, int to)
    {
        if (!colours) return text[from..to];
        var line = new StringBuilder();
        var now = TerminalStyle.Plain;
        for (var i = from; i < to; i++)
        {
            if (_styles[i] != now) line.Append("\u001B[0").Append(Code(now = _styles[i])).Append('m');
            line.Append(text[i]);
        }
        if (now != TerminalStyle.Plain) line.Append("\u001B[0m");
        return line.ToString();
    }

    private static string Code(TerminalStyle style) => style switch
    {
        TerminalStyle.Strong => ";1",
        TerminalStyle.Faint => ";2",
        TerminalStyle.Mark => ";36",
        TerminalStyle.Bad => ";31",
        _ => "",
    };
}
