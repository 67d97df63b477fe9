using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>
/// What was learnt about ranking: a weight for each signal, whose weighted sum ranks a question's candidates (its softmax is the probability of being the right one), and
/// trees that turn signals and standing into the probability of being right at all. Ships as <c>Data/ranking.txt</c>, made by the benchmarks' <c>learn-ranking</c>.
/// </summary>
internal sealed class RankingModel
{
    private readonly double[] _weights;
    private readonly double[] _means;
    private readonly TreeEnsemble _confidence;

    /// <param name="weights">For each signal its weight.</param>
    /// <param name="means">For each signal its mean over candidates, against which an explanation measures.</param>
    /// <param name="confidence">Trees over the values of <see cref="Standing"/>, whose sum is the logit.</param>
    public RankingModel(double[] weights, double[] means, TreeEnsemble confidence) => (_weights, _means, _confidence) = (weights, means, confidence);

    /// <summary>The model that ships.</summary>
    public static RankingModel Default { get; } = Read(LanguageData.Lines("ranking.txt"));

    /// <summary>The score of a candidate, in logits against the other candidates of its question.</summary>
    public double Score(ReadOnlySpan<float> signals)
    {
        var score = 0.0;
        for (var i = 0; i < _weights.Length; i++) score += _weights[i] * signals[i];
        return score;
    }

    /// <summary>Probability that a candidate answers, from the values of <see cref="Standing.Read"/>.</summary>
    public double Confidence(ReadOnlySpan<float> values) => 1 / (1 + Math.Exp(-_confidence.Sum(values)));

    /// <summary>What each signal adds to the score, beyond what it adds to the mean candidate's; the strongest first.</summary>
    public IReadOnlyList<Reason> Explain(ReadOnlySpan<float> signals)
    {
        var reasons = new List<Reason>();
        for (var i = 0; i < _weights.Length; i++)
            if (_weights[i] != 0) reasons.Add(new Reason(Signals.Name(i), signals[i], _weights[i] * (signals[i] - _means[i])));
        reasons.Sort((a, b) => Math.Abs(b.Contribution).CompareTo(Math.Abs(a.Contribution)));
        return reasons;
    }

    /// <summary>Reads lines "signal NAME weight mean", then the trees. A signal without a line has no weight.</summary>
    /// <exception cref="FormatException">A line names an unknown signal or is something else.</exception>
    public static RankingModel Read(IEnumerable<string> lines)
    {
        var (weights, means) = (new double[Signals.Count], new double[Signals.Count]);
        var values = Enumerable.Range(0, Standing.Count).ToDictionary(Standing.Key, StringComparer.Ordinal);
        using var reader = lines.GetEnumerator();
        while (reader.MoveNext())
        {
            var parts = reader.Current.Split(' ');
            if (parts[0] == "confidence") return new RankingModel(weights, means, TreeEnsemble.Read(reader.Current, reader, Number));
            if (parts is not ["signal", var name, var weight, var mean]) throw new FormatException($"'{reader.Current}' is no line of a ranking model.");
            weights[Number(name)] = double.Parse(weight, CultureInfo.InvariantCulture);
            means[Number(name)] = double.Parse(mean, CultureInfo.InvariantCulture);
        }
        throw new FormatException("The ranking model has no confidence.");

        int Number(string name) => values.TryGetValue(name, out var number) ? number : throw new FormatException($"The ranking model names the signal '{name}', which is unknown.");
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(TextWriter writer)
    {
        for (var i = 0; i < Signals.Count; i++) writer.Write(string.Create(CultureInfo.InvariantCulture, $"signal {Standing.Key(i)} {_weights[i]:G6} {_means[i]:G6}\n"));
        _confidence.Write(writer, "confidence", Standing.Key);
    }
}
