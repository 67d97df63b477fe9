using System.Numerics;
using System.Runtime.CompilerServices;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>Weights of every feature for every class, feature by feature, so that one pass over a message's features scores all classes at once.</summary>
/// <param name="weights">A row of <see cref="Width"/> for each feature and a last one for the bias.</param>
/// <param name="classes">How many columns of a row are in use.</param>
/// <param name="width">The length of a row, a multiple of 16.</param>
internal sealed class LinearModel(float[] weights, int classes, int width)
{
    /// <summary>The weights.</summary>
    public float[] Weights => weights;

    /// <summary>How many columns of a row are in use.</summary>
    public int Classes => classes;

    /// <summary>The length of a row.</summary>
    public int Width => width;

    /// <summary>An empty model; rows are padded so that vectors of any width fit.</summary>
    public static LinearModel Empty(int features, int classes)
    {
        var width = (classes + 15) / 16 * 16;
        return new LinearModel(new float[(features + 1) * width], classes, width);
    }

    /// <summary>The row of a feature.</summary>
    public Span<float> Row(int feature) => weights.AsSpan(feature * width, width);

    /// <summary>Writes the score of each class into <paramref name="scores"/>, which has <see cref="Width"/> places.</summary>
    public void Score(WeightedMessage message, Span<float> scores)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, width);
        var column = 0;
        for (; column + 4 * Vector<float>.Count <= width; column += 4 * Vector<float>.Count) ScoreColumns(message, column, scores);
        for (; column < width; column += Vector<float>.Count)
        {
            var sum = new Vector<float>(weights.AsSpan(weights.Length - width + column));
            for (var i = 0; i < message.Features.Length; i++)
                sum = Vector.FusedMultiplyAdd(new Vector<float>(message.Values[i]), new Vector<float>(weights.AsSpan(message.Features[i] * width + column)), sum);
            sum.CopyTo(scores[column..]);
        }
    }

    /// <summary>Four vectors of columns, whose sums stay in registers from the first feature to the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScoreColumns(WeightedMessage message, int column, Span<float> scores)
    {
        var (features, values) = (message.Features, message.Values);
        var count = Vector<float>.Count;
        var from = weights.AsSpan(weights.Length - width + column, 4 * count);
        var (a, b, c, d) = (new Vector<float>(from), new Vector<float>(from[count..]), new Vector<float>(from[(2 * count)..]), new Vector<float>(from[(3 * count)..]));
        for (var i = 0; i < features.Length; i++)
        {
            from = weights.AsSpan(features[i] * width + column, 4 * count);
            var value = new Vector<float>(values[i]);
            a = Vector.FusedMultiplyAdd(value, new Vector<float>(from), a);
            b = Vector.FusedMultiplyAdd(value, new Vector<float>(from[count..]), b);
            c = Vector.FusedMultiplyAdd(value, new Vector<float>(from[(2 * count)..]), c);
            d = Vector.FusedMultiplyAdd(value, new Vector<float>(from[(3 * count)..]), d);
        }
        var to = scores.Slice(column, 4 * count);
        a.CopyTo(to);
        b.CopyTo(to[count..]);
        c.CopyTo(to[(2 * count)..]);
        d.CopyTo(to[(3 * count)..]);
    }

    /// <summary>Adds <paramref name="changes"/>, scaled by the message's values, to the rows of its features and to the bias.</summary>
    public void Add(WeightedMessage message, ReadOnlySpan<float> changes)
    {
        for (var i = 0; i < message.Features.Length; i++) AddScaled(message.Values[i], changes, Row(message.Features[i]));
        AddScaled(1, changes, weights.AsSpan(weights.Length - width));
    }

    /// <summary>Writes the scores of a dense input, of which zeros cost nothing.</summary>
    public void Score(ReadOnlySpan<float> input, Span<float> scores)
    {
        weights.AsSpan(weights.Length - width).CopyTo(scores);
        for (var i = 0; (i + 1) * width < weights.Length; i++)
            if (input[i] != 0) AddScaled(input[i], Row(i), scores);
    }

    /// <summary>Adds <paramref name="changes"/>, scaled by a dense input, to the rows and to the bias.</summary>
    public void Add(ReadOnlySpan<float> input, ReadOnlySpan<float> changes)
    {
        for (var i = 0; (i + 1) * width < weights.Length; i++)
            if (input[i] != 0) AddScaled(input[i], changes, Row(i));
        AddScaled(1, changes, weights.AsSpan(weights.Length - width));
    }

    /// <summary>Optimised at once, because most of its work is done in the first second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(float scale, ReadOnlySpan<float> from, Span<float> to)
    {
        var factor = new Vector<float>(scale);
        for (var i = 0; i < to.Length; i += Vector<float>.Count)
            (new Vector<float>(to[i..]) + factor * new Vector<float>(from[i..])).CopyTo(to[i..]);
    }
}
