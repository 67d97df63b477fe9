using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"What two percentages make up the plan?", "what is the split in her target?": told by a sentence that gives several figures of one unit.</summary>
internal static class SplitAsked
{
    /// <summary>How many logits below the best such a sentence may lie.</summary>
    private const double Margin = 3.2;

    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal) { "percentages", "figures", "numbers", "amounts", "sums", "parts", "shares", "components", "halves", "portions" };

    private static readonly HashSet<string> Parting = new(StringComparer.Ordinal) { "split", "breakdown", "divided", "broken" };

    /// <summary>The facts with one that gives several such figures first, where they are asked for.</summary>
    public static IReadOnlyList<RankedFact> First(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (ranked.Count < 2 || Least(question.Tokens) is not { } least) return ranked;
        var several = ranked.FirstOrDefault(fact => fact.Score >= ranked[0].Score - Margin && fact.View.Fact.Quantities.GroupBy(figure => figure.Unit).Any(unit => unit.Key.Length > 0 && unit.Count() >= least));
        return several is null || several == ranked[0] ? ranked : [several, .. ranked.Where(fact => fact != several)];
    }

    /// <summary>How many figures are asked for at least; null where no more than one is.</summary>
    private static int? Least(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (Counted.Contains(tokens[i].Term) && Number(tokens[i - 1].Term) is { } number) return number;
        return tokens is [{ Term: "what" or "what's" or "whats" or "how" }, ..] && tokens.Take(5).Any(token => Parting.Contains(token.Term)) ? 2 : null;
    }

    private static int? Number(string term) => term switch { "two" or "2" or "both" => 2, "three" or "3" => 3, "four" or "4" => 4, _ => null };
}
