using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>A figure with its bounds: "more than 100 billion" has no upper one.</summary>
/// <param name="Figure">The figure as written.</param>
/// <param name="Least">Lower bound.</param>
/// <param name="Most">Upper bound.</param>
internal readonly record struct Amount(Quantity Figure, double Least, double Most)
{
    /// <summary>Figures that differ by less than this share are the same, rounded.</summary>
    private const double Rounding = 0.005;

    private const double About = 0.1;

    /// <summary>"More than 100" says little of what is this many times as much, and is seldom said of it.</summary>
    private const double SameSize = 10;

    /// <summary>The figure with the bounds that the words before it give.</summary>
    public static Amount Read(IReadOnlyList<Token> tokens, Quantity figure)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first].Span.Start < figure.Span.Start) first++;
        var value = figure.Value;
        var slack = Math.Abs(value) * Rounding;
        var before = first > 0 ? tokens[first - 1].Term : "";
        var earlier = first > 1 ? tokens[first - 2].Term : "";
        return (earlier, before) switch
        {
            ("more" or "greater" or "higher", "than") or (_, "over" or "above" or "exceeding" or "exceeds") or ("at", "least") => new Amount(figure, value, double.PositiveInfinity),
            ("less" or "fewer" or "lower", "than") or (_, "under" or "below") or ("at", "most") => new Amount(figure, double.NegativeInfinity, value),
            (_, "nearly" or "almost") => new Amount(figure, value - Math.Abs(value) * About, value),
            (_, "about" or "around" or "approximately" or "roughly" or "some" or "circa") => new Amount(figure, value - Math.Abs(value) * About, value + Math.Abs(value) * About),
            _ => new Amount(figure, value - slack, value + slack),
        };
    }

    /// <summary>Whether both can be said of the same thing, and one of them doesn't leave the other open.</summary>
    public bool Agrees(Amount other) =>
        Math.Abs(Figure.Value - other.Figure.Value) <= Rounding * Math.Max(Math.Abs(Figure.Value), Math.Abs(other.Figure.Value)) && !Opposed(other)
        || other.Least >= Least && other.Most <= Most && Math.Abs(other.Figure.Value) <= SameSize * Math.Abs(Figure.Value);

    /// <summary>Whether they can't both be true.</summary>
    public bool Excludes(Amount other) => other.Least > Most || other.Most < Least || Opposed(other);

    /// <summary>"More than 100" against "less than 100".</summary>
    private bool Opposed(Amount other) =>
        double.IsPositiveInfinity(Most) && double.IsNegativeInfinity(other.Least) && other.Most <= Least
        || double.IsNegativeInfinity(Least) && double.IsPositiveInfinity(other.Most) && other.Least >= Most;
}
