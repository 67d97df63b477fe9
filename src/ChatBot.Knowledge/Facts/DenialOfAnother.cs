using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// "It is not true that 29 boats will come" says nothing against 31, nor for them: what a sentence denies a figure or a day of, another may give another one.
/// </summary>
internal static class DenialOfAnother
{
    /// <summary>Whether <paramref name="denial"/> denies a figure or day, and <paramref name="stated"/> gives only others in its place.</summary>
    public static bool Is(Fact denial, Fact stated)
    {
        if (denial.Quantities.Count == 0 && denial.Dates.Count == 0) return false;
        var tokens = Tokenizer.Tokenize(denial.Text);
        return denial.Quantities.Any(figure => IsDenied(figure.Span, denial, tokens) && IsAnother(figure, stated))
            || denial.Dates.Any(day => IsDenied(day.Span, denial, tokens) && stated.Dates.Count > 0 && !stated.Dates.Any(other => other.Value.Overlaps(day.Value)));
    }

    /// <summary>Whether a sentence says that a figure or day in it is not so.</summary>
    public static bool IsDenied(TextSpan value, Fact fact) => IsDenied(value, fact, Tokenizer.Tokenize(fact.Text));

    private static bool IsDenied(TextSpan value, Fact fact, IReadOnlyList<Token> tokens) =>
        fact.Span.Contains(value) && DeniedValues.IsNegated(value with { Start = value.Start - fact.Span.Start }, tokens, fact.Text);

    private static bool IsAnother(Quantity denied, Fact stated)
    {
        var figures = stated.Quantities.Where(figure => figure.Unit == denied.Unit).ToList();
        return figures.Count > 0 && !figures.Exists(figure => figure.Value.Equals(denied.Value));
    }
}
