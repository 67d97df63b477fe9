using System.Globalization;
using System.Text;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// Folds text so that spellings that a reader takes for the same compare equal: case, accents, typographic quotes and dashes, and
/// characters that cannot be seen (zero-width, bidirectional controls, soft hyphens, variation selectors).
/// </summary>
public static class Folding
{
    /// <summary>The folded form of <paramref name="text"/>; its length may differ from the text's.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var plain = true;
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or ' '))
            {
                plain = false;
                break;
            }
        if (plain) return text.ToString();

        var folded = new StringBuilder(text.Length);
        string decomposed;
        try
        {
            decomposed = text.ToString().Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            decomposed = text.ToString(); // A lone surrogate: not Unicode text, so it is left as it stands.
        }
        foreach (var c in decomposed)
        {
            if (IsInvisible(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            switch (char.ToLowerInvariant(c))
            {
                case '‘' or '’' or 'ʼ' or '′' or '`' or '´': folded.Append('\''); break;
                case '“' or '”' or '„' or '«' or '»': folded.Append('"'); break;
                case >= '‐' and <= '―' or '−': folded.Append('-'); break;
                case 'ł': folded.Append('l'); break;
                case 'ø': folded.Append('o'); break;
                case 'đ' or 'ð': folded.Append('d'); break;
                case 'ı': folded.Append('i'); break;
                case 'ß': folded.Append("ss"); break;
                case 'æ': folded.Append("ae"); break;
                case 'œ': folded.Append("oe"); break;
                case 'þ': folded.Append("th"); break;
                case var lower: folded.Append(lower); break;
            }
        }
        return folded.ToString();
    }

    /// <summary>Whether <paramref name="c"/> takes no room on the page, so that it can hide inside a word.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u034F' or '\u061C' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') or (>= '\u180B' and <= '\u180E');
}
