using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>What a sentence gives in two parts: "3 percent plus another 2 percent" may be called 5 percent, so neither part speaks against that; whether it is so depends on what each part is of, which nobody here adds up.</summary>
internal static class SummedFigures
{
    /// <summary>The sums of figures of one unit with "plus" between them, each standing where its first part does.</summary>
    public static IReadOnlyList<Amount> Among(IReadOnlyList<Token> tokens, IReadOnlyList<Quantity> figures)
    {
        var sums = new List<Amount>();
        var ordered = figures.OrderBy(figure => figure.Span.Start).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            var (one, other) = (ordered[i - 1], ordered[i]);
            if (one.Unit != other.Unit || one.Of is { } of && other.Of is { } otherOf && of != otherOf || !tokens.Any(token => token.Term == "plus" && token.Span.Start >= one.Span.End && token.Span.End <= other.Span.Start)) continue;
            var sum = one.Value + other.Value;
            sums.Add(new Amount(one with { Value = sum }, sum, sum));
        }
        return sums;
    }
}
