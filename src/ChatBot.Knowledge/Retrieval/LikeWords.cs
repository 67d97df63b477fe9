using System.Numerics;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>
/// For a word that an index doesn't hold, the words of it that are spelt alike: one slip away (two, from eight letters on), a slip being a letter
/// left out, put in, changed, or swapped with its neighbour (F. Damerau, 1964), the first letter being right.
/// </summary>
internal static class LikeWords
{
    private const int ShortestForOne = 4;
    private const int ShortestForTwo = 8;
    private const int Most = 3;

    /// <summary>The nearest, at most three; empty where none is near.</summary>
    public static IReadOnlyList<TermAlternative> Find(string stem, IndexSnapshot index)
    {
        if (stem.Length is < ShortestForOne or > 40 || !char.IsLetter(stem[0])) return [];
        var allowed = stem.Length >= ShortestForTwo ? 2 : 1;
        var letters = IndexSegment.LettersOf(stem);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in index.Segments)
        {
            var order = segment.StemOrder;
            for (var i = FirstWith(segment, stem[0]); i < order.Length; i++)
            {
                var other = segment.Stems[order[i]];
                if (other.Length == 0 || other[0] != stem[0]) break;
                if (Math.Abs(other.Length - stem.Length) > allowed || other.Length < ShortestForOne || segment.SentenceFrequency[order[i]] == 0) continue;
                if (BitOperations.PopCount(letters ^ segment.StemLetters[order[i]]) > 2 * allowed) continue; // One slip changes two letters at most.
                if (Slips(stem, other, allowed) is { } slips) found[other] = slips;
            }
        }
        return [.. found.OrderBy(entry => entry.Value).ThenByDescending(entry => index.SentenceFrequency(entry.Key)).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(Most).Select(entry => new TermAlternative(entry.Key, entry.Value == 1 ? 0.8 : 0.6))];
    }

    private static int FirstWith(IndexSegment segment, char letter)
    {
        var (low, high) = (0, segment.StemOrder.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var stem = segment.Stems[segment.StemOrder[middle]];
            if (stem.Length == 0 || stem[0] < letter) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>How many slips part the two, or null where more than <paramref name="allowed"/>.</summary>
    private static int? Slips(string a, string b, int allowed)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var value = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) value = Math.Min(value, before[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }
            if (least > allowed) return null;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.Length] <= allowed ? last[b.Length] : null;
    }
}
