using System.Collections.Frozen;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells claims of all, or of one alone, from sentences that speak of some.</summary>
internal static class Quantifiers
{
    private static readonly Dictionary<string, FrozenSet<string>> Lists = LanguageData.Lines("quantifiers.txt").Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Whether the claim speaks of all where the sentence speaks of some, or of somebody alone where the sentence has no such word.</summary>
    public static bool SaysMore(ClaimReading claim, IReadOnlyList<Token> sentence) =>
        Has(claim.Tokens, "all") && Has(sentence, "some") && !Has(sentence, "all") || IsOfOneAlone(claim) && !Has(sentence, "alone");

    /// <summary>"Only Norland pays".</summary>
    private static bool IsOfOneAlone(ClaimReading claim)
    {
        for (var i = 0; i + 1 < claim.Tokens.Count; i++)
            if (Lists["alone"].Contains(claim.Tokens[i].Term) && claim.Tokens[i + 1].IsCapitalised) return true;
        return false;
    }

    private static bool Has(IReadOnlyList<Token> tokens, string list)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (Lists[list].Contains(tokens[i].Term) && (i == 0 || tokens[i - 1].Term is not ("not" or "at"))) return true;
        return false;
    }
}
