using ChatBot.Knowledge.Indexing;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>
/// Stems of a segment that look derived from the same word ("migrat", "migrant"): a common beginning of at least five letters, and no more than
/// three letters behind it in either.
/// </summary>
internal static class RelatedStems
{
    private const int CommonLetters = 5;
    private const int LettersBehind = 3;

    /// <summary>The related stems, by their numbers, with their likeness (0 to 1); never the stem itself.</summary>
    public static void Find(IndexSegment segment, string stem, List<WeightedStem> found)
    {
        if (stem.Length < CommonLetters || !char.IsAsciiLetter(stem[0])) return;
        var common = Math.Max(CommonLetters, stem.Length - LettersBehind);
        if (common > stem.Length) return;
        var beginning = stem.AsSpan(0, common);
        var order = segment.StemOrder;
        var low = 0;
        var high = order.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segment.Stems[order[middle]].AsSpan().SequenceCompareTo(beginning) < 0) low = middle + 1;
            else high = middle;
        }
        for (; low < order.Length && found.Count < 64; low++)
        {
            var other = segment.Stems[order[low]];
            if (!other.AsSpan().StartsWith(beginning)) break;
            var shared = other.AsSpan().CommonPrefixLength(stem);
            if (other.Length == stem.Length && shared == stem.Length || other.Length - shared > LettersBehind) continue;
            found.Add(new WeightedStem(order[low], 2f * shared / (stem.Length + other.Length)));
        }
    }
}
