using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>
/// The ranking as it fares on articles that it has not seen: the questions of each fifth of the articles (<see cref="Folds"/>) are ranked by weights learnt from
/// the other four fifths.
/// </summary>
internal sealed class CrossValidation
{
    private readonly Newwiki _data;
    private readonly bool[] _used;

    public CrossValidation(Newwiki data, bool[] used)
    {
        _data = data;
        _used = used;
        FoldOf = Folds.Of(data);
        Words = [.. Enumerable.Range(0, Folds.Count).Select(fold => LearnQuestionWords.Learn(data, FoldOf, fold))];
        Set = new TrainingSet(data, FoldOf);
        var batch = new RetrievalBatch(data.Documents, data.Sentences);
        for (var q = 0; q < data.Questions.Count; q++) Set.Ask(batch, q, data.Questions[q].Answerable, true, Words[FoldOf[q]]);
        Models = Learn(used);
    }

    /// <summary>For each question the fold that it is held out in.</summary>
    public int[] FoldOf { get; }

    /// <summary>For each fold the words learnt from the questions of the others.</summary>
    public IReadOnlyList<QuestionWords> Words { get; }

    /// <summary>Every question's candidates.</summary>
    public TrainingSet Set { get; }

    /// <summary>For each fold the weights learnt from the others.</summary>
    public IReadOnlyList<double[]> Models { get; }

    /// <summary>The score of every candidate by the weights that haven't seen its question's article.</summary>
    public double[] Scores() => Scores(Models, _used);

    /// <summary>The same with some signals left out, the other weights as they were.</summary>
    public double[] ScoresWithout(Signal[] signals) => Scores(Models, Without(signals));

    /// <summary>The same, with the other weights learnt anew.</summary>
    public double[] ScoresLearntWithout(Signal[] signals) => Scores(Learn(Without(signals)), _used);

    /// <summary>The weights of all questions.</summary>
    public double[] LearnFromAll() => Learn(Set.Asked, _used);

    /// <summary>The usual figures for given scores; the confidence is that of <paramref name="confidence"/>, by number of the question.</summary>
    public Quality Measure(double[] scores, IReadOnlyDictionary<int, double>? confidence = null)
    {
        var results = Enumerable.Repeat(new CollectionResult([], [], null, 0, 0, 0), _data.Questions.Count).ToArray();
        foreach (var asked in Set.Asked)
        {
            if (asked.From == asked.To) continue;
            var rows = Enumerable.Range(asked.From, asked.To - asked.From).ToList();
            var best = rows.MaxBy(row => scores[row]);
            var documents = rows.GroupBy(row => Set.Document[row]).OrderByDescending(group => group.Sum(row => Math.Exp(scores[row] - scores[best]))).Take(10).Select(group => group.Key);
            results[asked.Question] = new CollectionResult([.. documents], [], Set.Sentence[best], scores[best], confidence?.GetValueOrDefault(asked.Question) ?? 0, 0);
        }
        return Quality.Measure(_data.Questions, results);
    }

    private double[] Scores(IReadOnlyList<double[]> models, bool[] kept)
    {
        var scores = new double[Set.Rows];
        foreach (var asked in Set.Asked)
            for (var row = asked.From; row < asked.To; row++) scores[row] = Score(models[asked.Fold], kept, Set.Row(row));
        return scores;
    }

    /// <summary>The weighted sum of the signals that are kept.</summary>
    public static double Score(double[] weights, bool[] kept, ReadOnlySpan<float> signals)
    {
        var sum = 0.0;
        for (var c = 0; c < weights.Length; c++)
            if (kept[c]) sum += weights[c] * signals[c];
        return sum;
    }

    private bool[] Without(Signal[] signals) => [.. _used.Select((used, i) => used && !signals.Contains((Signal)i))];

    private double[][] Learn(bool[] used) => [.. Enumerable.Range(0, Folds.Count).Select(fold => Learn(Set.Asked.Where(asked => asked.Fold != fold), used))];

    private double[] Learn(IEnumerable<AskedQuestion> questions, bool[] used)
    {
        var values = new List<float>();
        var right = new List<bool>();
        var ranges = new List<(int From, int To)>();
        foreach (var asked in questions)
        {
            if (!asked.Answerable) continue;
            var rows = Enumerable.Range(asked.From, asked.To - asked.From).ToList();
            if (!rows.Exists(row => Set.Right[row])) continue;
            var from = right.Count;
            foreach (var row in rows)
            {
                values.AddRange(Set.Row(row));
                right.Add(Set.Right[row]);
            }
            ranges.Add((from, right.Count));
        }
        return new LinearLearner([.. values], Signals.Count, used).Learn(ranges, right, 1e-4, 150);
    }
}
