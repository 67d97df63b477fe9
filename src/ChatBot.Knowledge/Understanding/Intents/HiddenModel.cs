using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// A network with one hidden layer of rectified units over the same features: it finds words that stand for one another, which a linear model can't. Two small
/// ones from different beginnings, averaged, are better than one of twice the size.
/// </summary>
/// <param name="Inner">The weights from features to hidden units, packed.</param>
/// <param name="Outer">The weights from hidden units to classes, packed.</param>
internal sealed record HiddenModel(PackedModel Inner, PackedModel Outer)
{
    private const float FirstRate = 0.5f;
    private const float OuterRate = 0.1f; // Of the rate of the inner weights, whose inputs are far smaller.
    private const float InnerBoost = 2;

    /// <summary>Writes the classes' beliefs, which sum to 1.</summary>
    public void Believe(WeightedMessage message, Span<float> beliefs)
    {
        Span<float> hidden = stackalloc float[Inner.Width];
        Span<float> scores = stackalloc float[Outer.Width];
        Inner.Score(message, hidden);
        TensorPrimitives.Max(hidden, 0f, hidden);
        Outer.Score(hidden, scores);
        TensorPrimitives.SoftMax(scores[..beliefs.Length], beliefs);
    }

    /// <summary>Learns by stochastic gradient descent, each time without a random half of the message's features ("dropout", Srivastava et al. 2014).</summary>
    public static HiddenModel Train(WeightedMessage[] rows, ReadOnlySpan<int> classes, int classCount, int features, int units, int passes, int seed)
    {
        var random = new Random(seed);
        var inner = LinearModel.Empty(features, units);
        var outer = LinearModel.Empty(units, classCount);
        Scatter(inner.Weights.AsSpan(0, features * inner.Width), 0.42f, random);
        for (var unit = 0; unit < units; unit++) Scatter(outer.Row(unit)[..classCount], MathF.Sqrt(3f / units), random);

        var order = Enumerable.Range(0, rows.Length).ToArray();
        var hidden = new float[inner.Width];
        var back = new float[inner.Width];
        var scores = new float[outer.Width];
        var kept = new List<int>();
        var values = new List<float>();
        double steps = passes * (double)rows.Length + 1, step = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                var message = Halve(rows[row], random, kept, values);
                inner.Score(message, hidden);
                TensorPrimitives.Max(hidden, 0f, hidden);
                outer.Score(hidden, scores);
                TensorPrimitives.SoftMax(scores.AsSpan(0, classCount), scores.AsSpan(0, classCount));
                scores.AsSpan(classCount).Clear();
                scores[classes[row]] -= 1;

                var rate = FirstRate * (float)(1 - step++ / steps);
                for (var unit = 0; unit < units; unit++)
                    back[unit] = hidden[unit] > 0 ? -rate * InnerBoost * TensorPrimitives.Dot<float>(outer.Row(unit), scores) : 0;
                TensorPrimitives.Multiply(scores, -rate * OuterRate, scores);
                outer.Add(hidden, scores);
                inner.Add(message, back);
            }
        }
        return new HiddenModel(PackedModel.Of(inner), PackedModel.Of(outer));
    }

    private static void Scatter(Span<float> weights, float reach, Random random)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = (random.NextSingle() * 2 - 1) * reach;
    }

    /// <summary>A random half of the features, at twice their values.</summary>
    private static WeightedMessage Halve(WeightedMessage message, Random random, List<int> kept, List<float> values)
    {
        kept.Clear();
        values.Clear();
        for (var i = 0; i < message.Features.Length; i++)
        {
            if (random.NextSingle() < 0.5f) continue;
            kept.Add(message.Features[i]);
            values.Add(message.Values[i] * 2);
        }
        return new WeightedMessage([.. kept], [.. values]);
    }
}
