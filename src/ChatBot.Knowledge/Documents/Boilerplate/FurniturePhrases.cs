using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>The known words of page furniture (<c>page-furniture.txt</c>, <c>section-labels.txt</c>).</summary>
internal static class FurniturePhrases
{
    /// <summary>Lines with more words than this are prose, whatever they mention.</summary>
    private const int LongestLine = 90;

    private static readonly List<(string Reason, string Phrase)> Held = [];
    private static readonly List<(string Reason, string Phrase)> Begun = [];
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal);

    static FurniturePhrases()
    {
        foreach (var (reason, entry) in Sections("page-furniture.txt"))
            switch (entry[0])
            {
                case '=': Whole.TryAdd(entry[1..], reason); break;
                case '^': Begun.Add((reason, entry[1..])); break;
                default: Held.Add((reason, entry)); break;
            }
        foreach (var (reason, entry) in Sections("section-labels.txt")) Labels.TryAdd(entry, reason);
    }

    /// <summary>Why a line of <paramref name="words"/> words is furniture, and by how many phrases; null where it is none.</summary>
    public static (string Reason, int Hits)? Find(string folded, int words)
    {
        if (words > LongestLine) return null;
        if (Whole.TryGetValue(Bare(folded), out var whole)) return (whole, 9);
        if (IsRowOfWords(folded) is { } row) return (row, 9);
        string? reason = null;
        var hits = 0;
        foreach (var (why, phrase) in Begun)
            if (folded.StartsWith(phrase, StringComparison.Ordinal) && EndsWord(folded, phrase.Length)) Hit(why);
        foreach (var (why, phrase) in Held)
            if (Holds(folded, phrase)) Hit(why);
        return reason is null ? null : (reason, hits);

        void Hit(string why)
        {
            reason ??= why;
            hits++;
        }
    }

    /// <summary>"Share Tweet Email": several whole lines of furniture in one line.</summary>
    private static string? IsRowOfWords(string folded)
    {
        var words = folded.Split([' ', '|', '/', '·', '•', ',', '>', '<'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 30) return null;
        string? reason = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && Whole.TryGetValue($"{words[i]} {words[i + 1]}", out var two))
            {
                reason ??= two;
                i++;
            }
            else if (Whole.TryGetValue(words[i], out var one)) reason ??= one;
            else return null;
        }
        return reason;
    }

    /// <summary>Which part of the page a line opens ("related articles", "comments"); null where it opens none.</summary>
    public static string? Opens(string folded) => Labels.GetValueOrDefault(Bare(folded));

    /// <summary>The line without numbers, signs and spaces at its ends ("12 Comments:" is "comments").</summary>
    private static string Bare(string folded)
    {
        var start = 0;
        var end = folded.Length;
        while (start < end && !char.IsLetter(folded[start])) start++;
        while (end > start && !char.IsLetter(folded[end - 1])) end--;
        return folded[start..end];
    }

    private static bool Holds(string folded, string phrase)
    {
        var star = phrase.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0)
        {
            // "reach * members": one word, whichever, at the star.
            var first = folded.IndexOf(phrase[..star], StringComparison.Ordinal);
            if (first < 0) return false;
            var space = folded.IndexOf(' ', first + star);
            return space >= 0 && folded.AsSpan(space).StartsWith(phrase.AsSpan(star + 1), StringComparison.Ordinal);
        }
        for (var at = folded.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetterOrDigit(folded[at - 1])) && EndsWord(folded, at + phrase.Length)) return true;
        return false;
    }

    private static bool EndsWord(string folded, int end) => end >= folded.Length || !char.IsLetterOrDigit(folded[end]) || !char.IsLetterOrDigit(folded[end - 1]);

    private static IEnumerable<(string Reason, string Entry)> Sections(string list)
    {
        var reason = "";
        foreach (var line in LanguageData.Lines(list))
        {
            if (line[0] == '[') reason = line.Trim('[', ']');
            else yield return (reason, line);
        }
    }
}
