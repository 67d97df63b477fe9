using System.Diagnostics;
using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>Quality and speed of retrieval on newwiki.</summary>
internal static class RetrieveBenchmark
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        var data = Newwiki.Load(Options.Get(arguments, "--data"));
        var watch = Stopwatch.StartNew();
        var batch = new RetrievalBatch(data.Documents, data.Sentences);
        Console.WriteLine($"index {watch.Elapsed.TotalMilliseconds:F0} ms");
        foreach (var question in data.Questions.Take(500)) batch.Find(question.Question);
        watch.Restart();
        var results = data.Questions.Select(question => batch.Find(question.Question)).ToList();
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(Quality.Measure(data.Questions, results).Row("ours", data.Questions.Count / seconds));
        return 0;
    }
}
