using System.Numerics.Tensors;
using System.Reflection;
using System.Text;

namespace ChatBot.Knowledge.Text;

/// <summary>
/// How alike common English words are by the company that they keep: a table of word vectors (GloVe; Pennington, Socher and Manning 2014; public domain),
/// reduced to stems, few dimensions and a byte each by the benchmarks' <c>learn-word-vectors</c>. Words of opposite meaning keep like company too, so
/// likeness alone never makes two words the same.
/// </summary>
internal static class WordLikeness
{
    /// <summary>Numbers in a vector.</summary>
    public const int Dimensions = 64;

    private static readonly Dictionary<string, int> Rows = Read(out Bytes);

    /// <summary>Row after row; only the direction of a row counts.</summary>
    private static readonly byte[] Bytes;

    /// <summary>The row of <paramref name="stem"/>, or -1 where the table doesn't hold it.</summary>
    public static int Find(string stem) => Rows.GetValueOrDefault(stem, -1);

    /// <summary>Whether texts use a word of this stem, be it spelt with a "z" there ("cosy", "organise").</summary>
    public static bool Knows(string stem) => Find(stem) >= 0 || stem.LastIndexOf('s') is > 0 and var at && at + 1 < stem.Length && Find(string.Concat(stem.AsSpan(0, at), "z", stem.AsSpan(at + 1))) >= 0;

    /// <summary>Fills in the unit vector of a row that <see cref="Find"/> gave: the dot product of two is the words' likeness, -1 to 1.</summary>
    public static void Read(int row, Span<float> vector)
    {
        var from = row * Dimensions;
        for (var i = 0; i < Dimensions; i++) vector[i] = (sbyte)Bytes[from + i];
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
    }

    /// <summary>A count, that many stems, and that many rows of signed bytes.</summary>
    private static Dictionary<string, int> Read(out byte[] bytes)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("word-vectors.bin")
            ?? throw new InvalidOperationException("The table of word vectors is not part of the assembly.");
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var count = reader.ReadInt32();
        var rows = new Dictionary<string, int>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) rows.Add(reader.ReadString(), i);
        bytes = reader.ReadBytes(count * Dimensions);
        return rows;
    }
}
