using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>The list of words that say that something is moved or changed, by what they are said of.</summary>
internal static class MovingWords
{
    private static readonly FrozenDictionary<string, string[]> Lists = LanguageData.Labelled("moving-words.txt").ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(", "), StringComparer.Ordinal);

    /// <summary>Said of days, times and places.</summary>
    public static IReadOnlyList<string> Moved => Lists["moved"];

    /// <summary>Say that something was moved, without a value.</summary>
    public static IReadOnlyList<string> Signs => Lists["sign"];

    /// <summary>Say that nothing was moved.</summary>
    public static IReadOnlyList<string> Kept => Lists["kept"];

    /// <summary>Nouns for being moved.</summary>
    public static FrozenSet<string> Nouns { get; } = Lists["nouns"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns for being called off.</summary>
    public static FrozenSet<string> Cancellations { get; } = Lists["cancellations"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of the words that say that a move is taken back.</summary>
    public static IReadOnlyList<string[]> Undone { get; } = [.. Lists["undone"].Select(StemsOf)];

    /// <summary>Words that open another clause.</summary>
    public static FrozenSet<string> Openings { get; } = Lists["openings"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stems of the words said of days, times and places: "postponed from 14 May" tells what holds no longer without telling what does.</summary>
    public static IReadOnlyList<string[]> OfDays { get; } = [.. Moved.Select(StemsOf)];

    /// <summary>Those said of any value: "extended from 14 May" may tell when that begins, unless "to" follows.</summary>
    public static IReadOnlyList<string[]> OfAll { get; } = [.. Lists["changed"].Select(StemsOf)];

    /// <summary>Those said of figures alone.</summary>
    public static IReadOnlyList<string[]> OfFigures { get; } = [.. Lists["raised"].Concat(Lists["than"]).Select(StemsOf)];

    /// <summary>Words right behind the new value, and before "from" and the old one.</summary>
    public static FrozenSet<string> Than { get; } = Lists["than"].ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that keep what stands before them from what stands behind.</summary>
    public static FrozenSet<string> Between { get; } = Lists["between"][0].Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static string[] StemsOf(string phrase) => [.. Tokenizer.Tokenize(phrase).Select(token => token.Stem)];
}
