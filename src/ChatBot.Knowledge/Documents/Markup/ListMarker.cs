using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>Finds the sign that begins an item of a list: a bullet, a dash, a number with a dot or bracket.</summary>
internal static class ListMarker
{
    /// <summary>How many characters the sign and the space behind it take; 0 where the line begins with none.</summary>
    public static int Length(string text, TextSpan line)
    {
        var i = line.Start;
        if (i >= line.End) return 0;
        if (text[i] is '•' or '◦' or '▪' or '‣' or '●' or '·' or '■' or '○' or '–' or '-' or '*' or '+')
        {
            i++;
            // "•" may stand close to its text; a dash or star there is part of the word.
            if (text[i - 1] is '-' or '–' or '*' or '+' or '·' && (i >= line.End || !char.IsWhiteSpace(text[i]))) return 0;
        }
        else if (char.IsAsciiDigit(text[i]))
        {
            while (i < line.End && char.IsAsciiDigit(text[i])) i++;
            if (i - line.Start > 2 || i + 1 >= line.End || text[i] is not ('.' or ')') || text[i + 1] is not (' ' or '\t')) return 0;
            i++;
        }
        else return 0;
        while (i < line.End && char.IsWhiteSpace(text[i])) i++;
        return i >= line.End ? 0 : i - line.Start;
    }
}
