namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>How well predictions fit what was right.</summary>
/// <param name="Accuracy">The share of messages about a known intent whose best intent is right, before any are turned away as "none".</param>
/// <param name="AccuracyLost">How much of that share the threshold of "none" costs.</param>
/// <param name="NoneRecall">The share of messages about no known intent that were taken for none; not a number without such messages.</param>
/// <param name="Auroc">The area under the ROC curve of the score between messages of known and of no known intent; not a number without both.</param>
/// <param name="CalibrationError">The mean distance between confidence and accuracy in ten bins, for messages about a known intent.</param>
public sealed record IntentScores(double Accuracy, double AccuracyLost, double NoneRecall, double Auroc, double CalibrationError)
{
    /// <summary>Scores predictions beside the examples that they were made for, in the same order.</summary>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public static IntentScores Of(IReadOnlyList<IntentExample> examples, IReadOnlyList<IntentPrediction> predictions)
    {
        if (examples.Count != predictions.Count) throw new ArgumentException($"{predictions.Count} predictions for {examples.Count} examples.", nameof(predictions));
        var rows = examples.Zip(predictions, (example, prediction) => (
            Known: example.Intent is not null, Right: prediction.Best == example.Intent, Taken: prediction.Got != IntentBatch.None, Score: prediction.BestScore)).ToArray();
        var known = rows.Where(row => row.Known).ToArray();
        var unknown = rows.Where(row => !row.Known).ToArray();
        var accuracy = Share(known, row => row.Right);
        var calibration = known.GroupBy(row => Math.Min(9, (int)(row.Score * 10)))
            .Sum(bin => Math.Abs(bin.Sum(row => row.Score - (row.Right ? 1 : 0)))) / Math.Max(1, known.Length);
        return new IntentScores(accuracy, accuracy - Share(known, row => row.Right && row.Taken), Share(unknown, row => !row.Taken), RocArea(rows), calibration);
    }

    private static double Share<T>(T[] rows, Func<T, bool> counts) => rows.Length == 0 ? double.NaN : rows.Count(counts) / (double)rows.Length;

    /// <summary>By ranks (Mann–Whitney), ties shared.</summary>
    private static double RocArea((bool Known, bool Right, bool Taken, double Score)[] rows)
    {
        var sorted = rows.OrderBy(row => row.Score).ToArray();
        double ranks = 0, known = 0;
        for (int i = 0, j; i < sorted.Length; i = j)
        {
            for (j = i; j < sorted.Length && sorted[j].Score == sorted[i].Score;) j++;
            var tied = sorted.Skip(i).Take(j - i).Count(row => row.Known);
            ranks += tied * (i + j + 1) / 2.0;
            known += tied;
        }
        var unknown = sorted.Length - known;
        return known == 0 || unknown == 0 ? double.NaN : (ranks - known * (known + 1) / 2) / (known * unknown);
    }
}
