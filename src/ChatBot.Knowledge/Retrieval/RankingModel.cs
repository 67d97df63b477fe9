namespace ChatBot.Knowledge.Retrieval;

/// <summary>Turns signals into a score and a score into a confidence.</summary>
internal sealed class RankingModel
{
    private static readonly (Signal Signal, double Weight)[] Weights =
    [
        (Signal.SentenceMatch, 4), (Signal.ParagraphMatch, 5), (Signal.Coverage, 2), (Signal.CoverageWithHeading, 2), (Signal.Bigrams, 0.7), (Signal.AnswerNearness, 1.5),
        (Signal.CommonSubsequence, 1), (Signal.RelatedCoverage, 1), (Signal.Caption, -1),
    ];

    /// <summary>The model that ships.</summary>
    public static RankingModel Default { get; } = new();

    /// <summary>The score of a candidate.</summary>
    public double Score(ReadOnlySpan<float> signals)
    {
        var score = 0.0;
        foreach (var (signal, weight) in Weights) score += weight * signals[(int)signal];
        return score;
    }

    /// <summary>What each signal adds to the score.</summary>
    public IReadOnlyList<Reason> Explain(ReadOnlySpan<float> signals)
    {
        var reasons = new List<Reason>();
        foreach (var (signal, weight) in Weights)
            reasons.Add(new Reason(Signals.Name((int)signal), signals[(int)signal], weight * signals[(int)signal]));
        reasons.Sort((a, b) => Math.Abs(b.Contribution).CompareTo(Math.Abs(a.Contribution)));
        return reasons;
    }

    /// <summary>Probability that the candidate answers.</summary>
    public double Confidence(ReadOnlySpan<float> signals) =>
        1 / (1 + Math.Exp(-(8 * (signals[(int)Signal.CoverageWithHeading] - 0.75) + 3 * (signals[(int)Signal.Coverage] - 0.4))));
}
