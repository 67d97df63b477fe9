using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"From 12 to 14" goes the other way than "from 14 to 12", though both figures are the same.</summary>
internal static class FiguresInOrder
{
    /// <summary>So many words may stand between "from" and the first figure, and between the figures.</summary>
    private const int Reach = 3;

    /// <summary>Whether the claim has two figures of the fact from the one to the other, and the fact the other way.</summary>
    public static bool AreTurned(ClaimReading claim, PreparedFact fact)
    {
        if (claim.Amounts.Count < 2 || fact.Amounts.Count < 2 || Way(claim.Tokens, claim.Amounts) is not var (from, to) || Way(fact.View.Tokens, fact.Amounts) is not var (givenFrom, givenTo)) return false;
        return from.Figure.Value == givenTo.Figure.Value && to.Figure.Value == givenFrom.Figure.Value && from.Figure.Value != to.Figure.Value;
    }

    private static (Amount From, Amount To)? Way(IReadOnlyList<Token> tokens, IReadOnlyList<Amount> amounts)
    {
        for (var i = 0; i + 1 < amounts.Count; i++)
            if (IsBehind(tokens, "from", amounts[i].Figure.Span) && IsBehind(tokens, "to", amounts[i + 1].Figure.Span)) return (amounts[i], amounts[i + 1]);
        return null;
    }

    private static bool IsBehind(IReadOnlyList<Token> tokens, string word, TextSpan figure)
    {
        var at = 0;
        while (at < tokens.Count && tokens[at].Span.Start < figure.Start) at++;
        return Enumerable.Range(1, Math.Min(Reach, at)).Any(back => tokens[at - back].Term == word);
    }
}
