using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text.Spelling;

/// <summary>Words with a shortened one behind them: "who'll", "the mayor'd". They are spelt right where the word before the apostrophe is. Pure.</summary>
internal static class Contractions
{
    private static readonly FrozenSet<string> Endings = new[] { "'ll", "'ve", "'re", "'d", "'m", "n't" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the shortened words are in full; "'d" may be two.</summary>
    private static readonly FrozenDictionary<string, string> InFull = new Dictionary<string, string>(StringComparer.Ordinal) { ["'ll"] = "will", ["'ve"] = "have", ["'re"] = "are" }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The word before the shortened one; null where a folded word has none.</summary>
    public static string? BaseOf(string folded) => EndingOf(folded) is { } ending ? folded[..^ending.Length] : null;

    /// <summary>"Who will" of "who'll", where a function word that isn't common enough to be known as a whole is shortened so; null else.</summary>
    public static string? Spelt(string folded) =>
        !StopWords.Contains(folded) && EndingOf(folded) is { } ending && InFull.TryGetValue(ending, out var behind) && folded[..^ending.Length] is var word && StopWords.Contains(word) ? $"{word} {behind}" : null;

    private static string? EndingOf(string folded) => folded.IndexOf('\'', StringComparison.Ordinal) < 0 ? null : Endings.FirstOrDefault(ending => folded.Length > ending.Length && folded.EndsWith(ending, StringComparison.Ordinal));
}
