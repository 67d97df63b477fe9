using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// A learnt <see cref="LinearModel"/> to score with: a signed byte for each weight, and for each row the number that 1 stands for, so that the largest weight of a row
/// is ±127. It takes a quarter of the memory; a weight is off by at most half a part in 127 of its row's largest.
/// </summary>
/// <param name="weights">Row by row, the last one for the bias.</param>
/// <param name="scales">For each row what its bytes are multiplied by.</param>
/// <param name="classes">How many columns of a row are in use.</param>
/// <param name="width">The length of a row, a multiple of 16.</param>
internal sealed class PackedModel(sbyte[] weights, float[] scales, int classes, int width)
{
    private const int Columns = 16;

    /// <summary>The weights.</summary>
    public sbyte[] Weights => weights;

    /// <summary>What each row's bytes are multiplied by.</summary>
    public float[] Scales => scales;

    /// <summary>How many columns of a row are in use.</summary>
    public int Classes => classes;

    /// <summary>The length of a row.</summary>
    public int Width => width;

    /// <summary>The model in bytes.</summary>
    public static PackedModel Of(LinearModel model)
    {
        var packed = new sbyte[model.Weights.Length];
        var scales = new float[model.Weights.Length / model.Width];
        for (var row = 0; row < scales.Length; row++)
        {
            var from = model.Row(row);
            var largest = TensorPrimitives.MaxMagnitude<float>(from);
            if (largest == 0) continue;
            scales[row] = MathF.Abs(largest) / sbyte.MaxValue;
            for (var i = 0; i < from.Length; i++) packed[row * model.Width + i] = (sbyte)MathF.Round(from[i] / scales[row]);
        }
        return new PackedModel(packed, scales, model.Classes, model.Width);
    }

    /// <summary>The weight of a feature for a class.</summary>
    public float Weight(int feature, int column) => weights[feature * width + column] * scales[feature];

    /// <summary>Writes the score of each class into <paramref name="scores"/>, which has <see cref="Width"/> places.</summary>
    public void Score(WeightedMessage message, Span<float> scores)
    {
        var scaled = message.Values.Length <= 2048 ? stackalloc float[message.Values.Length] : new float[message.Values.Length];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = message.Values[i] * scales[message.Features[i]];
        Sum(message.Features, scaled, scores);
    }

    /// <summary>Writes the scores of a dense input, of which zeros cost nothing.</summary>
    public void Score(ReadOnlySpan<float> input, Span<float> scores)
    {
        Span<int> rows = stackalloc int[scales.Length - 1];
        Span<float> scaled = stackalloc float[rows.Length];
        var count = 0;
        for (var i = 0; i < rows.Length; i++)
            if (input[i] != 0) (rows[count], scaled[count++]) = (i, input[i] * scales[i]);
        Sum(rows[..count], scaled[..count], scores);
    }

    /// <summary>Sums rows and the bias, sixteen columns at a time, whose sums stay in registers from the first row to the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(ReadOnlySpan<int> rows, ReadOnlySpan<float> factors, Span<float> sums)
    {
        for (var column = 0; column < width; column += Columns)
        {
            var (low, high) = Read(weights.Length - width + column);
            var (a, b) = (low * scales[^1], high * scales[^1]);
            for (var i = 0; i < rows.Length; i++)
            {
                (low, high) = Read(rows[i] * width + column);
                var factor = Vector256.Create(factors[i]);
                a = Vector256.FusedMultiplyAdd(low, factor, a);
                b = Vector256.FusedMultiplyAdd(high, factor, b);
            }
            a.CopyTo(sums.Slice(column, Columns));
            b.CopyTo(sums.Slice(column + Columns / 2, Columns / 2));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<float> Low, Vector256<float> High) Read(int from)
    {
        var (low, high) = Vector256.Widen(Vector256.WidenLower(Vector128.Create<sbyte>(weights.AsSpan(from, Columns)).ToVector256Unsafe()));
        return (Vector256.ConvertToSingle(low), Vector256.ConvertToSingle(high));
    }
}
