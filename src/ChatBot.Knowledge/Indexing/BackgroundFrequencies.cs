using System.Collections.Frozen;
using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Indexing;

/// <summary>
/// How often stems stand in sentences of general English, so that a small collection, whose own counts say little, still knows that
/// "people" is a commoner word than "abbot". The table (<c>Data/background.txt</c>) is made by the benchmarks' <c>learn-background</c>.
/// </summary>
internal static class BackgroundFrequencies
{
    private static readonly FrozenDictionary<string, float> Table = Read(out Unseen);

    /// <summary>Share of sentences taken for a stem that the table doesn't hold.</summary>
    public static readonly float Unseen;

    /// <summary>Share of sentences, above 0 and at most 1, that hold <paramref name="stem"/>.</summary>
    public static float Of(string stem) => Table.TryGetValue(stem, out var share) ? share : Unseen;

    /// <summary>First line: the number of sentences. Then a count and, behind it, the stems that stand in so many of them.</summary>
    private static FrozenDictionary<string, float> Read(out float unseen)
    {
        var table = new Dictionary<string, float>(StringComparer.Ordinal);
        float sentences = 0;
        foreach (var line in LanguageData.Lines("background.txt"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var count = float.Parse(parts[0], CultureInfo.InvariantCulture);
            if (parts.Length == 1) sentences = count;
            else
                foreach (var stem in parts.AsSpan(1)) table[stem] = count / sentences;
        }
        unseen = 0.5f / sentences;
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
