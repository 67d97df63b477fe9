using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>Phrases, compared by stems.</summary>
internal sealed class PhraseSet(params string[] phrases)
{
    /// <summary>Those that begin with a stem, by it: what follows.</summary>
    private readonly FrozenDictionary<string, string[][]> _byFirst = phrases.Select(phrase => Tokenizer.Tokenize(phrase).Select(token => token.Stem).ToArray())
        .GroupBy(stems => stems[0], StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Select(stems => stems[1..]).ToArray(), StringComparer.Ordinal);

    /// <summary>Whether a sentence has any of them.</summary>
    public bool StandsIn(string sentence) => StandsIn(Tokenizer.Tokenize(sentence));

    /// <summary>Whether a sentence has any of them.</summary>
    /// <param name="tokens">Its tokens.</param>
    public bool StandsIn(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (_byFirst.TryGetValue(tokens[i].Stem, out var rests))
                foreach (var rest in rests)
                    if (Follows(tokens, i + 1, rest)) return true;
        return false;
    }

    private static bool Follows(IReadOnlyList<Token> tokens, int from, string[] rest)
    {
        if (from + rest.Length > tokens.Count) return false;
        for (var k = 0; k < rest.Length; k++)
            if (tokens[from + k].Stem != rest[k]) return false;
        return true;
    }
}
