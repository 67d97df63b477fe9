using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"A condition for ending the strike", "efforts to end it" (<c>purpose-nouns.txt</c>): what is aimed at, or depends on something, isn't done.</summary>
internal static class Purposes
{
    private static readonly FrozenSet<string> Nouns = LanguageData.Words("purpose-nouns.txt");

    /// <summary>Whether the verb stands behind such a noun.</summary>
    public static bool IsOne(IReadOnlyList<Token> tokens, int verb)
    {
        if (verb < 2 || !Nouns.Contains(tokens[verb - 2].Term)) return false;
        return tokens[verb - 1].Term == "to" || tokens[verb - 1].Term is "for" or "of" or "at" && tokens[verb].Term.EndsWith("ing", StringComparison.Ordinal);
    }
}
