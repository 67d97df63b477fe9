using System.Diagnostics;
using System.Globalization;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>Quality and speed on newwiki, beside SQLite FTS5 in the same run. The model has seen these questions: what <c>learn-ranking</c> says of unseen articles is the estimate.</summary>
internal static class RetrieveBenchmark
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var data = Newwiki.Load(Options.Get(arguments, "--data"));
        var watch = Stopwatch.StartNew();
        var batch = new RetrievalBatch(data.Documents, data.Sentences)
        {
            Options = new RetrievalOptions
            {
                Evidence = 1, Sentences = Number("--sentences", RetrievalOptions.Default.Sentences), Paragraphs = Number("--paragraphs", RetrievalOptions.Default.Paragraphs),
                SentencesOfParagraph = Number("--of-paragraph", RetrievalOptions.Default.SentencesOfParagraph),
            },
        };
        int Number(string name, int otherwise) => int.Parse(Options.Get(arguments, name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Read and indexed {data.Sentences.Count} sentences in {watch.Elapsed.TotalMilliseconds:F0} ms (ours, facts drawn too)."));
        watch.Restart();
        using var sqlite = new SqliteSearch(data);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Indexed in {watch.Elapsed.TotalMilliseconds:F0} ms (SQLite FTS5)."));

        Console.WriteLine(Quality.Header);
        var (ours, speed) = Ask(data, batch.Find);
        Console.WriteLine(Quality.Measure(data.Questions, ours).Row("ours (in sample)", speed));
        var (theirs, theirSpeed) = Ask(data, sqlite.Find);
        Console.WriteLine(Quality.Measure(data.Questions, theirs).Row("SQLite FTS5 bm25", theirSpeed));
        var micros = ours.Select(result => result.Micros).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Ours per question: p50 {micros[micros.Count / 2]:F0} µs, p99 {micros[micros.Count * 99 / 100]:F0} µs, most {micros[^1]:F0} µs; {speed / theirSpeed:F1} x the questions/s of FTS5. Questions/s are by processor time, so that other work on the machine doesn't count."));
        LearnConfidence.PrintCalibration("in sample", [.. ours.Select((result, i) => (result.Confidence, result.Sentence is { } id && data.Questions[i].Sentences.Contains(id)))]);
        return 0;
    }

    private static (List<CollectionResult> Results, double PerSecond) Ask(Newwiki data, Func<string, CollectionResult> find)
    {
        foreach (var question in data.Questions.Take(1000)) find(question.Question);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var results = data.Questions.Select(question => find(question.Question)).ToList();
        process.Refresh();
        return (results, results.Count / (process.TotalProcessorTime - before).TotalSeconds);
    }
}
