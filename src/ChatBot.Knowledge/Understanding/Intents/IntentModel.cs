using System.Numerics.Tensors;

namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// Two linear models and two small networks over one set of features, and chains of stems, whose beliefs are averaged; and what the signals need: which stems each
/// intent's examples have, their words as vectors, and the scores they had when they were held out.
/// </summary>
/// <param name="weights">The weights of features.</param>
/// <param name="logistic">The model with logistic loss; it may have a class more than there are intents, for none of them.</param>
/// <param name="hinge">The model with hinge loss, of the same classes.</param>
/// <param name="networks">The networks; in a model that isn't final one where examples are few, else none.</param>
/// <param name="chains">The chains of stems.</param>
/// <param name="intents">How many of the classes are intents.</param>
/// <param name="memory">The examples kept for comparing.</param>
internal sealed class IntentModel(FeatureWeights weights, PackedModel logistic, PackedModel hinge, HiddenModel[] networks, StemChains chains, int intents, IntentMemory memory)
{
    // Hinge scores are margins around one; this makes their softmax about as sharp as the logistic one.
    private const float HingeSharpness = 5;
    private const int Plenty = 2000;
    private const int NetworkCount = 2;

    // What a model holds for impossible isn't quite.
    private const float Doubt = 1e-4f;

    public FeatureWeights Weights => weights;

    public PackedModel Logistic => logistic;

    public PackedModel Hinge => hinge;

    public HiddenModel[] Networks => networks;

    public StemChains Chains => chains;

    public int Intents => intents;

    public IntentMemory Memory => memory;

    /// <summary>Learns from the rows of the corpus that <paramref name="rows"/> names, whose classes <paramref name="classes"/> gives (numbered 0 to <paramref name="intents"/>); a model that isn't final, but trained to see
    /// how others fare, is cheaper.</summary>
    public static IntentModel Train(IntentCorpus corpus, int[] rows, int[] classes, int intents, bool isFinal, IntentTrainingOptions options)
    {
        var classCount = Math.Max(intents, classes.Length == 0 ? 0 : classes.Max() + 1);
        var counted = rows.Select(row => corpus.Rows[row]).ToArray();
        var (settings, seed) = (rows.Length < Plenty ? options.OfFew : options.OfPlenty, options.Seed);
        var weights = FeatureWeights.Learn(counted, classes, classCount, corpus.Blocks, settings);
        var messages = counted.Select(weights.Weigh).ToArray();
        var features = corpus.Blocks.Length;
        var logistic = PackedModel.Of(LogisticTrainer.Train(messages, classes, classCount, features, settings.LogisticPasses, settings.Smoothness, seed));
        var hinge = PackedModel.Of(HingeTrainer.Train(messages, classes, classCount, features, passes: 8, seed));
        var heldOut = HeldOutScores(messages, classes, classCount, features, folds: 2, seed);
        var examples = Enumerable.Range(0, rows.Length).Where(i => rows[i] < corpus.Examples && classes[i] < intents).ToArray();
        var memory = IntentMemory.Of(examples, messages, classes, intents, corpus.Blocks, heldOut, hinge.Width);
        var networks = new HiddenModel[settings.HiddenShare == 0 ? 0 : isFinal ? NetworkCount : settings.Few ? 1 : 0];
        Parallel.For(0, networks.Length, i => networks[i] = HiddenModel.Train(messages, classes, classCount, features, settings.HiddenUnits, settings.HiddenPasses, seed + i));
        return new IntentModel(weights, logistic, hinge, networks, StemChains.Learn(counted, classes, intents, corpus.Index.Keys.Count), intents, memory);
    }

    /// <summary>The best intent of a message; writes the intents' beliefs (which sum to 1) and the <see cref="IntentSignals"/>.</summary>
    public int Classify(CountedMessage counted, Span<float> beliefs, Span<double> signals)
    {
        var message = weights.Weigh(counted);
        Span<float> scores = stackalloc float[logistic.Width];
        Span<float> margins = stackalloc float[hinge.Width];
        logistic.Score(message, scores);
        hinge.Score(message, margins);

        Span<float> sharpened = stackalloc float[intents];
        TensorPrimitives.Multiply(margins[..intents], HingeSharpness, sharpened);
        TensorPrimitives.SoftMax(sharpened, sharpened);
        TensorPrimitives.SoftMax(scores[..intents], beliefs);
        TensorPrimitives.Lerp(beliefs, sharpened, weights.Settings.HingeShare, beliefs);
        Average(counted, message, beliefs, sharpened);
        var best = TensorPrimitives.IndexOfMax(beliefs);

        var belief = Math.Clamp(beliefs[best], 1e-6, 1 - 1e-6);
        signals[IntentSignals.Belief] = Math.Log(belief / (1 - belief));
        Fill(signals, counted, message, scores, margins, best);
        return best;
    }

