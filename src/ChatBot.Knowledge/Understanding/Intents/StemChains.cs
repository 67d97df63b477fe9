using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// How likely each intent's examples make a message, stem by stem, each given the one before it: bigram models smoothed by the intent's single stems, and these by
/// all intents' (Jelinek and Mercer 1980; Dirichlet weights as by Zhai and Lafferty 2004). Alone it is weaker than the linear models, but it errs elsewhere.
/// </summary>
/// <param name="intents">How many intents there are.</param>
/// <param name="prior">For each intent the logarithm of its share of the examples.</param>
/// <param name="rowOf">For each feature the row of it as a stem, or -1; the first two rows stand for a message's beginning and its end.</param>
/// <param name="single">Row by row, for each intent: the logarithm of the stem's probability.</param>
/// <param name="context">Row by row, for each intent: minus how often the stem has been followed, as a logarithm.</param>
/// <param name="pairs">Neighbouring stems that stand in examples, ascending: the first one's row in the upper half, the second one's in the lower.</param>
/// <param name="starts">For each pair where its gains begin, and behind the last where they end.</param>
/// <param name="gains">What having seen the pair adds to the logarithm of the probability, intent by intent.</param>
internal sealed class StemChains(int intents, float[] prior, int[] rowOf, float[] single, float[] context, long[] pairs, int[] starts, IntentGain[] gains)
{
    private const int Beginning = 0;
    private const int End = 1;
    private const double FewestOfAll = 0.5;
    private const double OfAll = 40;
    private const double OfIntent = 4;

    // Neighbouring stems are not independent; without this every belief would be near 0 or 1.
    private const float Bluntness = 0.6f;

    public float[] Prior => prior;

    public int[] RowOf => rowOf;

    public float[] Single => single;

    public float[] Context => context;

    public long[] Pairs => pairs;

    public int[] Starts => starts;

    public IntentGain[] Gains => gains;

    public static StemChains Learn(IReadOnlyList<CountedMessage> rows, int[] classes, int intents, int features)
    {
        var rowOf = new int[features];
        Array.Fill(rowOf, -1);
        var stems = 2;
        foreach (var row in rows)
            foreach (var stem in row.Stems)
                if (stem >= 0 && rowOf[stem] < 0) rowOf[stem] = stems++;

        var counts = new double[stems * intents];
        var followed = new double[stems * intents];
        var totals = new double[intents];
        var messages = new double[intents];
        var all = new double[stems];
        var seen = new SortedDictionary<long, SortedDictionary<int, int>>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (classes[i] >= intents) continue;
            var (own, before) = (classes[i], Beginning);
            messages[own]++;
            foreach (var stem in rows[i].Stems.Select(stem => stem < 0 ? -1 : rowOf[stem]).Append(End))
            {
                if (stem >= 0)
                {
                    counts[stem * intents + own]++;
                    totals[own]++;
                    all[stem]++;
                }
                if (stem >= 0 && before >= 0)
                {
                    followed[before * intents + own]++;
                    if (!seen.TryGetValue(Pair(before, stem), out var byIntent)) seen[Pair(before, stem)] = byIntent = [];
                    byIntent[own] = byIntent.GetValueOrDefault(own) + 1;
                }
                before = stem;
            }
        }

        var single = new float[counts.Length];
        var context = new float[counts.Length];
        var words = all.Sum() + FewestOfAll * stems;
        for (var stem = 0; stem < stems; stem++)
            for (var c = 0; c < intents; c++)
            {
                single[stem * intents + c] = (float)Math.Log((counts[stem * intents + c] + OfAll * (all[stem] + FewestOfAll) / words) / (totals[c] + OfAll));
                context[stem * intents + c] = (float)-Math.Log((followed[stem * intents + c] + OfIntent) / OfIntent);
            }
        var starts = new List<int>(seen.Count + 1);
        var gains = new List<IntentGain>();
        foreach (var (pair, byIntent) in seen)
        {
            starts.Add(gains.Count);
            foreach (var (intent, count) in byIntent)
                gains.Add(new IntentGain(intent, (float)Math.Log(1 + count / (OfIntent * Math.Exp(single[(int)(pair & int.MaxValue) * intents + intent])))));
        }
        starts.Add(gains.Count);
        var prior = Array.ConvertAll(messages, count => (float)Math.Log((count + 1) / (messages.Sum() + intents)));
        return new StemChains(intents, prior, rowOf, single, context, [.. seen.Keys], [.. starts], [.. gains]);
    }

    /// <summary>Writes the intents' beliefs, which sum to 1.</summary>
    public void Believe(CountedMessage message, Span<float> beliefs)
    {
        prior.CopyTo(beliefs);
        var before = Beginning;
        foreach (var stem in message.Stems)
        {
            var row = stem < 0 ? -1 : rowOf[stem];
            Follow(before, row, beliefs);
            before = row;
        }
        Follow(before, End, beliefs);
        // From the highest on, since the probability of a long message is no float.
        TensorPrimitives.Subtract(beliefs, TensorPrimitives.Max<float>(beliefs), beliefs);
        TensorPrimitives.Multiply(beliefs, Bluntness, beliefs);
        TensorPrimitives.SoftMax(beliefs, beliefs);
    }

    /// <summary>A stem that no example has says nothing, nor does what follows it about the two.</summary>
    private void Follow(int before, int row, Span<float> scores)
    {
        if (row < 0) return;
        TensorPrimitives.Add(scores, single.AsSpan(row * intents, intents), scores);
        if (before < 0) return;
        TensorPrimitives.Add(scores, context.AsSpan(before * intents, intents), scores);
        var pair = Array.BinarySearch(pairs, Pair(before, row));
        if (pair < 0) return;
        foreach (var gain in gains.AsSpan(starts[pair]..starts[pair + 1])) scores[gain.Intent] += gain.Gain;
    }

    private static long Pair(int first, int second) => (long)first << 32 | (uint)second;
}
