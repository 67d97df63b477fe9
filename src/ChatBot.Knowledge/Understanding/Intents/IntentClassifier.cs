namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// Tells what a message is about, learnt from examples alone: linear models over words, neighbouring words, stems, groups of letters and kinds of words, with a calibrated
/// confidence and "none of these". The same examples and options give the same classifier. Immutable, and safe to use from several threads.
/// </summary>
public sealed class IntentClassifier
{
    [ThreadStatic]
    private static FeatureReader? _reader;

    private readonly IntentTrainingOptions _options;
    private readonly FeatureIndex _index;
    private readonly string[] _intents;
    private readonly IntentModel _model;
    private readonly NoneDetector _detector;

    internal IntentClassifier(IntentTrainingOptions options, FeatureIndex index, string[] intents, IntentModel model, NoneDetector detector)
    {
        _options = options;
        _index = index;
        _intents = intents;
        _model = model;
        _detector = detector;
    }

    /// <summary>The names of the intents, in ordinal order.</summary>
    public IReadOnlyList<string> Intents => _intents;

    /// <summary>The <see cref="IntentGuess.NoneScore"/> from which on a message is about none of the intents.</summary>
    public double NoneThreshold => NoneDetector.NoneScore(_detector.Threshold);

    internal IntentTrainingOptions Options => _options;

    internal FeatureIndex Index => _index;

    internal IntentModel Model => _model;

    internal NoneDetector Detector => _detector;

    /// <summary>Learns a classifier. Examples without an intent are of "none of these".</summary>
    /// <exception cref="ArgumentException">No example has an intent.</exception>
    public static IntentClassifier Train(IReadOnlyList<IntentExample> examples, IntentTrainingOptions? options = null)
    {
        options ??= new IntentTrainingOptions();
        var corpus = IntentCorpus.Read(examples, options);
        var (model, detector) = IntentTrainer.Train(corpus, options);
        return new IntentClassifier(options, corpus.Index, corpus.Intents, model, detector);
    }

    /// <summary>Reads a classifier that <see cref="Save"/> has written.</summary>
    /// <exception cref="InvalidDataException">The stream isn't one, or is of another version.</exception>
    public static IntentClassifier Load(Stream stream) => IntentClassifierFormat.Read(stream);

    /// <summary>Writes the classifier.</summary>
    public void Save(Stream stream) => IntentClassifierFormat.Write(this, stream);

    /// <summary>What <paramref name="text"/> is about. Of a long text only the first thousand characters are read.</summary>
    public IntentGuess Classify(string text)
    {
        var reader = _reader ??= new FeatureReader();
        reader.Read(text, _options.WordClasses);
        var message = CountedMessage.From(reader, _index, learn: false);
        Span<float> beliefs = _intents.Length <= 1024 ? stackalloc float[_intents.Length] : new float[_intents.Length];
        Span<double> signals = stackalloc double[IntentSignals.Count];
        var best = _model.Classify(message, beliefs, signals);
        var score = _detector.Score(signals);
        var none = message.Features.Length == 0 || score < _detector.Threshold;
        return new IntentGuess(
            none ? null : _intents[best], _intents[best], message.Features.Length == 0 ? 0 : _detector.Confidence(score),
            message.Features.Length == 0 ? 1 : NoneDetector.NoneScore(score), Rank(beliefs));
    }

    private RankedIntent[] Rank(Span<float> beliefs)
    {
        var ranked = new RankedIntent[Math.Min(_options.Ranked, _intents.Length)];
        for (var i = 0; i < ranked.Length; i++)
        {
            var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(beliefs);
            ranked[i] = new RankedIntent(_intents[best], beliefs[best]);
            beliefs[best] = -1;
        }
        return ranked;
    }
}
