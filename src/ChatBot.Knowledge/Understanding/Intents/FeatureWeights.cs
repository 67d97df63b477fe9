using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// How much each feature weighs: sublinear counts times inverse document frequency (Spärck Jones 1972); where examples are few, times how far the feature is from
/// being spread evenly over the intents (one less half its normalised entropy). A feature that the rows trained on don't have weighs 0: it counts as unknown.
/// </summary>
internal sealed class FeatureWeights(float[] weights, FeatureBlock[] blocks, float unknown, IntentSettings settings)
{
    /// <summary>What they were learnt by.</summary>
    public IntentSettings Settings => settings;

    /// <summary>The weight of each feature.</summary>
    public float[] Values => weights;

    /// <summary>The block of each feature.</summary>
    public FeatureBlock[] Blocks => blocks;

    /// <summary>What a word weighs that no row has.</summary>
    public float Unknown => unknown;

    /// <summary>The block of each feature of <paramref name="index"/>, and behind them those of the <see cref="CompanyVector"/>.</summary>
    public static FeatureBlock[] BlocksOf(FeatureIndex index) =>
        [.. index.Keys.Select(FeatureReader.BlockOf), .. Enumerable.Repeat(FeatureBlock.Company, CompanyVector.Length)];

    /// <summary>Learns weights from the rows, which are of the given classes.</summary>
    public static FeatureWeights Learn(IReadOnlyList<CountedMessage> rows, ReadOnlySpan<int> classes, int classCount, FeatureBlock[] blocks, IntentSettings settings)
    {
        var rowsWith = new int[blocks.Length];
        var perClass = new int[classCount];
        foreach (var c in classes) perClass[c]++;
        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(classes.ToArray(), order);

        // Shares of classes are added up class by class, so that one running sum a feature is enough: h = log(z) - Σ s·log(s) / z.
        var total = new float[blocks.Length];
        var logs = new float[blocks.Length];
        var current = new float[blocks.Length];
        var touched = new List<int>();
        for (var i = 0; i < order.Length; i++)
        {
            var c = classes[order[i]];
            foreach (var feature in rows[order[i]].Features)
            {
                rowsWith[feature]++;
                if (current[feature] == 0) touched.Add(feature);
                current[feature] += 1f / perClass[c];
            }
            if (i + 1 < order.Length && classes[order[i + 1]] == c) continue;
            foreach (var feature in touched)
            {
                total[feature] += current[feature];
                logs[feature] += current[feature] * MathF.Log(current[feature]);
                current[feature] = 0;
            }
            touched.Clear();
        }

        var weights = new float[blocks.Length];
        var evenly = MathF.Log(Math.Max(2, classCount));
        for (var f = 0; f < weights.Length; f++)
        {
            if (rowsWith[f] == 0) continue;
            var entropy = MathF.Log(total[f]) - logs[f] / total[f];
            weights[f] = (MathF.Log((1f + rows.Count) / (1 + rowsWith[f])) + 1) * (settings.Few ? 1 - 0.5f * Math.Clamp(entropy / evenly, 0, 1) : 1);
        }
        return new FeatureWeights(weights, blocks, MathF.Log(1f + rows.Count) + 1, settings);
    }

    /// <summary>The message as a vector: each block scaled to its own length, then the whole to length one.</summary>
    public WeightedMessage Weigh(CountedMessage message)
    {
        var known = 0;
        foreach (var feature in message.Features)
            if (weights[feature] > 0) known++;
        Span<float> company = stackalloc float[CompanyVector.Length];
        var hasCompany = CompanyVector.Fill(message, weights, unknown, settings.Company, company);
        var features = new int[known + (hasCompany ? company.Length : 0)];
        var values = new float[features.Length];
        Span<float> squares = stackalloc float[FeatureReader.Blocks];
        squares.Clear();
        known = 0;
        for (var i = 0; i < message.Features.Length; i++)
        {
            var feature = message.Features[i];
            if (weights[feature] <= 0) continue;
            var value = (message.Counts[i] == 1 ? 1 : 1 + MathF.Log(message.Counts[i])) * weights[feature];
            features[known] = feature;
            values[known++] = value;
            squares[(int)blocks[feature]] += value * value;
        }

        var length = 0f;
        for (var block = 0; block < squares.Length; block++)
        {
            if (squares[block] == 0) continue;
            length += settings.Blocks[block] * settings.Blocks[block];
            squares[block] = settings.Blocks[block] / MathF.Sqrt(squares[block]);
        }
        if (hasCompany) length += TensorPrimitives.SumOfSquares<float>(company);
        var scale = length == 0 ? 0 : 1 / MathF.Sqrt(length);
        for (var i = 0; i < known; i++) values[i] *= squares[(int)blocks[features[i]]] * scale;
        for (var i = 0; i < features.Length - known; i++) (features[known + i], values[known + i]) = (blocks.Length - company.Length + i, company[i] * scale);
        return new WeightedMessage(features, values);
    }
}
