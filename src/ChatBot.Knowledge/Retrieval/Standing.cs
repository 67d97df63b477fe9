namespace ChatBot.Knowledge.Retrieval;

/// <summary>How a candidate stands among the others of its question: what a confidence is read from beside the signals themselves.</summary>
internal static class Standing
{
    private static readonly string[] Names = ["score", "lead-over-other-paragraphs", "share-of-probability", "paragraphs-share-of-probability", "lead-within-paragraph"];

    /// <summary>How many values there are: the signals', then the standing's own.</summary>
    public static int Count => Signals.Count + Names.Length;

    /// <summary>The name of a value in a saved model: without spaces, and the same whatever the values' numbers.</summary>
    public static string Key(int value) => value < Signals.Count ? ((Signal)value).ToString() : Names[value - Signals.Count];

    /// <summary>Reads the values of candidate <paramref name="which"/>.</summary>
    /// <param name="signals">Its signals.</param>
    /// <param name="scores">The scores of all candidates.</param>
    /// <param name="paragraphs">A number for each candidate's paragraph.</param>
    /// <param name="which">Which candidate.</param>
    /// <param name="values">Gets the values.</param>
    public static void Read(ReadOnlySpan<float> signals, ReadOnlySpan<double> scores, ReadOnlySpan<long> paragraphs, int which, Span<float> values)
    {
        signals.CopyTo(values);
        var own = scores[which];
        var (elsewhere, beside) = (own - 6, own - 6);
        var best = double.NegativeInfinity;
        foreach (var score in scores) best = Math.Max(best, score);
        var (all, paragraph) = (0.0, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            var mass = Math.Exp(scores[i] - best);
            all += mass;
            if (paragraphs[i] == paragraphs[which]) paragraph += mass;
            if (paragraphs[i] != paragraphs[which]) elsewhere = Math.Max(elsewhere, scores[i]);
            else if (i != which) beside = Math.Max(beside, scores[i]);
        }
        var rest = values[Signals.Count..];
        rest[0] = (float)own;
        rest[1] = (float)(own - elsewhere);
        rest[2] = (float)(Math.Exp(own - best) / all);
        rest[3] = (float)(paragraph / all);
        rest[4] = (float)(own - beside);
    }
}