    /// <summary>Makes of the linear models' beliefs those of all models: a weighted geometric mean, in which a model that is nearly sure that it isn't an intent counts for much.</summary>
    private void Average(CountedMessage counted, WeightedMessage message, Span<float> beliefs, Span<float> own)
    {
        var settings = weights.Settings;
        var share = 1 - settings.ChainShare - (networks.Length > 0 ? settings.HiddenShare : 0);
        TensorPrimitives.Add(beliefs, Doubt, beliefs);
        TensorPrimitives.Log(beliefs, beliefs);
        TensorPrimitives.Multiply(beliefs, share, beliefs);
        foreach (var network in networks)
        {
            network.Believe(message, own);
            AddLog(own, settings.HiddenShare / networks.Length, beliefs);
        }
        chains.Believe(counted, own);
        AddLog(own, settings.ChainShare, beliefs);
        TensorPrimitives.SoftMax(beliefs, beliefs);
    }

    private static void AddLog(Span<float> beliefs, float share, Span<float> sum)
    {
        TensorPrimitives.Add(beliefs, Doubt, beliefs);
        TensorPrimitives.Log(beliefs, beliefs);
        TensorPrimitives.MultiplyAdd(beliefs, share, sum, sum);
    }

    private void Fill(Span<double> signals, CountedMessage counted, WeightedMessage message, Span<float> scores, Span<float> margins, int best)
    {
        var second = -1;
        for (var c = 0; c < intents; c++)
            if (c != best && (second < 0 || scores[c] > scores[second])) second = c;

        float pairMargin = 0, stemEvidence = 0, stemMass = 0, covered = 0;
        int supporting = 0, stems = 0;
        for (var i = 0; i < message.Features.Length; i++)
        {
            var feature = message.Features[i];
            var block = weights.Blocks[feature];
            if (block is not (FeatureBlock.WordPair or FeatureBlock.Stem)) continue;
            var own = logistic.Weight(feature, best);
            if (block is FeatureBlock.WordPair)
            {
                pairMargin += message.Values[i] * (own - (second < 0 ? 0 : logistic.Weight(feature, second)));
                if (own > 0) supporting++;
            }
            else
            {
                stemEvidence += message.Values[i] * own;
                stemMass += weights.Values[feature];
                if (memory.HasStem(feature, best)) covered += weights.Values[feature];
                stems++;
            }
        }
        stemMass += Math.Max(0, counted.Words - stems) * weights.Unknown;

        (signals[IntentSignals.Profile], signals[IntentSignals.Nearness]) = memory.Profile(margins, best);
        signals[IntentSignals.StandardMargin] = memory.StandardMargin(margins[best], best);
        signals[IntentSignals.MarginEvidence] = TensorPrimitives.Max<float>(margins[..intents]) + Math.Log(SumOfExponentials(margins[..intents]));
        signals[IntentSignals.Coverage] = stemMass > 0 ? covered / stemMass : 0;
        signals[IntentSignals.PairMargin] = pairMargin;
        signals[IntentSignals.PairSupport] = supporting / (counted.Pairs + 1.0);
        signals[IntentSignals.Nearest] = memory.Nearest(message, best);
        var top = scores[best];
        var all = scores[..intents];
        signals[IntentSignals.Evidence] = TensorPrimitives.Max<float>(all) + Math.Log(SumOfExponentials(all));
        Span<float> firsts = stackalloc float[5];
        Leading(all, firsts);
        signals[IntentSignals.Lead] = top - firsts[Math.Min(intents, 5) - 1];
        signals[IntentSignals.Top] = top;
        Leading(margins[..intents], firsts);
        signals[IntentSignals.Second] = firsts[Math.Min(intents, 2) - 1];
        signals[IntentSignals.StemEvidence] = stemEvidence;
        signals[IntentSignals.Length] = Math.Log(counted.Words + 1);
        signals[IntentSignals.NoneLead] = logistic.Classes > intents ? scores[intents] - top : 0;
    }

    private static double SumOfExponentials(ReadOnlySpan<float> scores)
    {
        var most = TensorPrimitives.Max(scores);
        double sum = 0;
        foreach (var score in scores) sum += MathF.Exp(score - most);
        return sum;
    }

    /// <summary>The highest of the scores, in order.</summary>
    private static void Leading(ReadOnlySpan<float> scores, Span<float> firsts)
    {
        firsts.Fill(float.NegativeInfinity);
        foreach (var score in scores)
        {
            if (score <= firsts[^1]) continue;
            var at = firsts.Length - 1;
            for (; at > 0 && firsts[at - 1] < score; at--) firsts[at] = firsts[at - 1];
            firsts[at] = score;
        }
    }

    private static float[][] HeldOutScores(WeightedMessage[] messages, int[] classes, int classCount, int features, int folds, int seed)
    {
        var order = Enumerable.Range(0, messages.Length).ToArray();
        new Random(seed).Shuffle(order);
        var scores = new float[messages.Length][];
        for (var fold = 0; fold < folds; fold++)
        {
            var train = order.Where((_, i) => i % folds != fold).ToArray();
            var model = HingeTrainer.Train([.. train.Select(i => messages[i])], [.. train.Select(i => classes[i])], classCount, features, passes: 5, seed);
            for (var i = fold; i < order.Length; i += folds) model.Score(messages[order[i]], scores[order[i]] = new float[model.Width]);
        }
        return scores;
    }
}
