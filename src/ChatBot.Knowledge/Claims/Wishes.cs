using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells what a sentence says is only wished, meant, asked for or tried (<c>intending-words.txt</c>).</summary>
internal static class Wishes
{
    /// <summary>"Proposals for a quick and lasting ending of": the wish stands at most so many words before what is wished.</summary>
    private const int Reach = 4;

    private static readonly FrozenSet<string> Stems = LanguageData.Stems("intending-words.txt");

    /// <summary>Whether the sentence tells of a wish at all, as "wants the bridge closed" does.</summary>
    public static bool AreToldOf(IReadOnlyList<Token> tokens) => tokens.Any(token => Stems.Contains(token.Stem));

    /// <summary>Whether the deed at <paramref name="at"/> is one of those: "proposals for ending", "efforts to end", "demanded the lifting of".</summary>
    public static bool IsWished(IReadOnlyList<Token> tokens, int at)
    {
        if (ClaimedDeed.IsPast(tokens[at])) return false;
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            if (Stems.Contains(tokens[i].Stem)) return true;
            if (!(tokens[i].Term is "to" or "for" or "of" or "on" or "about" or "at" or "that" or "the" or "a" or "an" or "any" or "its" or "his" or "her" or "their") && !tokens[i].Term.EndsWith("ly", StringComparison.Ordinal)) return false;
        }
        return false;
    }
}
