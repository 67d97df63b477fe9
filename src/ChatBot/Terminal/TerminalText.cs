using System.Globalization;
using System.Text;
using ChatBot.Knowledge.Text;

namespace ChatBot.Terminal;

/// <summary>Makes text from outside harmless for a terminal.</summary>
internal static class TerminalText
{
    private const char Escape = '\u001B';

    /// <summary>
    /// The text on one line, without escape sequences (ECMA-48: CSI, OSC and the like, whole), control characters, and characters that hide or turn
    /// others round. Line breaks and tabs become spaces.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == Escape || c is '\u0090' or '\u0098' or (>= '\u009B' and <= '\u009F')) i = EndOfSequence(text, i);
            else if (c is '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029') clean.Append(' ');
            else if (char.IsControl(c) || Folding.IsInvisible(c)) continue;
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else clean.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
        }
        return clean.ToString();
    }

    /// <summary>How many columns a character takes: none for marks, two for wide ones (East Asian letters, most emoji).</summary>
    public static int Columns(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        return rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F)
            or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2 : 1;
    }

    /// <summary>How many columns a text takes.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes()) columns += Columns(rune);
        return columns;
    }

    /// <summary>The place of the last character of the sequence that begins at <paramref name="i"/>.</summary>
    private static int EndOfSequence(string text, int i)
    {
        var kind = text[i] == Escape ? (i + 1 < text.Length ? text[++i] : '\0') : (char)(text[i] - 0x40);
        switch (kind)
        {
            case '[':
                while (i + 1 < text.Length && text[i + 1] is >= ' ' and <= '?') i++;
                return i + 1 < text.Length && text[i + 1] is >= '@' and <= '~' ? i + 1 : i;
            case ']' or 'P' or 'X' or '^' or '_':
                // Ends with BEL or ST; without either it ends with the line, so that a stray mark doesn't swallow a document.
                while (i + 1 < text.Length && text[i + 1] is not ('\n' or '\r'))
                {
                    i++;
                    if (text[i] is '\u0007' or '\u009C') return i;
                    if (text[i] == Escape) return i + 1 < text.Length && text[i + 1] == '\\' ? i + 1 : i - 1;
                }
                return i;
            case >= ' ' and <= '/':
                while (i + 1 < text.Length && text[i + 1] is >= ' ' and <= '/') i++;
                return i + 1 < text.Length && text[i + 1] is >= '0' and <= '~' ? i + 1 : i;
            default:
                return kind is >= '0' and <= '~' ? i : i - (kind == '\0' ? 0 : 1);
        }
    }
}
