using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>Words that say little by themselves (<c>light-words.txt</c>): "held talks", "gave a speech".</summary>
internal static class LightWords
{
    private static readonly FrozenSet<string> Words = LanguageData.Words("light-words.txt");

    // An adverb's stem is that of a word that may say much ("presently", "presented").
    private static readonly FrozenSet<string> Stems = Words.Where(word => !word.EndsWith("ly", StringComparison.Ordinal)).Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word is one.</summary>
    public static bool Has(Token token) => Stems.Contains(token.Stem) || Words.Contains(token.Term);
}
