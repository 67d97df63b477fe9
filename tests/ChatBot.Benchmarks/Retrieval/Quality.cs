using System.Globalization;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>The usual figures of a run.</summary>
internal sealed record Quality(double Hit1, double Mrr10, double Sentence1, double Auroc)
{
    public static string Header => "| engine | hit@1 | MRR@10 | sentence@1 | AUROC | questions/s |\n|---|---|---|---|---|---|";

    public static Quality Measure(IReadOnlyList<LabelledQuestion> questions, IReadOnlyList<CollectionResult> results)
    {
        var (answerable, hit, reciprocal, sentence) = (0, 0, 0.0, 0);
        for (var i = 0; i < questions.Count; i++)
        {
            if (!questions[i].Answerable) continue;
            answerable++;
            var documents = results[i].Documents;
            var rank = documents.ToList().IndexOf(questions[i].Document ?? "");
            if (rank == 0) hit++;
            if (rank >= 0) reciprocal += 1.0 / (rank + 1);
            if (results[i].Sentence is { } found && questions[i].Sentences.Contains(found)) sentence++;
        }
        return new Quality(
            (double)hit / answerable, reciprocal / answerable, (double)sentence / answerable,
            AreaUnderCurve(results.Select((result, i) => (result.Confidence, questions[i].Answerable))));
    }

    /// <summary>Probability that a positive scores above a negative, ties counted half (Mann and Whitney's U).</summary>
    public static double AreaUnderCurve(IEnumerable<(double Score, bool Positive)> scored)
    {
        var sorted = scored.OrderBy(pair => pair.Score).ToList();
        double ranks = 0;
        long positives = 0;
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end < sorted.Count && sorted[end].Score == sorted[i].Score) end++;
            var rank = (i + end + 1) / 2.0;
            for (; i < end; i++)
            {
                if (!sorted[i].Positive) continue;
                ranks += rank;
                positives++;
            }
        }
        var negatives = sorted.Count - positives;
        return (ranks - positives * (positives + 1) / 2.0) / (positives * (double)negatives);
    }

    public string Row(string engine, double perSecond) => string.Create(
        CultureInfo.InvariantCulture, $"| {engine} | {Hit1:P1} | {Mrr10:F3} | {Sentence1:P1} | {Auroc:F3} | {(double.IsNaN(perSecond) ? "" : perSecond.ToString("F0", CultureInfo.InvariantCulture))} |");
}
