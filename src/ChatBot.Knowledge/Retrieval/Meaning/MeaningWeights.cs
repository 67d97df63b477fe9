using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>
/// The weights of <see cref="MeaningSignals"/>, in their order, in logits per unit of the signal. They are learnt from question sets by the
/// benchmarks' <c>learn-meaning</c>, which writes the file they are read from.
/// </summary>
internal static class MeaningWeights
{
    /// <summary>One per signal.</summary>
    public static double[] Values { get; } = Read();

    private static double[] Read()
    {
        var weights = new double[MeaningSignals.Names.Length];
        foreach (var line in LanguageData.Lines("meaning-weights.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var at = Array.IndexOf(MeaningSignals.Names, line[(space + 1)..]);
            if (at < 0) throw new InvalidOperationException($"meaning-weights.txt has a weight for '{line[(space + 1)..]}', which is no signal.");
            weights[at] = double.Parse(line[..space], CultureInfo.InvariantCulture);
        }
        return weights;
    }
}
