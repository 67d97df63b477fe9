using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>Words that speak of somebody's being somewhere, or not (<c>presence-words.txt</c>): "attend", "arrive", "absent".</summary>
internal static class PresenceWords
{
    private static readonly FrozenSet<string> Stems = LanguageData.Stems("presence-words.txt");

    /// <summary>Whether a word of this stem is one.</summary>
    public static bool Has(string stem) => Stems.Contains(stem);
}
