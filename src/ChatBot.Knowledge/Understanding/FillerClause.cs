using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>"The toll (that) everyone is talking about": a clause behind a noun that says only that it is talked of; nothing of it need be met.</summary>
internal static class FillerClause
{
    private const int MostBetween = 4;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = LanguageData.LabelledWords("filler-clauses.txt");

    /// <summary>The tokens of such clauses; empty where there are none.</summary>
    public static HashSet<int> Find(IReadOnlyList<Token> tokens)
    {
        var taken = new HashSet<int>();
        for (var i = 1; i < tokens.Count; i++)
            if (BeginsBehindNoun(tokens, i) && EndOf(tokens, i) is { } end && EndsThere(tokens, end)) taken.UnionWith(Enumerable.Range(i, end - i));
        return taken;
    }

    /// <summary>"The toll people mention", not "what do people mention".</summary>
    private static bool BeginsBehindNoun(IReadOnlyList<Token> tokens, int i)
    {
        var noun = tokens[i - 1].Term is "that" or "which" && i > 1 ? i - 2 : i - 1;
        return !tokens[noun].IsStopWord;
    }

    /// <summary>The place behind the clause that begins at <paramref name="i"/>; null where none does.</summary>
    private static int? EndOf(IReadOnlyList<Token> tokens, int i)
    {
        var at = i;
        if (Words["who"].Contains(tokens[at].Term)) at++;
        else if (!IsContracted(tokens[at])) return null;
        for (var most = at + MostBetween; at < tokens.Count && at < most && Words["between"].Contains(tokens[at].Term);) at++;
        if (at >= tokens.Count || !Words["verb"].Contains(tokens[at].Term)) return null;
        for (at++; at < tokens.Count && Words["behind"].Contains(tokens[at].Term);) at++;
        return at;
    }

    /// <summary>"I'm", "everyone's": who and the verb as one word.</summary>
    private static bool IsContracted(Token token) => token.Term.Contains('\'', StringComparison.Ordinal) && Words["between"].Contains(token.Term);

    /// <summary>Behind it the question ends or goes on; a noun there would be what is talked of.</summary>
    private static bool EndsThere(IReadOnlyList<Token> tokens, int end) => end == tokens.Count || tokens[end] is { IsStopWord: true, Term: not ("the" or "a" or "an" or "his" or "her" or "their" or "its" or "that") };
}
