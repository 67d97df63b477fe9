namespace ChatBot.Knowledge.Mentions;

/// <summary>Figures that are given in two units, one of which is part of the other: "three hours and 50 minutes" is one figure, of hours.</summary>
internal static class CompoundQuantities
{
    /// <summary>By the larger unit and the smaller, how many of these make one of those.</summary>
    private static readonly Dictionary<(string Larger, string Smaller), double> Parts = new()
    {
        [("year", "month")] = 12, [("week", "day")] = 7, [("day", "hour")] = 24, [("hour", "minut")] = 60, [("minut", "second")] = 60,
        [("feet", "inches")] = 12, [("metres", "centimetres")] = 100, [("kilometres", "metres")] = 1000, [("kilograms", "grams")] = 1000,
    };

    /// <summary>Joins neighbours of <paramref name="found"/> where they are such parts of one figure.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Its figures, in order.</param>
    public static void Join(string text, List<Quantity> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (larger, smaller) = (found[i], found[i + 1]);
            if (!Parts.TryGetValue((Name(larger), Name(smaller)), out var parts) || smaller.Value >= parts || larger.Value != Math.Floor(larger.Value) || !IsJoint(text.AsSpan(larger.Span.End, smaller.Span.Start - larger.Span.End))) continue;
            found[i] = larger with { Span = Text.TextSpan.FromBounds(larger.Span.Start, smaller.Span.End), Value = larger.Value + smaller.Value / parts };
            found.RemoveAt(i + 1);
        }
    }

    private static bool IsJoint(ReadOnlySpan<char> between) => between is " " or " and " or ", ";

    private static string Name(Quantity quantity) => MeasureUnits.Of(quantity.Unit) is [var plural, ..] ? plural : quantity.Unit;
}
