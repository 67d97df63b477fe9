using System.Numerics.Tensors;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// A message's words by the company that they keep (<see cref="WordLikeness"/>), so that a word that no example has is near those that mean much the same:
/// the mean of the words' vectors by weight, and each number's highest and lowest among them (Shen et al., ACL 2018).
/// </summary>
internal static class CompanyVector
{
    private const int Part = WordLikeness.Dimensions;

    /// <summary>Numbers in the vector.</summary>
    public const int Length = 3 * Part;

    /// <summary>Fills <paramref name="vector"/>, each part scaled to the length that <paramref name="scales"/> gives; false, and zeros, where no word has a vector.</summary>
    public static bool Fill(CountedMessage message, float[] weights, float unknown, float[] scales, Span<float> vector)
    {
        vector.Clear();
        var mean = vector[..Part];
        var highest = vector[Part..(2 * Part)];
        var lowest = vector[(2 * Part)..];
        Span<float> word = stackalloc float[Part];
        var any = false;
        for (var i = 0; i < message.Rows.Length; i++)
        {
            if (message.Rows[i] < 0) continue;
            WordLikeness.Read(message.Rows[i], word);
            var stem = message.Stems[i];
            TensorPrimitives.MultiplyAdd(word, stem >= 0 && weights[stem] > 0 ? weights[stem] : unknown, mean, mean);
            if (any)
            {
                TensorPrimitives.Max(word, highest, highest);
                TensorPrimitives.Min(word, lowest, lowest);
                continue;
            }
            word.CopyTo(highest);
            word.CopyTo(lowest);
            any = true;
        }
        if (!any) return false;
        Scale(mean, scales[0]);
        Scale(highest, scales[1]);
        Scale(lowest, scales[2]);
        return true;
    }

    private static void Scale(Span<float> part, float length)
    {
        var norm = TensorPrimitives.Norm<float>(part);
        if (norm > 0) TensorPrimitives.Multiply(part, length / norm, part);
    }
}
