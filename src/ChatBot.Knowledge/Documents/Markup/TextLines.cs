using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>The lines of a text without their ends, whichever of the three line ends it uses.</summary>
internal static class TextLines
{
    public static List<TextSpan> Of(string text)
    {
        var lines = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\u2028' or '\u2029')) continue;
            lines.Add(TextSpan.FromBounds(start, i));
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            start = i + 1;
        }
        if (start < text.Length) lines.Add(TextSpan.FromBounds(start, text.Length));
        return lines;
    }

    /// <summary>The part of a line between the white space at its edges, no-break spaces and invisible characters counted as such.</summary>
    public static TextSpan Trim(string text, TextSpan line)
    {
        var start = line.Start;
        var end = line.End;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || Folding.IsInvisible(c);
}
