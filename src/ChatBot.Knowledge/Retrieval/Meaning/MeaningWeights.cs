namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>The weights of <see cref="MeaningSignals"/>, one per name, in the same order.</summary>
internal static class MeaningWeights
{
    /// <summary>In logits per unit of the signal.</summary>
    public static double[] Values { get; } =
    [
        -2.6, 5.5, 1.5, -1.6, -3.0, -2.2,
        0.9, -1.2, 2.2, 1.0, -1.0, 1.2, -1.2,
        1.2, -1.2, -0.2, -1.0, 2.5, 1.6, 0.25, -0.5,
    ];
}
