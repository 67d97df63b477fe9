using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Prepositions that are contraries where they stand before the same thing: "voted for the grant", "voted against the grant".</summary>
internal static class Prepositions
{
    /// <summary>A thing stands at most so many words behind its preposition ("after the third annual fair").</summary>
    private const int Reach = 4;

    // "Without" is a negator already, so "with" needs no contrary here.
    private static readonly Dictionary<string, string> Contraries = Both(("for", "against"), ("before", "after"), ("above", "below"), ("over", "under"), ("inside", "outside"), ("into", "out"), ("to", "from"));

    /// <summary>Whether the token is one of them.</summary>
    public static bool IsOne(Token token) => Contraries.ContainsKey(token.Term);

    /// <summary>How many of the claim's stand as their contrary before the same word in the fact.</summary>
    public static int Turns(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        var turns = 0;
        var turnsBack = false;
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            if (!Contraries.TryGetValue(claim.Tokens[i].Term, out var contrary) || UnitBehind(claim, i) is not { } unit || met[unit].Token < 0) continue;
            if (Before(fact.View, met[unit].Token) != contrary) continue;
            // "Invited to" against "excluded from": the verbs say it already.
            if (contrary is "to" or "from" && UnitBefore(claim, i) is { } verb && met[verb].Flipped) continue;
            if (contrary is "to" or "from") turnsBack = true;
            else turns++;
        }
        // "From A to B" for "from B to A" goes the other way once, not twice.
        return turns + (turnsBack ? 1 : 0);
    }

    /// <summary>The first unit of the claim behind the preposition.</summary>
    private static int? UnitBehind(ClaimReading claim, int preposition)
    {
        int? first = null;
        for (var i = 0; i < claim.Units.Count; i++)
            if (claim.Units[i].Token > preposition && claim.Units[i].Token <= preposition + Reach && (first is not { } f || claim.Units[i].Token < claim.Units[f].Token)) first = i;
        return first;
    }

    /// <summary>The last unit of the claim before the preposition.</summary>
    private static int? UnitBefore(ClaimReading claim, int preposition)
    {
        int? last = null;
        for (var i = 0; i < claim.Units.Count; i++)
            if (claim.Units[i].Token >= 0 && claim.Units[i].Token < preposition && (last is not { } l || claim.Units[i].Token > claim.Units[l].Token)) last = i;
        return last;
    }

    /// <summary>The nearest of these prepositions before the token, within reach, unless a comma or another name stands between them ("according to the BBC, NATO").</summary>
    private static string? Before(FactView view, int at)
    {
        var tokens = view.Tokens;
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            if (view.Document.Text.AsSpan(tokens[i].Span.End, tokens[i + 1].Span.Start - tokens[i].Span.End).IndexOfAny(",;:") >= 0) return null;
            if (IsOne(tokens[i])) return tokens[i].Term;
            foreach (var mention in view.Fact.Entities)
                if (mention.Span.Contains(tokens[i].Span) && !mention.Span.Contains(tokens[at].Span)) return null;
        }
        return null;
    }

    private static Dictionary<string, string> Both(params (string One, string Other)[] pairs)
    {
        var contraries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (one, other) in pairs)
        {
            contraries.Add(one, other);
            contraries.Add(other, one);
        }
        return contraries;
    }
}
