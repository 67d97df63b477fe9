using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"Gave an interview to the Post": a deed told by a noun, done by the one and not by who gives it (<c>turned-nouns.txt</c>).</summary>
internal static class TurnedNouns
{
    /// <summary>"Gave a long and angry interview": so many words may stand between.</summary>
    private const int Reach = 5;

    private static readonly FrozenSet<string> Nouns = LanguageData.Words("turned-nouns.txt");

    /// <summary>Whether the word is such a noun, behind a form of "give".</summary>
    public static bool IsOne(IReadOnlyList<Token> tokens, int at)
    {
        if (!Nouns.Contains(tokens[at].Term)) return false;
        for (var i = at - 1; i >= Math.Max(0, at - Reach); i--)
            if (IrregularForms.BaseOf(tokens[i].Term) is "give" or "gives" or "giving" or "granted" or "grants") return true;
        return false;
    }
}
