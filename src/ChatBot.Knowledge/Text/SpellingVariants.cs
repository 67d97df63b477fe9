using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>Stems of words that are spelt in two ways, as "defense" and "defence" (<c>spelling-variants.txt</c>), as one. Pure.</summary>
public static class SpellingVariants
{
    private static readonly FrozenDictionary<string, string> Common = LanguageData.Lines("spelling-variants.txt").Select(line => line.Split(' '))
        .Select(pair => (From: EnglishStemmer.Stem(pair[0]), To: EnglishStemmer.Stem(pair[1]))).Where(pair => pair.From != pair.To).DistinctBy(pair => pair.From).ToFrozenDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);

    /// <summary>The stem by which a word is compared, however it is spelt.</summary>
    /// <param name="stem">The word's stem.</param>
    public static string Of(string stem) => Common.GetValueOrDefault(stem, stem);
}
