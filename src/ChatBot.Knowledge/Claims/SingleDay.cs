using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"Lasts one day", "takes a single day": how long something is, where the number is spelt as a word that mostly counts nothing ("one day they will come").</summary>
internal static class SingleDay
{
    /// <summary>The figure; null where the claim gives none.</summary>
    public static Quantity? In(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (tokens[i].Term is "one" or "single" && tokens[i + 1].Term == "day" && IsCounted(tokens, i)) return new Quantity(TextSpan.FromBounds(tokens[i].Span.Start, tokens[i + 1].Span.End), 1, "day", null);
        return null;
    }

    private static bool IsCounted(IReadOnlyList<Token> tokens, int at) =>
        tokens[at - 1].Term is "for" or "only" or "just" or "last" or "lasts" or "lasted" or "take" or "takes" or "took" or "is" or "was" or "be" or "a" || at + 2 < tokens.Count && tokens[at + 2].Term is "long" or "only";
}
