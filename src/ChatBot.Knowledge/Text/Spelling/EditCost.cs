namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>
/// How far apart two spellings are: Damerau's four slips (a letter missed, added, mistaken, two swapped; each place once, "optimal string alignment"), each counted, and each
/// with a cost by how easily it happens.
/// </summary>
internal static class EditCost
{
    private const int Longest = 40;
    private const int Letters = 32;
    /// <summary>A vowel left out.</summary>
    public const float MissedVowel = 0.8f;

    private const string Vowels = "aeiouy";

    /// <summary>The first two letters swapped: people look at how a word begins.</summary>
    private const float FirstSwapped = 1.1f;

    private static readonly string[] KeyRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly string[] SoundAlike = ["ck", "cs", "sz", "gj", "fv", "qk", "td", "mn", "uw", "xz", "cq"];
    private static readonly float[] Mistakes = PriceMistakes();

    /// <summary>The least costly way from <paramref name="typed"/> to <paramref name="meant"/>: its edits and its cost; more than <paramref name="most"/> edits: null.</summary>
    public static (int Edits, double Cost)? Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int most)
    {
        if (typed.Length > Longest || meant.Length > Longest || Math.Abs(typed.Length - meant.Length) > most) return null;
        var width = meant.Length + 1;
        Span<float> costs = stackalloc float[3 * (Longest + 1)];
        Span<byte> edits = stackalloc byte[3 * (Longest + 1)];
        for (var j = 0; j <= meant.Length; j++) (costs[j], edits[j]) = (j == 0 ? 0 : costs[j - 1] + Missed(meant, j - 1), (byte)j);
        for (var i = 1; i <= typed.Length; i++)
        {
            var (row, above, twoAbove) = (i % 3 * width, (i + 2) % 3 * width, (i + 1) % 3 * width);
            costs[row] = costs[above] + Added(typed, i - 1);
            edits[row] = (byte)i;
            var fewest = edits[row];
            for (var j = 1; j <= meant.Length; j++)
            {
                var same = typed[i - 1] == meant[j - 1];
                var (cost, count) = (costs[above + j - 1] + (same ? 0 : Mistaken(typed[i - 1], meant[j - 1], i == 1)), edits[above + j - 1] + (same ? 0 : 1));
                Better(costs[row + j - 1] + Missed(meant, j - 1), edits[row + j - 1] + 1, ref cost, ref count);
                Better(costs[above + j] + Added(typed, i - 1), edits[above + j] + 1, ref cost, ref count);
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                    Better(costs[twoAbove + j - 2] + (same ? 0 : i == 2 ? FirstSwapped : 0.7f), edits[twoAbove + j - 2] + (same ? 0 : 1), ref cost, ref count);
                (costs[row + j], edits[row + j]) = (cost, (byte)count);
                fewest = Math.Min(fewest, (byte)count);
            }
            if (fewest > most) return null;
        }
        var end = typed.Length % 3 * width + meant.Length;
        return edits[end] <= most ? (edits[end], costs[end]) : null;
    }

    private static void Better(float cost, int edits, ref float best, ref int count)
    {
        if (cost < best) (best, count) = (cost, edits);
    }

    /// <summary>A letter left out: cheap if it is double, silent at the end or an apostrophe.</summary>
    private static float Missed(ReadOnlySpan<char> meant, int at) =>
        meant[at] == '\'' ? 0.2f
        : at > 0 && meant[at] == meant[at - 1] ? 0.5f
        : at == 0 ? 1.2f
        : meant[at] is 'h' || at == meant.Length - 1 && meant[at] == 'e' ? 0.8f
        : IsVowel(meant[at]) ? MissedVowel : 0.95f;

    /// <summary>A letter too many: cheap if it repeats its neighbour or isn't heard.</summary>
    private static float Added(ReadOnlySpan<char> typed, int at) =>
        typed[at] == '\'' ? 0.2f
        : at > 0 && typed[at] == typed[at - 1] || at + 1 < typed.Length && typed[at] == typed[at + 1] ? 0.5f
        : typed[at] == 't' && at + 2 < typed.Length && typed[at + 1] == 'c' && typed[at + 2] == 'h' ? 0.5f // "tch" sounds like "ch".
        : at == 0 ? 1.2f : 0.95f;

    /// <summary>One letter for another: cheap if they sound alike or lie side by side; dear at the beginning, where people look.</summary>
    private static float Mistaken(char typed, char meant, bool first) => Mistakes[Place(typed) * Letters + Place(meant)] + (first ? 0.3f : 0);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static int Place(char c) => c is >= 'a' and <= 'z' ? c - 'a' : 26;

    private static float[] PriceMistakes()
    {
        var prices = new float[Letters * Letters];
        Array.Fill(prices, 1.15f);
        var keys = KeyRows.SelectMany((row, y) => row.Select((key, x) => (Key: key, X: x + y * 0.5, Y: y))).ToArray();
        foreach (var a in keys)
            foreach (var b in keys)
                if (Math.Abs(a.Y - b.Y) <= 1 && Math.Abs(a.X - b.X) <= 1) Set(prices, a.Key, b.Key, 0.85f);
        foreach (var pair in SoundAlike) Set(prices, pair[0], pair[1], 0.75f);
        foreach (var a in Vowels)
            foreach (var b in Vowels) Set(prices, a, b, 0.7f);
        return prices;
    }

    private static void Set(float[] prices, char a, char b, float price) => prices[Place(a) * Letters + Place(b)] = prices[Place(b) * Letters + Place(a)] = price;
}
