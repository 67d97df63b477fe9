using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// Folds text so that spellings that a reader takes for the same compare equal: case, accents, typographic quotes and dashes, and
/// characters that cannot be seen (zero-width, bidirectional controls, soft hyphens, variation selectors).
/// </summary>
public static class Folding
{
    // The platform's own normalisation does nothing beyond ASCII where globalisation is invariant, as it is here, so the table is ours.
    private static readonly FrozenDictionary<char, string> Letters = ReadLetters();

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
        foreach (var c in text)
        {
            if (c < 128)
            {
                folded.Append(c == '`' ? '\'' : char.ToLowerInvariant(c));
                continue;
            }
            if (IsInvisible(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(c);
            if (Letters.TryGetValue(lower, out var plainLetters)) folded.Append(plainLetters);
            else folded.Append(Sign(lower));
        }
        return folded.ToString();
    }

    private static char Sign(char c) => c switch
    {
        '‘' or '’' or '‚' or 'ʼ' or '′' or '´' => '\'',
        '“' or '”' or '„' or '«' or '»' or '″' => '"',
        >= '‐' and <= '―' or '−' => '-',
        // The full-width forms stand in the order of ASCII.
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    };

    private static FrozenDictionary<char, string> ReadLetters()
    {
        var letters = new Dictionary<char, string>();
        foreach (var line in LanguageData.Lines("letter-folds.txt"))
        {
            var parts = line.Split(' ');
            foreach (var letter in parts[1]) letters[letter] = parts[0];
        }
        return letters.ToFrozenDictionary();
    }

    /// <summary>Whether <paramref name="c"/> takes no room on the page, so that it can hide inside a word.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u034F' or '\u061C' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') or (>= '\u180B' and <= '\u180E');
}
