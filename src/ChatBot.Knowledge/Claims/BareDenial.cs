using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"The mayor denied it", "Loft denied that on Monday": a sentence that denies the one right before it, whoever said that, and tells nothing besides.</summary>
internal static class BareDenial
{
    /// <summary>Whether the fact is such a sentence: its denial stands right before "it", "this" or "that", and no clause follows.</summary>
    public static bool Is(Fact fact, IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (ReportingVerbs.StanceOf(tokens[i - 1].Term) == Stance.Denied && tokens[i].Term is "it" or "this" or "that") return EndsClause(fact, tokens, i) && !tokens.Take(i - 1).Any(token => token.Term is "not" or "never" or "nobody" or "no" or "none" or "neither" || Negation.IsContracted(token));
        return false;
    }

    /// <summary>"The jury dismissed it" behind a sentence on a protest: turned down is what was put forward, and not that it was.</summary>
    public static bool IsOfRequest(FactView view) => view.Tokens.Exists(token => TurningDown.Contains(token.Term)) && Requests.Overlaps(view.StemsPointedTo);

    private static readonly HashSet<string> TurningDown = new(StringComparer.Ordinal) { "dismissed", "dismisses", "rejected", "rejects", "rejecting", "dismissing" };

    private static readonly FrozenSet<string> Requests = LanguageData.Stems("request-nouns.txt");

    /// <summary>Whether nothing, or no more than when and where, stands behind.</summary>
    private static bool EndsClause(Fact fact, IReadOnlyList<Token> tokens, int at) =>
        at + 1 == tokens.Count || fact.Text.AsSpan(tokens[at].Span.End - fact.Span.Start).TrimStart() is [',' or '.' or ';', ..] || tokens[at + 1].Term is "on" or "in" or "at" or "again" or "flatly" or "strongly" or "firmly" or "yesterday" or "today";
}
