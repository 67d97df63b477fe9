using System.Globalization;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>What each group of signals brings: the figures without it, on articles that the weights haven't seen.</summary>
internal static class Ablation
{
    /// <summary>Prints a line for each group; with <paramref name="learnAnew"/> the other weights are learnt again without it, else they stay as they were.</summary>
    public static void Print(CrossValidation ranking, bool learnAnew)
    {
        var all = ranking.Measure(ranking.Scores());
        Console.WriteLine($"| left out (cross-validated by article, the other weights {(learnAnew ? "learnt anew" : "as they were")}) | hit@1 | MRR@10 | sentence@1 |\n|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| nothing | {all.Hit1:P1} | {all.Mrr10:F3} | {all.Sentence1:P1} |"));
        foreach (var (name, signals) in SignalGroups.All)
        {
            var rest = ranking.Measure(learnAnew ? ranking.ScoresLearntWithout(signals) : ranking.ScoresWithout(signals));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {100 * (rest.Hit1 - all.Hit1):+0.0;-0.0;0.0} | {rest.Mrr10 - all.Mrr10:+0.000;-0.000;0.000} | {100 * (rest.Sentence1 - all.Sentence1):+0.0;-0.0;0.0} |"));
        }
    }
}
