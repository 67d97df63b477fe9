using System.Globalization;
using AngleSharp.Html;

namespace ChatBot.Knowledge.Documents.Markup;

/// <summary>Reads character references (<c>&amp;amp;</c>, <c>&amp;#8217;</c>, <c>&amp;#x2019;</c>) as HTML defines them.</summary>
internal static class CharacterReference
{
    /// <summary>The longest name HTML knows has 32 letters, its semicolon included.</summary>
    private const int LongestName = 32;

    /// <summary>
    /// Reads the reference at <paramref name="start"/> (an ampersand) and says where it ends; false where the ampersand is just one.
    /// </summary>
    public static bool TryRead(string text, int start, int limit, out string meaning, out int end)
    {
        meaning = "";
        end = start;
        if (start + 2 >= limit) return false;
        return text[start + 1] == '#' ? TryReadNumber(text, start, limit, out meaning, out end) : TryReadName(text, start, limit, out meaning, out end);
    }

    private static bool TryReadNumber(string text, int start, int limit, out string meaning, out int end)
    {
        var i = start + 2;
        var hexadecimal = text[i] is 'x' or 'X';
        if (hexadecimal) i++;
        var from = i;
        while (i < limit && (hexadecimal ? char.IsAsciiHexDigit(text[i]) : char.IsAsciiDigit(text[i]))) i++;
        meaning = "";
        end = i;
        if (i == from) return false;
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(text.AsSpan(from, i - from), style, CultureInfo.InvariantCulture, out var code)) code = -1;
        if (end < limit && text[end] == ';') end++;
        meaning = code switch
        {
            >= 0x80 and <= 0x9F => WindowsMeaning(code),
            > 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF => char.ConvertFromUtf32(code),
            _ => "\uFFFD",
        };
        return true;
    }

    /// <summary>Numbers 128 to 159 name control characters, but pages mean Windows-1252 by them, and HTML says so.</summary>
    private static string WindowsMeaning(int code) =>
        System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252) is { } windows ? windows.GetString([(byte)code]) : "\uFFFD";

    private static bool TryReadName(string text, int start, int limit, out string meaning, out int end)
    {
        meaning = "";
        var i = start + 1;
        while (i < limit && i - start <= LongestName && char.IsAsciiLetterOrDigit(text[i])) i++;
        end = i;
        if (i == start + 1) return false;
        if (i < limit && text[i] == ';' && HtmlEntityProvider.Resolver.GetSymbol(text[(start + 1)..(i + 1)]) is { } known)
        {
            end = i + 1;
            meaning = known;
            return true;
        }
        // A few old names hold without their semicolon; the longest wins. Within "&copy=1" of an address it is none.
        for (var stop = i; stop > start + 2; stop--)
            if (HtmlEntityProvider.Resolver.GetSymbol(text[(start + 1)..stop]) is { } old && !(stop < limit && text[stop] == '='))
            {
                end = stop;
                meaning = old;
                return true;
            }
        return false;
    }
}
