using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>
/// A claim that denies one thing as a whole: "it is not true that she is the mayor", "she is not the mayor", "she is no longer the mayor", "it was never in June", "they will never come". It is judged by what it denies, the
/// other way round. What denies a single verb ("did not sign") is compared as it stands, because a document may deny it in other words.
/// </summary>
internal static class Denial
{
    private static readonly FrozenDictionary<string, string> Lists = LanguageData.Labelled("denials.txt");

    private static readonly FrozenSet<string> Being = Lists["being"].Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Having = Lists["having"].Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Contracted = Lists["contracted"].Split(", ").Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>What stands behind "it is not true that", as a sentence of its own.</summary>
    private static string Clause(string claim, List<Token> tokens, ClauseFrame frame)
    {
        var clause = claim[tokens[frame.From].Span.Start..tokens[frame.To - 1].Span.End];
        return char.ToUpperInvariant(clause[0]) + clause[1..];
    }

    /// <summary>The claim without its denial; null where it denies nothing, something else, or several things.</summary>
    public static string? Affirmed(string claim)
    {
        var tokens = Tokenizer.Tokenize(claim);
        var negators = Negation.Among(claim, tokens).Where(negator => negator.Kind is NegatorKind.Word or NegatorKind.Verb).ToList();
        // "It is not true that she will come".
        if (ClauseFrame.In(claim, tokens) is { IsDenied: true } frame) return negators.Count == 1 || negators.TrueForAll(negator => negator.IsOfClause || frame.Governs(negator.Token)) ? Clause(claim, tokens, frame) : null;
        if (negators is not [{ Token: var at }]) return null;
        var (term, span) = (tokens[at].Term, tokens[at].Span);
        if (Contracted.TryGetValue(term, out var being)) return string.Concat(claim.AsSpan(0, span.Start), being, claim.AsSpan(span.End));
        if (at == 0 || at + 1 == tokens.Count) return null;
        var auxiliary = tokens[at - 1].Term;
        // "Is no longer the mayor": the documents that say that she is know of no end.
        var isEnded = term == "no" && tokens[at + 1].Term == "longer" && at + 2 < tokens.Count;
        if (!((term is "not" or "never" || isEnded) && Being.Contains(auxiliary)) && !(term == "never" && Having.Contains(auxiliary))) return null;
        return string.Concat(claim.AsSpan(0, span.Start), claim.AsSpan(tokens[isEnded ? at + 2 : at + 1].Span.Start));
    }
}
