using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>What is kept of the examples themselves: their words, and how they scored when they were held out, by intent.</summary>
/// <param name="words">For each intent its examples as vectors of stems and neighbouring words.</param>
/// <param name="profiles">For each intent the held-out scores of its examples, each of length one, one behind the other.</param>
/// <param name="stems">Which intents' examples have a stem: 64 intents to an element, feature by feature.</param>
/// <param name="features">How many features there are.</param>
/// <param name="width">The length of one profile.</param>
internal sealed class IntentMemory(WeightedMessage[][] words, float[][] profiles, ulong[] stems, int features, int width)
{
    // More examples of an intent than this make comparing slower and nothing better.
    private const int MostPerIntent = 80;
    private const int Neighbours = 5;

    // One message at a time spread out, so that comparing it needs no search; zero again when done.
    [ThreadStatic]
    private static float[]? _dense;

    public WeightedMessage[][] Words => words;

    public float[][] Profiles => profiles;

    public ulong[] Stems => stems;

    public int Width => width;

    public static IntentMemory Of(
        int[] examples, WeightedMessage[] messages, int[] classes, int intents, FeatureBlock[] blocks, float[][] heldOut, int width)
    {
        var words = new List<WeightedMessage>[intents];
        var profiles = new List<float>[intents];
        for (var c = 0; c < intents; c++) (words[c], profiles[c]) = ([], []);
        var perFeature = (intents + 63) / 64;
        var stems = new ulong[blocks.Length * perFeature];
        foreach (var example in examples)
        {
            var (message, c) = (messages[example], classes[example]);
            foreach (var feature in message.Features)
                if (blocks[feature] is FeatureBlock.Stem) stems[feature * perFeature + c / 64] |= 1UL << c % 64;
            if (words[c].Count == MostPerIntent) continue;
            var places = Enumerable.Range(0, message.Features.Length).Where(i => blocks[message.Features[i]] is FeatureBlock.Stem or FeatureBlock.WordPair).ToArray();
            words[c].Add(new WeightedMessage([.. places.Select(i => message.Features[i])], [.. places.Select(i => message.Values[i])]));
            var profile = new float[width];
            Shape(heldOut[example], profile, intents);
            profiles[c].AddRange(profile);
        }
        return new IntentMemory([.. words.Select(list => list.ToArray())], [.. profiles.Select(list => list.ToArray())], stems, blocks.Length, width);
    }

    /// <summary>Whether an example of the intent has the stem.</summary>
    public bool HasStem(int feature, int intent) => (stems[feature * ((words.Length + 63) / 64) + intent / 64] >> intent % 64 & 1) != 0;

    /// <summary>The mean cosine of the scores to the nearest few held-out scores of the intent's examples.</summary>
    public double Profile(ReadOnlySpan<float> margins, int intent)
    {
        var own = profiles[intent];
        if (own.Length == 0) return 0;
        Span<float> shape = stackalloc float[width];
        Shape(margins, shape, words.Length);
        Span<float> nearest = stackalloc float[Neighbours];
        nearest.Fill(-1);
        for (var at = 0; at < own.Length; at += width)
        {
            var cosine = TensorPrimitives.Dot(shape, own.AsSpan(at, width));
            var i = Neighbours - 1;
            if (cosine <= nearest[i]) continue;
            for (; i > 0 && nearest[i - 1] < cosine; i--) nearest[i] = nearest[i - 1];
            nearest[i] = cosine;
        }
        return TensorPrimitives.Average<float>(nearest[..Math.Min(Neighbours, own.Length / width)]);
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

    /// <summary>Margins above "certainly not" (-1), scaled to length one.</summary>
    private static void Shape(ReadOnlySpan<float> margins, Span<float> shape, int intents)
    {
        shape.Clear();
        TensorPrimitives.Add(margins[..intents], 1f, shape[..intents]);
        var length = TensorPrimitives.Norm<float>(shape);
        if (length > 0) TensorPrimitives.Divide(shape, length, shape);
    }
}
