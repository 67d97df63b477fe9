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

        var settings = new TreeSettings(
            int.Parse(Options.Get(arguments, "--trees", "120")), int.Parse(Options.Get(arguments, "--depth", "4")), double.Parse(Options.Get(arguments, "--rate", "0.12")), 2, 2, 0.5);
        var used = Enumerable.Repeat(true, Signals.Count).ToArray();
        foreach (var name in Options.Get(arguments, "--without", "none").Split(',').Where(name => name != "none")) used[(int)Enum.Parse<Signal>(name)] = false;

        var scores = new double[set.Rows];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var model = Learn(set, set.Asked.Where(asked => asked.Fold != fold), used, settings);
            foreach (var asked in set.Asked.Where(asked => asked.Fold == fold))
                for (var row = asked.From; row < asked.To; row++) scores[row] = model.Score(set.Row(row));
            if (Options.Has(arguments, "--quick")) Console.Write($"fold {fold} {watch.Elapsed.TotalSeconds:F0} s; ");
        }
        Report(data, set, answerable, scores);
        return 0;
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

    private sealed record Ranker(double[] Weights, TreeEnsemble? Trees)
    {
        public double Score(ReadOnlySpan<float> values)
        {
            var sum = 0.0;
            for (var c = 0; c < Weights.Length; c++) sum += Weights[c] * values[c];
            return sum + (Trees?.Sum(values) ?? 0);
        }
    }

    private static Ranker Learn(TrainingSet set, IEnumerable<AskedQuestion> questions, bool[] used, TreeSettings settings)
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
        float[] flat = [.. values];
        var weights = new LinearLearner(flat, Signals.Count, used).Learn(ranges, right, 1e-4, 150);
        if (settings.Trees == 0) return new Ranker(weights, null);
        var linear = new double[right.Count];
        for (var r = 0; r < linear.Length; r++)
            for (var c = 0; c < Signals.Count; c++) linear[r] += weights[c] * flat[r * Signals.Count + c];
        var learner = new TreeLearner(flat, Signals.Count, used);
        var trees = learner.Learn(settings, 0, (scores, gradient, hessian) =>
        {
            foreach (var (from, to) in ranges)
            {
                var max = double.NegativeInfinity;
                for (var r = from; r < to; r++) max = Math.Max(max, linear[r] + scores[r]);
                double all = 0, good = 0;
                for (var r = from; r < to; r++)
                {
                    var e = Math.Exp(linear[r] + scores[r] - max);
                    all += e;
                    if (right[r]) good += e;
                }
                for (var r = from; r < to; r++)
                {
                    var e = Math.Exp(linear[r] + scores[r] - max);
                    var p = e / all;
                    gradient[r] = p - (right[r] ? e / good : 0);
                    hessian[r] = p * (1 - p) + 1e-6;
                }
            }
        });
        return new Ranker(weights, trees);
    }
}
