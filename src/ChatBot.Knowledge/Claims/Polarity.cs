using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells whether a fact says the contrary of a claim, or leaves open what the claim holds for certain.</summary>
internal static class Polarity
{
    /// <summary>Whether the fact says the contrary: an odd number of words that turn round what both speak of, or of contraries.</summary>
    public static bool IsContrary(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        var turns = 0;
        foreach (var negator in claim.Negators)
        {
            if (negator.Kind is not (NegatorKind.Word or NegatorKind.Verb)) continue;
            if (negator.Kind == NegatorKind.Verb && UnitAt(claim, met, negator.Token)) continue;
            for (var i = 0; i < claim.Units.Count; i++)
                if (negator.Governs(claim.Units[i].Token))
                {
                    turns++;
                    break;
                }
        }
        foreach (var negator in fact.Negators)
        {
            if (negator.Kind is not (NegatorKind.Word or NegatorKind.Verb) || negator.Kind == NegatorKind.Verb && Array.Exists(met, m => m.Token == negator.Token && m.Share >= 0.7)) continue;
            var words = 0;
            var names = 0;
            for (var i = 0; i < met.Length; i++)
            {
                if (met[i].Token < 0 || met[i].Share < 0.5 || !negator.Governs(met[i].Token)) continue;
                if (claim.Units[i].Entity is null) words++;
                else names++;
            }
            if (words > 0 || names > 1 || names == 1 && fact.View.Tokens[negator.Token].Term == "without") turns++;
        }
        turns += met.Where(m => m.Flipped).Select(m => m.Token).Distinct().Count();
        // Contraries among function words ("more", "less") carry no unit of their own.
        foreach (var own in claim.Opposites)
        {
            if (!claim.Tokens[own.Token].IsStopWord && UnitAt(claim, own.Token) || IsComparator(claim.Tokens, own.Token)) continue;
            var same = false;
            var other = false;
            foreach (var given in fact.Opposites)
            {
                if (given.Group != own.Group || IsComparator(fact.View.Tokens, given.Token)) continue;
                if (given.Left == own.Left) same = true;
                else other = true;
            }
            if (other && !same)
            {
                turns++;
                break;
            }
        }
        return turns % 2 == 1;
    }

    /// <summary>The kind of hedge that the fact puts on what it shares with the claim, where the claim itself has none.</summary>
    public static NegatorKind? IsHedged(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        foreach (var own in claim.Negators)
            if (own.Kind is NegatorKind.Hedge or NegatorKind.Report) return null;
        foreach (var hedge in fact.Negators)
        {
            if (hedge.Kind is NegatorKind.Word or NegatorKind.Verb || hedge.Kind == NegatorKind.Attitude && Array.Exists(met, m => m.Token == hedge.Token && m.Share >= 0.7)) continue;
            for (var i = 0; i < met.Length; i++)
                if (claim.Units[i].Entity is null && met[i].Token >= 0 && met[i].Share >= 0.7 && hedge.Governs(met[i].Token)) return hedge.Kind;
        }
        return null;
    }

    private static bool IsComparator(IReadOnlyList<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Term == "than" || i + 1 < tokens.Count && tokens[i + 1].IsNumber;

    private static bool UnitAt(ClaimReading claim, int token)
    {
        foreach (var unit in claim.Units)
            if (unit.Token == token) return true;
        return false;
    }

    private static bool UnitAt(ClaimReading claim, Met[] met, int token)
    {
        for (var i = 0; i < met.Length; i++)
            if (claim.Units[i].Token == token && met[i].Share >= 0.7 && !met[i].Flipped) return true;
        return false;
    }
}
