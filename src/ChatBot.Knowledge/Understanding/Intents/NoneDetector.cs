namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>A message that the classifier had not learnt from: its signals, whether it is about an intent that was known, and whether the guess was right.</summary>
internal readonly record struct HeldOutMessage(double[] Signals, bool Known, bool Right);

/// <summary>
/// Weighs the signals of a message to how likely it is about a known intent, and from that how likely the guess is right (Platt 1999). Learnt by logistic regression
/// from messages and whole intents that were held out; with few of them it stays near weights that hold for small sets in general.
/// </summary>
/// <param name="Means">The mean of each signal.</param>
/// <param name="Spreads">The standard deviation of each.</param>
/// <param name="Weights">The weight of each standardised signal, and last a constant.</param>
/// <param name="Threshold">The score below which a message is about none of the intents.</param>
/// <param name="Slope">The slope from the score to the log odds that the guess is right.</param>
/// <param name="Offset">Its constant.</param>
internal sealed record NoneDetector(double[] Means, double[] Spreads, double[] Weights, double Threshold, double Slope, double Offset)
{
    private const double Furthest = 4;
    private const double Pull = 4;

    // In the order of IntentSignals: a start from which few held-out messages can only move a little.
    private static readonly double[] UsualWeights = [0.1, 0.3, 0.1, 0, 0.1, 0.4, 0.2, 0.6, -0.3, 0.2, 0.2, -0.8, 0, 0, 0, 0, 0];

    /// <summary>How much the signals speak for a known intent, as log odds.</summary>
    public double Score(ReadOnlySpan<double> signals)
    {
        var score = Weights[^1];
        for (var i = 0; i < signals.Length; i++) score += Weights[i] * Standard(signals[i], Means[i], Spreads[i]);
        return score;
    }

    /// <summary>How likely the guess is right, given that the message is about one of the intents.</summary>
    public double Confidence(double score) => Sigmoid(Slope * score + Offset);

    /// <summary>How much the score says "none of these", 0 to 1.</summary>
    public static double NoneScore(double score) => Sigmoid(-score);

    /// <summary>Learns the weights from messages of which some are about an intent that was unknown.</summary>
    public static NoneDetector Learn(IReadOnlyList<HeldOutMessage> messages)
    {
        var means = new double[IntentSignals.Count];
        var spreads = new double[IntentSignals.Count];
        for (var i = 0; i < means.Length; i++)
        {
            var values = messages.Select(message => message.Signals[i]).ToArray();
            means[i] = values.Length == 0 ? 0 : values.Average();
            spreads[i] = values.Length == 0 ? 1 : Math.Max(1e-6, Math.Sqrt(values.Average(value => (value - means[i]) * (value - means[i]))));
        }
        var rows = messages.Select(message => message.Signals.Select((value, i) => Standard(value, means[i], spreads[i])).Append(1).ToArray()).ToArray();
        var weights = LogisticFit.Fit(rows, [.. messages.Select(message => message.Known)], UsualWeights, Pull);
        return new NoneDetector(means, spreads, weights, -1, 1, 0);
    }

    /// <summary>
    /// Sets threshold and confidence by messages about known intents; <paramref name="allowedLoss"/> is the share of them, guessed right, that the threshold may cost.
    /// </summary>
    public NoneDetector Calibrate(IReadOnlyList<HeldOutMessage> messages, double allowedLoss)
    {
        var known = messages.Where(message => message.Known).Select(message => (Score: Score(message.Signals), message.Right)).ToArray();
        if (known.Length == 0) return this;
        var platt = LogisticFit.Fit([.. known.Select(row => new[] { row.Score, 1 })], [.. known.Select(row => row.Right)], [1, 0], pull: 1);
        return this with { Threshold = ThresholdFor(known, allowedLoss), Slope = platt[0], Offset = platt[1] };
    }

    private static double ThresholdFor((double Score, bool Right)[] known, double allowedLoss)
    {
        var right = known.Where(row => row.Right).Select(row => row.Score).Order().ToArray();
        return right.Length == 0 ? -1 : right[Math.Min(right.Length - 1, (int)(known.Length * allowedLoss))];
    }

    private static double Standard(double value, double mean, double spread) => Math.Clamp((value - mean) / spread, -Furthest, Furthest);

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
