using System.Diagnostics;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>Learns the ranking of <c>Retrieval/Data</c> and says what it is worth on articles that it has not seen.</summary>
internal static class LearnRanking
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var data = Newwiki.Load(Options.Get(arguments, "--data"));
        var watch = Stopwatch.StartNew();
        var folds = Folds.Of(data);
        var set = new TrainingSet(data, folds);
        var words = Enumerable.Range(0, Folds.Count).Select(fold => LearnQuestionWords.Learn(data, folds, fold)).ToList();
        var batch = new RetrievalBatch(data.Documents, data.Sentences);
        for (var q = 0; q < data.Questions.Count; q++) set.Ask(batch, q, data.Questions[q].Answerable, true, words[folds[q]]);
        Console.WriteLine($"{set.Asked.Count} questions, {set.Rows} rows, {watch.Elapsed.TotalSeconds:F1} s");
        var answerable = set.Asked.Where(asked => asked.Answerable).ToList();
        Console.WriteLine($"right sentence among candidates: {answerable.Average(asked => Enumerable.Range(asked.From, asked.To - asked.From).Any(row => set.Right[row]) ? 1.0 : 0):P1}");

        var used = Enumerable.Repeat(true, Signals.Count).ToArray();
        foreach (var name in Options.Get(arguments, "--without", "none").Split(',').Where(name => name != "none")) used[(int)Enum.Parse<Signal>(name)] = false;

        if (Options.Has(arguments, "--ablate")) return Ablate(data, set, answerable, used);
        var scores = new double[set.Rows];
        var models = new List<double[]>();
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var model = Learn(set, set.Asked.Where(asked => asked.Fold != fold), used);
            models.Add(model);
            foreach (var asked in set.Asked.Where(asked => asked.Fold == fold))
                for (var row = asked.From; row < asked.To; row++) scores[row] = Score(model, set.Row(row));
        }
        Report(data, set, answerable, scores);

        // The confidence: learnt from the whole collection and from small stores, each question ranked by a model that hasn't seen its article.
        var small = new TrainingSet(data, folds);
        SmallStores.Ask(data, small, q => words[folds[q]]);
        var smallScores = new double[small.Rows];
        foreach (var asked in small.Asked)
            for (var row = asked.From; row < asked.To; row++) smallScores[row] = Score(models[asked.Fold], small.Row(row));
        var best = LearnConfidence.BestOf(set, scores).Concat(LearnConfidence.BestOf(small, smallScores)).ToList();
        var trees = new TreeSettings(int.Parse(Options.Get(arguments, "--confidence-trees", "60")), int.Parse(Options.Get(arguments, "--confidence-depth", "3")), 0.1, 5, 5, 0.5);
        var confidence = new double[best.Count];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var model = LearnConfidence.Learn([.. best.Where(example => example.Asked.Fold != fold)], trees);
            for (var i = 0; i < best.Count; i++)
                if (best[i].Asked.Fold == fold) confidence[i] = model.Sum(best[i].Values);
        }
        var (slope, intercept) = LearnConfidence.Calibrate([.. best.Select((example, i) => (confidence[i], example.Right))]);
        for (var i = 0; i < best.Count; i++) confidence[i] = 1 / (1 + Math.Exp(-(slope * confidence[i] + intercept)));
        foreach (var whole in new[] { true, false })
        {
            var of = Enumerable.Range(0, best.Count).Where(i => best[i].Asked.Whole == whole).ToList();
            Console.WriteLine($"{(whole ? "whole collection" : "small stores")}: AUROC answerable {Quality.AreaUnderCurve(of.Select(i => (confidence[i], best[i].Asked.Answerable))):F4}, right {Quality.AreaUnderCurve(of.Select(i => (confidence[i], best[i].Right))):F4}, log loss {of.Average(i => -Math.Log(best[i].Right ? confidence[i] : 1 - confidence[i])):F4}");
            if (!whole)
                foreach (var near in new[] { true, false })
                    Console.WriteLine($"  against {(near ? "near" : "far")} unanswerable ones: {Quality.AreaUnderCurve(of.Where(i => best[i].Asked.Answerable || data.Questions[best[i].Asked.Question].Answerable == near).Select(i => (confidence[i], best[i].Asked.Answerable))):F4}");
            LearnConfidence.PrintCalibration(whole ? "whole" : "small", [.. of.Select(i => (confidence[i], best[i].Right))]);
        }
        if (Options.Get(arguments, "--out", "") is { Length: > 0 } directory)
        {
            var ranker = Learn(set, set.Asked, used);
            Save(Path.Combine(directory, "ranking.txt"), new RankingModel(ranker, Means(set), LearnConfidence.Learn(best, trees).Scaled(slope, intercept)).Write);
            Save(Path.Combine(directory, "question-words.txt"), LearnQuestionWords.Learn(data, folds, -1).Write);
        }
        return 0;
    }

    /// <summary>Learns anew without each group of signals in turn.</summary>
    private static int Ablate(Newwiki data, TrainingSet set, List<AskedQuestion> answerable, bool[] used)
    {
        foreach (var (name, signals) in SignalGroups.All.Prepend(("nothing", [])))
        {
            var rest = (bool[])used.Clone();
            foreach (var signal in signals) rest[(int)signal] = false;
            var scores = new double[set.Rows];
            for (var fold = 0; fold < Folds.Count; fold++)
            {
                var weights = Learn(set, set.Asked.Where(asked => asked.Fold != fold), rest);
                foreach (var asked in set.Asked.Where(asked => asked.Fold == fold))
                    for (var row = asked.From; row < asked.To; row++) scores[row] = Score(weights, set.Row(row));
            }
            Console.Write($"without {name}: ");
            Report(data, set, answerable, scores);
        }
        return 0;
    }

    private static void Save(string path, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(path);
        writer.Write("# Made by ChatBot.Benchmarks learn-ranking from the newwiki data set.\n");
        write(writer);
    }

    private static double[] Means(TrainingSet set)
    {
        var means = new double[Signals.Count];
        for (var row = 0; row < set.Rows; row++)
            for (var c = 0; c < means.Length; c++) means[c] += set.Row(row)[c] / set.Rows;
        return means;
    }

    private static double Score(double[] weights, ReadOnlySpan<float> signals)
    {
        var sum = 0.0;
        for (var c = 0; c < weights.Length; c++) sum += weights[c] * signals[c];
        return sum;
    }

    private static void Report(Newwiki data, TrainingSet set, List<AskedQuestion> answerable, double[] scores)
    {
        var (hit, sentence, hitSum, sentenceInHit) = (0, 0, 0, 0);
        foreach (var asked in answerable)
        {
            if (asked.From == asked.To) continue;
            var question = data.Questions[asked.Question];
            var rows = Enumerable.Range(asked.From, asked.To - asked.From).ToList();
            var best = rows.MaxBy(row => scores[row]);
            if (set.Document[best] == question.Document) hit++;
            if (set.Right[best]) sentence++;
            var top = rows.GroupBy(row => set.Document[row]).MaxBy(group => group.Sum(row => Math.Exp(scores[row] - scores[best])))!;
            if (top.Key == question.Document) hitSum++;
            if (set.Right[top.MaxBy(row => scores[row])]) sentenceInHit++;
        }
        double n = answerable.Count;
        Console.WriteLine($"cross-validated: hit@1 {hit / n:P2} (summed {hitSum / n:P2}) sentence@1 {sentence / n:P2} (in the summed paragraph {sentenceInHit / n:P2})");
    }

    private static double[] Learn(TrainingSet set, IEnumerable<AskedQuestion> questions, bool[] used)
    {
        var values = new List<float>();
        var right = new List<bool>();
        var ranges = new List<(int From, int To)>();
        foreach (var asked in questions)
        {
            if (!asked.Answerable) continue;
            var rows = Enumerable.Range(asked.From, asked.To - asked.From).ToList();
            if (!rows.Exists(row => set.Right[row])) continue;
            var from = right.Count;
            foreach (var row in rows)
            {
                values.AddRange(set.Row(row));
                right.Add(set.Right[row]);
            }
            ranges.Add((from, right.Count));
        }
        return new LinearLearner([.. values], Signals.Count, used).Learn(ranges, right, 1e-4, 150);
    }
}
