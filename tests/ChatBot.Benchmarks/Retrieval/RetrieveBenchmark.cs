using System.Diagnostics;
using System.Globalization;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>
/// Quality and speed on newwiki, beside SQLite FTS5 and PostgreSQL in the same run. The model that ships has seen these questions (in sample); so the same is
/// measured of weights that haven't seen the question's article (cross-validated), with what each group of signals brings and how good the confidence is.
/// </summary>
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
        var (ours, micros) = Ask(data, batch.Find);
        Console.WriteLine(Quality.Measure(data.Questions, ours).Row("ours (in sample)", PerSecond(micros)));
        var (theirs, theirMicros) = Ask(data, sqlite.Find);
        Console.WriteLine(Quality.Measure(data.Questions, theirs).Row("SQLite FTS5 bm25", PerSecond(theirMicros)));
        AskPostgres(data);
        var ranking = new CrossValidation(data, [.. Enumerable.Repeat(true, Signals.Count)]);
        var scores = ranking.Scores();
        var confidence = new CrossValidatedConfidence(data, ranking, scores, [.. Enumerable.Repeat(true, Signals.Count)], CrossValidatedConfidence.UsualTrees);
        var whole = confidence.Of(whole: true);
        Console.WriteLine(ranking.Measure(scores, whole.ToDictionary(i => confidence.Best[i].Asked.Question, i => confidence.Values[i])).Row("ours (cross-validated by article)", double.NaN));

        var sorted = micros.Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Ours per question: p50 {sorted[sorted.Count / 2]:F0} µs, p99 {sorted[sorted.Count * 99 / 100]:F0} µs, most {sorted[^1]:F0} µs; {PerSecond(micros) / PerSecond(theirMicros):F1} x the questions/s of FTS5 (each question's best of three passes)."));
        LearnConfidence.PrintCalibration("in sample", [.. ours.Select((result, i) => (result.Confidence, result.Sentence is { } id && data.Questions[i].Sentences.Contains(id)))]);
        LearnConfidence.PrintCalibration("cross-validated by article", [.. whole.Select(i => (confidence.Values[i], confidence.Best[i].Right))]);
        Ablation.Print(ranking, Options.Has(arguments, "--learn-anew"));
        return 0;
    }

    private static void AskPostgres(Newwiki data)
    {
        using var server = PostgresServer.Start(out var reason);
        if (server is null)
        {
            Console.WriteLine($"PostgreSQL: skipped, {reason}.");
            return;
        }
        using var postgres = new PostgresSearch(data, server);
        var (results, micros) = Ask(data, postgres.Find, passes: 1);
        Console.WriteLine(Quality.Measure(data.Questions, results).Row("PostgreSQL ts_rank_cd (one pass)", PerSecond(micros)));
    }

    /// <summary>Asks everything once to warm up and a few times more; a question's time is its best, since other work on the machine only ever adds to it.</summary>
    private static (List<CollectionResult> Results, double[] Micros) Ask(Newwiki data, Func<string, CollectionResult> find, int passes = 3)
    {
        var results = data.Questions.Select(question => find(question.Question)).ToList();
        var micros = new double[results.Count];
        Array.Fill(micros, double.MaxValue);
        for (var pass = 0; pass < passes; pass++)
            for (var i = 0; i < micros.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                find(data.Questions[i].Question);
                micros[i] = Math.Min(micros[i], Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        return (results, micros);
    }

    private static double PerSecond(double[] micros) => micros.Length / (micros.Sum() / 1e6);
}
