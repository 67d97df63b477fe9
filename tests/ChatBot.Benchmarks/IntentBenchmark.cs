using System.Diagnostics;
using System.Text.Json;
using ChatBot.Knowledge.Understanding.Intents;

namespace ChatBot.Benchmarks;

/// <summary>
/// Accuracy, training time, throughput and "none of these" on intent data sets in JSON lines:
/// <c>-- intents --train T --test X [--shots N,N] [--splits N] [--no-names] [--no-classes] [--node]</c>.
/// </summary>
internal static class IntentBenchmark
{
    public static int Run(string[] args)
    {
        if (Value(args, "--train") is not { } trainFile || Value(args, "--test") is not { } testFile)
        {
            Console.Error.WriteLine("Usage: -- intents --train FILE --test FILE [--shots 10,5,3,2] [--splits 5] [--no-names] [--no-classes] [--node]");
            return 2;
        }
        var train = IntentBatch.ReadExamples(File.ReadLines(trainFile), trainFile);
        var test = IntentBatch.ReadExamples(File.ReadLines(testFile), testFile);
        var options = new IntentTrainingOptions { NamesAreExamples = !args.Contains("--no-names"), WordClasses = !args.Contains("--no-classes") };
        IntentClassifier.Train([.. train.Take(200)], options); // The first run is the compiler's.

        Console.WriteLine($"{"examples",-22}{"accuracy",9}{"ECE",7}{"lost",6}{"train s",9}{"cpu s",7}{"/cpu s",9}{"MB",7}");
        Measure("all", train, test, options);
        foreach (var shots in (Value(args, "--shots") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse))
        {
            var scores = Enumerable.Range(1, 5).Select(seed => Score(Shots(train, shots, seed), test, options)).ToArray();
            Console.WriteLine($"{$"{shots} an intent (5 draws)",-22}{scores.Average(s => s.Accuracy),9:P1}{scores.Average(s => s.CalibrationError),7:F3}");
        }

        var splits = int.Parse(Value(args, "--splits") ?? "0");
        var held = Enumerable.Range(1, splits).Select(seed => HoldOutThird(train, test, options, seed)).ToArray();
        foreach (var s in held) Console.WriteLine($"a third unknown: AUROC {s.Auroc:F3}, none found {s.NoneRecall:P1}, accuracy {s.Accuracy:P1} less {s.AccuracyLost:P1}");
        if (splits > 0)
        {
            Console.WriteLine(
                $"mean of {splits}: AUROC {held.Average(s => s.Auroc):F3}, none found {held.Average(s => s.NoneRecall):P1}, lost {held.Average(s => s.AccuracyLost):P1}");
        }
        return args.Contains("--node") ? NodeNlp.Run(trainFile, testFile) : 0;
    }

    private static void Measure(string name, List<IntentExample> train, List<IntentExample> test, IntentTrainingOptions options)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var classifier = IntentClassifier.Train(train, options);
        var seconds = watch.Elapsed.TotalSeconds;
        var cpu = (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        foreach (var example in test) classifier.Classify(example.Text);
        watch.Restart();
        var userBefore = Environment.CpuUsage.UserTime;
        var rounds = 0;
        for (; watch.Elapsed.TotalSeconds < 1; rounds++)
            foreach (var example in test) classifier.Classify(example.Text);
        var perSecond = rounds * test.Count / (Environment.CpuUsage.UserTime - userBefore).TotalSeconds;
        var scores = IntentScores.Of(test, [.. IntentBatch.Predict(classifier, test.Select(example => example.Text), TimeProvider.System)]);
        Console.WriteLine($"{name,-22}{scores.Accuracy,9:P1}{scores.CalibrationError,7:F3}{scores.AccuracyLost,6:P1}{seconds,9:F2}{cpu,7:F2}{perSecond,9:F0}{megabytes,7:F1}");
        GC.KeepAlive(classifier);
    }

    private static IntentScores Score(List<IntentExample> train, List<IntentExample> test, IntentTrainingOptions options) =>
        IntentScores.Of(test, [.. IntentBatch.Predict(IntentClassifier.Train(train, options), test.Select(example => example.Text), TimeProvider.System)]);

    private static IntentScores HoldOutThird(List<IntentExample> train, List<IntentExample> test, IntentTrainingOptions options, int seed)
    {
        var intents = train.Select(example => example.Intent).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(intents);
        var unknown = intents.Take(intents.Length / 3).ToHashSet();
        var known = train.Where(example => example.Intent is null || !unknown.Contains(example.Intent)).ToList();
        return Score(known, [.. test.Select(example => example.Intent is { } intent && unknown.Contains(intent) ? example with { Intent = null } : example)], options);
    }

    private static List<IntentExample> Shots(List<IntentExample> train, int shots, int seed)
    {
        var random = new Random(seed);
        return [.. train.GroupBy(example => example.Intent).SelectMany(group => group.OrderBy(_ => random.Next()).Take(shots))];
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
