namespace ChatBot.Benchmarks.Retrieval;

/// <summary>
/// Learns a linear score whose softmax over a question's candidates gives the right ones the most probability. Values are standardised; Adam (D. Kingma, J. Ba, 2015) on the
/// whole set with an L2 penalty, so the outcome depends on nothing but the data.
/// </summary>
internal sealed class LinearLearner(float[] values, int columns, bool[] used)
{
    private readonly int _rows = values.Length / columns;

    /// <summary>Weights for the values as they are (the bias falls away in a softmax).</summary>
    public double[] Learn(IReadOnlyList<(int From, int To)> ranges, IReadOnlyList<bool> right, double ridge, int steps)
    {
        var (mean, scale) = Standard();
        var standard = new float[values.Length];
        for (var r = 0; r < _rows; r++)
            for (var c = 0; c < columns; c++) standard[r * columns + c] = used[c] ? (float)((values[r * columns + c] - mean[c]) / scale[c]) : 0;
        var (weights, first, second) = (new double[columns], new double[columns], new double[columns]);
        var gradient = new double[columns];
        var scores = new double[_rows];
        for (var step = 1; step <= steps; step++)
        {
            Array.Clear(gradient);
            for (var r = 0; r < _rows; r++)
            {
                double sum = 0;
                for (var c = 0; c < columns; c++) sum += weights[c] * standard[r * columns + c];
                scores[r] = sum;
            }
            foreach (var (from, to) in ranges)
            {
                var max = double.NegativeInfinity;
                for (var r = from; r < to; r++) max = Math.Max(max, scores[r]);
                double all = 0, good = 0;
                for (var r = from; r < to; r++)
                {
                    scores[r] = Math.Exp(scores[r] - max);
                    all += scores[r];
                    if (right[r]) good += scores[r];
                }
                for (var r = from; r < to; r++)
                {
                    var g = scores[r] / all - (right[r] ? scores[r] / good : 0);
                    if (Math.Abs(g) < 1e-4) continue;
                    for (var c = 0; c < columns; c++) gradient[c] += g * standard[r * columns + c];
                }
            }
            var rate = 0.1 * Math.Min(1, 2.0 * (steps - step + 1) / steps);
            for (var c = 0; c < columns; c++)
            {
                var g = gradient[c] / ranges.Count + ridge * weights[c];
                first[c] = 0.9 * first[c] + 0.1 * g;
                second[c] = 0.99 * second[c] + 0.01 * g * g;
                weights[c] -= rate * (first[c] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(second[c] / (1 - Math.Pow(0.99, step))) + 1e-8);
            }
        }
        for (var c = 0; c < columns; c++) weights[c] = used[c] ? weights[c] / scale[c] : 0;
        return weights;
    }

    private (double[] Mean, double[] Scale) Standard()
    {
        var (mean, scale) = (new double[columns], new double[columns]);
        for (var r = 0; r < _rows; r++)
            for (var c = 0; c < columns; c++)
            {
                mean[c] += values[r * columns + c];
                scale[c] += (double)values[r * columns + c] * values[r * columns + c];
            }
        for (var c = 0; c < columns; c++)
        {
            mean[c] /= _rows;
            scale[c] = Math.Max(Math.Sqrt(Math.Max(0, scale[c] / _rows - mean[c] * mean[c])), 1e-3);
        }
        return (mean, scale);
    }
}
