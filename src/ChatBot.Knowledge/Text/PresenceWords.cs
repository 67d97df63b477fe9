using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>Words that speak of somebody's being somewhere, or not (<c>presence-words.txt</c>): "attend", "arrive", "absent".</summary>
internal static class PresenceWords
{
    private static readonly FrozenSet<string> Stems = LanguageData.Stems("presence-words.txt");

    private static readonly FrozenSet<string> Absence = Stems.Where(stem => Opposites.Contraries(EnglishStemmer.Stem("attend")).Contains(stem)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a word of this stem speaks of somebody's not being somewhere: "absent".</summary>
    public static bool IsAbsence(string stem) => Absence.Contains(stem);

    /// <summary>Whether a word of this stem is one.</summary>
    public static bool Has(string stem) => Stems.Contains(stem);
}
