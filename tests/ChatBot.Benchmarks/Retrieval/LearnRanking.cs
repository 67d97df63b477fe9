using System.Diagnostics;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>Learns the ranking of <c>Retrieval/Data</c> and says what it is worth on articles that it has not seen.</summary>
internal static class LearnRanking
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var data = Newwiki.Load(Options.Get(arguments, "--data"));
        var used = Enumerable.Repeat(true, Signals.Count).ToArray();
        foreach (var name in Options.Get(arguments, "--without", "none").Split(',').Where(name => name != "none")) used[(int)Enum.Parse<Signal>(name)] = false;
        var watch = Stopwatch.StartNew();
        var ranking = new CrossValidation(data, used);
        var set = ranking.Set;
        Console.WriteLine($"{set.Asked.Count} questions, {set.Rows} rows, {watch.Elapsed.TotalSeconds:F1} s");
        var answerable = set.Asked.Where(asked => asked.Answerable).ToList();
        Console.WriteLine($"right sentence among candidates: {answerable.Average(asked => Enumerable.Range(asked.From, asked.To - asked.From).Any(row => set.Right[row]) ? 1.0 : 0):P1}");
        var scores = ranking.Scores();
        if (Options.Has(arguments, "--ablate"))
        {
            Ablation.Print(ranking, learnAnew: true);
            return 0;
        }
        var quality = ranking.Measure(scores);
        Console.WriteLine($"cross-validated: hit@1 {quality.Hit1:P2} MRR@10 {quality.Mrr10:F3} sentence@1 {quality.Sentence1:P2}");

        var usual = CrossValidatedConfidence.UsualTrees;
        var trees = usual with
        {
            Trees = int.Parse(Options.Get(arguments, "--confidence-trees", $"{usual.Trees}")), Depth = int.Parse(Options.Get(arguments, "--confidence-depth", $"{usual.Depth}")),
        };
        var confidence = new CrossValidatedConfidence(data, ranking, scores, used, trees);
        var (best, values) = (confidence.Best, confidence.Values);
        foreach (var whole in new[] { true, false })
        {
            var of = confidence.Of(whole);
            Console.WriteLine($"{(whole ? "whole collection" : "small stores")}: AUROC answerable {Quality.AreaUnderCurve(of.Select(i => (values[i], best[i].Asked.Answerable))):F4}, right {Quality.AreaUnderCurve(of.Select(i => (values[i], best[i].Right))):F4}, log loss {of.Average(i => -Math.Log(best[i].Right ? values[i] : 1 - values[i])):F4}");
            if (!whole)
                foreach (var near in new[] { true, false })
                    Console.WriteLine($"  against {(near ? "near" : "far")} unanswerable ones: {Quality.AreaUnderCurve(of.Where(i => best[i].Asked.Answerable || data.Questions[best[i].Asked.Question].Answerable == near).Select(i => (values[i], best[i].Asked.Answerable))):F4}");
            LearnConfidence.PrintCalibration(whole ? "whole" : "small", [.. of.Select(i => (values[i], best[i].Right))]);
        }
        if (Options.Get(arguments, "--out", "") is { Length: > 0 } directory)
        {
            Save(Path.Combine(directory, "ranking.txt"), new RankingModel(ranking.LearnFromAll(), Means(set), LearnConfidence.Learn(best, trees).Scaled(confidence.Slope, confidence.Intercept)).Write);
            Save(Path.Combine(directory, "question-words.txt"), LearnQuestionWords.Learn(data, ranking.FoldOf, -1).Write);
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
}
