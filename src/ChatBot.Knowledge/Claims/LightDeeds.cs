using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"Gave a speech", "paid a short visit", "held talks": a verb that says little, with the noun that says what is done (<c>light-verbs.txt</c>).</summary>
internal static class LightDeeds
{
    /// <summary>"A long and much awaited speech": so many words may stand between.</summary>
    private const int Reach = 4;

    private static readonly FrozenSet<string> Verbs = LanguageData.Stems("light-verbs.txt");

    /// <summary>Whether the word is such a verb.</summary>
    public static bool IsVerb(Token token) => Verbs.Contains(token.Stem) || IrregularForms.BaseOf(token.Term) is { } verb && Verbs.Contains(verb);

    /// <summary>Whether the word is such a noun: nothing but an article and what describes it stands between the verb and it.</summary>
    public static bool IsNoun(IReadOnlyList<Token> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Reach - 1); i--)
        {
            if (Verbs.Contains(tokens[i].Stem)) return true;
            if (tokens[i].IsStopWord && tokens[i].Term is not ("a" or "an" or "the" or "his" or "her" or "its" or "their" or "and" or "no" or "another")) return false;
        }
        return false;
    }
}
