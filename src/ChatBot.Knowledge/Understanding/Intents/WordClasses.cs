using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>Which kinds an everyday word is of ("friday": weekday), from <c>word-classes.txt</c>: what a reader knows before the first example.</summary>
internal static class WordClasses
{
    private static readonly ushort[] Number = [0];
    private static readonly FrozenDictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> Classes = Load();

    /// <summary>The numbers of the kinds of a folded word; a word that begins with a digit has one of its own.</summary>
    public static ReadOnlySpan<ushort> Of(ReadOnlySpan<char> word) =>
        Classes.TryGetValue(word, out var classes) ? classes : char.IsAsciiDigit(word[0]) ? Number : [];

    private static FrozenDictionary<string, ushort[]>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var classes = new Dictionary<string, List<ushort>>(StringComparer.Ordinal);
        ushort next = 1;
        foreach (var line in LanguageData.Lines("word-classes.txt"))
        {
            foreach (var word in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!classes.TryGetValue(word, out var of)) classes[word] = of = [];
                if (!of.Contains(next)) of.Add(next);
            }
            next++;
        }
        return classes.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
