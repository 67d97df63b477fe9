using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells what has happened from what was only planned: "the concert is to be held on the quay" doesn't say that it was.</summary>
internal static class Plans
{
    /// <summary>Whether a claim tells of what was (not of what was said or proposed), and a sentence of nothing but what is to come.</summary>
    public static bool AreAllThat(IReadOnlyList<Token> sentence, IReadOnlyList<Token> claim) =>
        claim.Any(IsPast) && !IsOfWhatIsAhead(claim) && !claim.Any(token => ReportingVerbs.StanceOf(token.Term) is not null) && IsOfWhatIsAhead(sentence) && !sentence.Any(IsPast);

    private static bool IsOfWhatIsAhead(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (SaidOn.IsAhead(tokens[i]) || tokens[i].Term is "is" or "are" && i + 1 < tokens.Count && tokens[i + 1].Term == "to") return true;
        return false;
    }

    private static bool IsPast(Token token) =>
        token.Term is "was" or "were" or "had" or "did" || IrregularForms.IsPast(token.Term) || !token.IsCapitalised && token.Term.Length > 4 && token.Term.EndsWith("ed", StringComparison.Ordinal);
}
