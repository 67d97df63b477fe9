using System.Text;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Auditing;

/// <summary>Finds quotations in a text, and tells whether a text holds one word for word.</summary>
internal static class Quotations
{
    /// <summary>The words between quotation marks, as spans of <paramref name="text"/>. A mark without its partner quotes up to the end of the text.</summary>
    public static List<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!Opens(text, i)) continue;
            var end = i + 1;
            while (end < text.Length && !Closes(text, end, text[i])) end++;
            if (end > i + 1) found.Add(TextSpan.FromBounds(i + 1, end));
            i = end;
        }
        return found;
    }

    /// <summary>
    /// Whether <paramref name="plain"/> (<see cref="Plain"/>) holds the quoted words, in their order. What the quotation leaves out ("…") or puts in
    /// for the reader ("[Ukraine]") may be anything.
    /// </summary>
    public static bool Holds(string plain, string quotation)
    {
        var from = 0;
        foreach (var part in Parts(quotation))
        {
            var at = IndexOfWords(plain, part, from);
            if (at < 0) return false;
            from = at + part.Length;
        }
        return true;
    }

    /// <summary>The text folded, with plain quotation marks and single spaces.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Folding.Fold(text))
        {
            if (!char.IsWhiteSpace(c)) plain.Append(c);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        return plain.ToString();
    }

    private static IEnumerable<string> Parts(string quotation)
    {
        var part = new StringBuilder();
        for (var i = 0; i < quotation.Length; i++)
        {
            var inserted = quotation[i] == '[' ? quotation.IndexOf(']', i) : -1;
            if (inserted > 0) i = inserted;
            if (inserted > 0 || quotation[i] == '…' || quotation.AsSpan(i).StartsWith("...")) part.Append('\n');
            else part.Append(quotation[i]);
        }
        return part.ToString().Split('\n').Select(words => Plain(words).Trim(' ', ',', '.', ';', ':', '!', '?', '-')).Where(words => words.Length > 0);
    }

    private static int IndexOfWords(string plain, string words, int from)
    {
        for (var at = plain.IndexOf(words, from, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(plain[at - 1])) && (end == plain.Length || !char.IsLetterOrDigit(plain[end]))) return at;
        }
        return -1;
    }

    private static bool Opens(string text, int i) => text[i] switch
    {
        '"' or '“' or '„' or '«' => true,
        '‘' or '\'' => (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]),
        _ => false,
    };

    /// <summary>An apostrophe within a word closes nothing, nor does one behind a plural's s that more words of the quotation follow.</summary>
    private static bool Closes(string text, int i, char opened) => opened switch
    {
        '"' or '“' or '„' => text[i] is '"' or '”' or '“',
        '«' => text[i] == '»',
        _ => text[i] is '’' or '\'' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])),
    };
}
