using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>Multinomial logistic regression with L2 penalty by stochastic gradient descent, with a learning rate that falls to zero (Bottou 2012).</summary>
internal static class LogisticTrainer
{
    private const double FirstRate = 4;

    /// <summary>Learns from the rows; <paramref name="penalty"/> is that of LIBLINEAR's C: smaller is smoother.</summary>
    public static LinearModel Train(WeightedMessage[] rows, ReadOnlySpan<int> classes, int classCount, int features, int passes, double penalty, int seed)
    {
        var model = LinearModel.Empty(features, classCount);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(seed);
        var scores = new float[model.Width];
        var decay = 1 / (penalty * Math.Max(1, rows.Length));
        var steps = passes * (double)rows.Length + 1;
        double scale = 1, step = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                model.Score(rows[row], scores);
                var used = scores.AsSpan(0, classCount);
                TensorPrimitives.Multiply(used, (float)scale, used);
                TensorPrimitives.SoftMax(used, used);
                var rate = FirstRate * (1 - step++ / steps);
                scale *= 1 - rate * decay; // The penalty shrinks one number in place of all weights.
                used[classes[row]] -= 1;
                TensorPrimitives.Multiply(used, (float)(-rate / scale), used);
                scores.AsSpan(classCount).Clear();
                model.Add(rows[row], scores);
            }
        }
        TensorPrimitives.Multiply(model.Weights, (float)scale, model.Weights);
        return model;
    }
}
