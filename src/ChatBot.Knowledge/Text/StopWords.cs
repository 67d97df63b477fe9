using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>English function words, as terms (folded): articles, pronouns, prepositions, auxiliaries, question words.</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> Words = LanguageData.Words("stopwords.txt");

    /// <summary>Whether <paramref name="term"/>, already folded, is a function word.</summary>
    public static bool Contains(string term) => Words.Contains(term);
}
