using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// Linear support vector machines, one class against the rest, with squared hinge loss by dual coordinate descent (Hsieh et al. 2008), all classes
/// side by side: a visit to a row takes the coordinate step of every class.
/// </summary>
internal static class HingeTrainer
{
    private const float Penalty = 0.5f; // 1 / (2C) with C = 1.

    /// <summary>Learns from the rows in <paramref name="passes"/> visits of each.</summary>
    public static LinearModel Train(WeightedMessage[] rows, ReadOnlySpan<int> classes, int classCount, int features, int passes, int seed)
    {
        var model = LinearModel.Empty(features, classCount);
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(seed);
        var duals = new float[rows.Length * model.Width];
        var scores = new float[model.Width];
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var row in order)
            {
                model.Score(rows[row], scores);
                Step(scores, duals.AsSpan(row * model.Width, model.Width), classes[row], 1 / (rows[row].SquaredLength + 1 + Penalty));
                scores.AsSpan(classCount).Clear();
                model.Add(rows[row], scores);
            }
        }
        return model;
    }

    /// <summary>Moves a row's duals to their best and leaves in <paramref name="scores"/> how much each class's weights move along the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(Span<float> scores, Span<float> duals, int own, float inverse)
    {
        var (score, dual) = (scores[own], duals[own]);
        for (var i = 0; i < scores.Length; i += Vector<float>.Count)
        {
            var old = new Vector<float>(duals[i..]);
            var gradient = new Vector<float>(Penalty) * old - Vector<float>.One - new Vector<float>(scores[i..]);
            var moved = Vector.Max(old - gradient * new Vector<float>(inverse), Vector<float>.Zero);
            moved.CopyTo(duals[i..]);
            (old - moved).CopyTo(scores[i..]);
        }
        duals[own] = Math.Max(dual - (score - 1 + Penalty * dual) * inverse, 0);
        scores[own] = duals[own] - dual;
    }
}
