using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>Tells that a message is in another language than English, and in which, by its commonest words (<c>other-languages.txt</c>), or by its letters.</summary>
internal static class OtherLanguage
{
    /// <summary>Messages of fewer words need one foreign word, longer ones two.</summary>
    private const int Short = 4;

    /// <summary>Words of a language that have to stand in a message where English knows them too.</summary>
    private const int LeastShared = 3;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = LanguageData.Lines("other-languages.txt").Select(line => line.Split(':', 2)).ToFrozenDictionary(
        parts => parts[0], parts => Tokenizer.Tokenize(parts[1]).Select(token => token.Term).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The language's code ("de"), or null where the message is English, or nobody can tell.</summary>
    /// <param name="tokens">The message's tokens, as typed.</param>
    /// <param name="isEnglish">Whether a word is one of English or of the documents.</param>
    /// <param name="text">The message.</param>
    public static string? Of(string text, IReadOnlyList<Token> tokens, Func<string, bool> isEnglish)
    {
        var words = tokens.Where(token => !token.IsNumber && (token.Traits & TokenTraits.Symbol) == 0).ToList();
        if (words.Count == 0) return null;
        var english = words.Count(token => isEnglish(token.Term));
        string? best = null;
        var most = 0;
        foreach (var (code, known) in Words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // A word that English has too ("die", "was") says nothing by itself.
            var own = words.Count(token => known.Contains(token.Term) && !isEnglish(token.Term));
            var shared = words.Count(token => known.Contains(token.Term));
            if (shared <= most) continue;
            var isOwn = own >= (words.Count < Short ? 1 : 2) && english - (shared - own) <= own;
            if (!isOwn && !IsAllOf(words, known, shared, english)) continue;
            most = shared;
            best = code;
        }
        // Names may be written so in documents.
        return best ?? (words.Exists(token => isEnglish(token.Term) && OtherScript.Of(token.Term) is not null) ? null : OtherScript.Of(text));
    }

    /// <summary>
    /// "Wie is de … van de NAVO?" hardly has a word that English dictionaries lack; but its small words are all of the language, and none of English alone.
    /// </summary>
    private static bool IsAllOf(List<Token> words, FrozenSet<string> known, int shared, int english) =>
        shared >= LeastShared && shared * 2 >= words.Count && english < words.Count && !words.Exists(token => StopWords.Contains(token.Term) && !known.Contains(token.Term));
}
