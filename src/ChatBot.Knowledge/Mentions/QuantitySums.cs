using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>Figures that a sentence adds up: "3.5 percent plus another 1.5 percent" is 5 percent, too.</summary>
internal static class QuantitySums
{
    /// <summary>The sum of each two neighbours between which "plus" stands; its span reaches from the one to the other.</summary>
    /// <param name="quantities">The figures, in order.</param>
    /// <param name="tokens">The sentence's tokens; their spans point into the same text.</param>
    public static IEnumerable<Quantity> Of(IReadOnlyList<Quantity> quantities, IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < quantities.Count; i++)
        {
            var (first, second) = (quantities[i - 1], quantities[i]);
            if (first.Unit != second.Unit || first.Span.End > second.Span.Start) continue;
            if (tokens.Any(token => token.Term == "plus" && token.Span.Start >= first.Span.End && token.Span.End <= second.Span.Start))
                yield return new Quantity(TextSpan.FromBounds(first.Span.Start, second.Span.End), first.Value + second.Value, first.Unit, second.Of ?? first.Of);
        }
    }
}
