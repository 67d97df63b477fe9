using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>What is kept of the examples themselves: their words, and how they scored when they were held out, by intent.</summary>
/// <param name="words">For each intent its examples as vectors of stems and neighbouring words.</param>
/// <param name="profiles">For each intent the held-out scores of its examples, each of length one, one behind the other.</param>
/// <param name="lengths">For each intent the lengths that those scores had before.</param>
/// <param name="usual">For each intent the mean of its examples' margins for it when they were held out, and their standard deviation.</param>
/// <param name="stems">Which intents' examples have a stem: 64 intents to an element, feature by feature.</param>
/// <param name="features">How many features there are.</param>
/// <param name="width">The length of one profile.</param>
internal sealed class IntentMemory(WeightedMessage[][] words, float[][] profiles, float[][] lengths, float[] usual, ulong[] stems, int features, int width)
{
    // More examples of an intent than this make comparing slower and nothing better.
    private const int MostPerIntent = 80;
    private const int Neighbours = 5;

    // One message at a time spread out, so that comparing it needs no search; zero again when done.
    [ThreadStatic]
    private static float[]? _dense;

    public WeightedMessage[][] Words => words;

    public float[][] Profiles => profiles;

    public float[][] Lengths => lengths;

    public float[] Usual => usual;

    public ulong[] Stems => stems;

    public int Width => width;

    public static IntentMemory Of(
        int[] examples, WeightedMessage[] messages, int[] classes, int intents, FeatureBlock[] blocks, float[][] heldOut, int width)
    {
        var words = new List<WeightedMessage>[intents];
        var profiles = new List<float>[intents];
        var lengths = new List<float>[intents];
        var own = new List<float>[intents];
        for (var c = 0; c < intents; c++) (words[c], profiles[c], lengths[c], own[c]) = ([], [], [], []);
        var perFeature = (intents + 63) / 64;
        var stems = new ulong[blocks.Length * perFeature];
        foreach (var example in examples)
        {
            var (message, c) = (messages[example], classes[example]);
            foreach (var feature in message.Features)
                if (blocks[feature] is FeatureBlock.Stem) stems[feature * perFeature + c / 64] |= 1UL << c % 64;
            own[c].Add(heldOut[example][c]);
            if (words[c].Count == MostPerIntent) continue;
            var places = Enumerable.Range(0, message.Features.Length).Where(i => blocks[message.Features[i]] is FeatureBlock.Stem or FeatureBlock.WordPair).ToArray();
            words[c].Add(new WeightedMessage([.. places.Select(i => message.Features[i])], [.. places.Select(i => message.Values[i])]));
            var profile = new float[width];
            lengths[c].Add(Shape(heldOut[example], profile, intents));
            profiles[c].AddRange(profile);
        }
        return new IntentMemory([.. words.Select(list => list.ToArray())], [.. profiles.Select(list => list.ToArray())], [.. lengths.Select(list => list.ToArray())], Usually(own), stems, blocks.Length, width);
    }

    /// <summary>Whether an example of the intent has the stem.</summary>
    public bool HasStem(int feature, int intent) => (stems[feature * ((words.Length + 63) / 64) + intent / 64] >> intent % 64 & 1) != 0;

    /// <summary>Beside the held-out scores of the intent's examples: the mean cosine of the scores to the nearest few, and minus their mean distance.</summary>
    public (double Cosine, double Nearness) Profile(ReadOnlySpan<float> margins, int intent)
    {
        var own = profiles[intent];
        if (own.Length == 0) return (0, -2);
        Span<float> shape = stackalloc float[width];
        var length = Shape(margins, shape, words.Length);
        Span<float> alike = stackalloc float[Neighbours];
        Span<float> near = stackalloc float[Neighbours];
        alike.Fill(-1);
        near.Fill(float.NegativeInfinity);
        for (var i = 0; i < lengths[intent].Length; i++)
        {
            var (cosine, other) = (TensorPrimitives.Dot(shape, own.AsSpan(i * width, width)), lengths[intent][i]);
            Keep(alike, cosine);
            Keep(near, -MathF.Sqrt(Math.Max(0, length * length + other * other - 2 * length * other * cosine)));
        }
        var kept = Math.Min(Neighbours, lengths[intent].Length);
        return (TensorPrimitives.Average<float>(alike[..kept]), TensorPrimitives.Average<float>(near[..kept]));
    }

    /// <summary>How far a margin is above those that the intent's examples had when they were held out, in standard deviations.</summary>
    public double StandardMargin(float margin, int intent) => (margin - usual[2 * intent]) / usual[2 * intent + 1];

    private static void Keep(Span<float> highest, float value)
    {
        var i = highest.Length - 1;
        if (value <= highest[i]) return;
        for (; i > 0 && highest[i - 1] < value; i--) highest[i] = highest[i - 1];
        highest[i] = value;
    }

    /// <summary>Means and standard deviations by intent, drawn to those of all where an intent has few.</summary>
    private static float[] Usually(List<float>[] own)
    {
        const float MeanPull = 3, SpreadPull = 5;
        var all = own.SelectMany(values => values).DefaultIfEmpty().ToArray();
        var mean = all.Average();
        var variance = all.Average(value => (value - mean) * (value - mean)) + 1e-6f;
        var usual = new float[own.Length * 2];
        for (var c = 0; c < own.Length; c++)
        {
            var middle = (own[c].Sum() + MeanPull * mean) / (own[c].Count + MeanPull);
            usual[2 * c] = middle;
            usual[2 * c + 1] = MathF.Sqrt((own[c].Sum(value => (value - middle) * (value - middle)) + SpreadPull * variance) / (own[c].Count + SpreadPull));
        }
        return usual;
    }

    /// <summary>The cosine by words to the nearest example of the intent.</summary>
    public double Nearest(WeightedMessage message, int intent)
    {
        if (_dense is null || _dense.Length < features) _dense = new float[features];
        var dense = _dense;
        for (var i = 0; i < message.Features.Length; i++) dense[message.Features[i]] = message.Values[i];
        var nearest = 0f;
        foreach (var example in words[intent])
        {
            var product = 0f;
            for (var i = 0; i < example.Features.Length; i++) product += dense[example.Features[i]] * example.Values[i];
            nearest = Math.Max(nearest, product);
        }
        foreach (var feature in message.Features) dense[feature] = 0;
        return nearest;
    }

    /// <summary>Margins above "certainly not" (-1), scaled to length one; gives the length that they had.</summary>
    private static float Shape(ReadOnlySpan<float> margins, Span<float> shape, int intents)
    {
        shape.Clear();
        TensorPrimitives.Add(margins[..intents], 1f, shape[..intents]);
        var length = TensorPrimitives.Norm<float>(shape);
        if (length > 0) TensorPrimitives.Divide(shape, length, shape);
        return length;
    }
}
