using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>A best candidate as the confidence sees it.</summary>
internal readonly record struct Best(AskedQuestion Asked, float[] Values, bool Right);

/// <summary>Learns the probability that the best candidate is right.</summary>
internal static class LearnConfidence
{
    /// <summary>The best candidate of each question that found anything.</summary>
    public static List<Best> BestOf(TrainingSet set, double[] scores)
    {
        var all = new List<Best>();
        foreach (var asked in set.Asked)
        {
            if (asked.From == asked.To) continue;
            var own = scores.AsSpan(asked.From, asked.To - asked.From);
            var best = 0;
            for (var i = 1; i < own.Length; i++)
                if (own[i] > own[best]) best = i;
            var values = new float[Standing.Count];
            Standing.Read(set.Row(asked.From + best), own, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(set.Paragraph).Slice(asked.From, own.Length), best, values);
            all.Add(new Best(asked, values, set.Right[asked.From + best]));
        }
        return all;
    }

    /// <summary>
    /// What a best sentence counts that misses the answer though the store holds it: between right and unanswerable, so that the order of confidences tells apart what can be
    /// answered from what can't as well as right from wrong. <see cref="Calibrate"/> makes probabilities of it.
    /// </summary>
    private const double NearMiss = 0.6;

    /// <summary>Trees whose sum orders the answers.</summary>
    public static TreeEnsemble Learn(IReadOnlyList<Best> examples, TreeSettings settings)
    {
        var learner = new TreeLearner([.. examples.SelectMany(example => example.Values)], Standing.Count, [.. Enumerable.Repeat(true, Standing.Count)]);
        var right = examples.Select(example => example.Right ? 1.0 : example.Asked.Answerable ? NearMiss : 0.0).ToArray();
        var share = right.Average();
        return learner.Learn(settings, Math.Log(share / (1 - share)), (scores, gradient, hessian) =>
        {
            for (var i = 0; i < right.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                gradient[i] = p - right[i];
                hessian[i] = Math.Max(p * (1 - p), 1e-6);
            }
        });
    }

    /// <summary>Slope and intercept that make the sums logits of being right (J. Platt, 1999), fitted by Newton's method.</summary>
    public static (double Slope, double Intercept) Calibrate(IReadOnlyList<(double Sum, bool Right)> given)
    {
        var (slope, intercept) = (1.0, 0.0);
        for (var step = 0; step < 30; step++)
        {
            double ga = 0, gb = 0, aa = 1e-9, ab = 0, bb = 1e-9;
            foreach (var (sum, right) in given)
            {
                var p = 1 / (1 + Math.Exp(-(slope * sum + intercept)));
                var (error, weight) = (p - (right ? 1 : 0), p * (1 - p));
                ga += error * sum;
                gb += error;
                aa += weight * sum * sum;
                ab += weight * sum;
                bb += weight;
            }
            var determinant = aa * bb - ab * ab;
            slope -= (bb * ga - ab * gb) / determinant;
            intercept -= (aa * gb - ab * ga) / determinant;
        }
        return (slope, intercept);
    }

    /// <summary>Prints a line for each band of confidence: how many, how sure, how many right.</summary>
    public static void PrintCalibration(string name, IReadOnlyList<(double Confidence, bool Right)> given)
    {
        Console.WriteLine($"{name}: confidence band, answers, mean confidence, right");
        for (var band = 0; band < 10; band++)
        {
            var own = given.Where(pair => Math.Min(9, (int)(pair.Confidence * 10)) == band).ToList();
            if (own.Count > 0) Console.WriteLine($"  {band / 10.0:F1}  {own.Count,5}  {own.Average(pair => pair.Confidence):F3}  {own.Average(pair => pair.Right ? 1.0 : 0):F3}");
        }
        var sure = given.Where(pair => pair.Confidence >= 0.8).ToList();
        Console.WriteLine($"  at 0.8 or above: {sure.Count} answers, {(sure.Count == 0 ? 0 : sure.Average(pair => pair.Right ? 1.0 : 0)):P1} right");
    }
}
