using System.Diagnostics;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Text.Spelling;

namespace ChatBot.Benchmarks;

/// <summary>Time to build and to correct, memory, and which words of ordinary texts would be changed: <c>-- spelling [TEXT FILE …]</c>.</summary>
internal static class SpellingBenchmark
{
    public static int Run(string[] files)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var first = SpellingCorrector.English;
        Console.WriteLine($"first built in {watch.Elapsed.TotalMilliseconds:F0} ms, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F1} MB, {first.Count} words");
        watch.Restart();
        GC.KeepAlive(new SpellingCorrector([new VocabularyWord("zelenskyy", 8)]));
        Console.WriteLine($"another built in {watch.Elapsed.TotalMilliseconds:F0} ms");

        string[] typed = ["mutch", "percentege", "invitaion", "zelensky", "goverment", "quikly", "becuase", "xqzzy", "anounced", "definately"];
        foreach (var word in typed) first.Correct(word);
        var cpu = Environment.CpuUsage.UserTime;
        const int Rounds = 500;
        for (var i = 0; i < Rounds; i++)
            foreach (var word in typed) first.Correct(word);
        Console.WriteLine($"{(Environment.CpuUsage.UserTime - cpu).TotalMicroseconds / Rounds / typed.Length:F0} µs of processor a misspelt word");

        foreach (var file in files)
        {
            var words = Tokenizer.Tokenize(File.ReadAllText(file)).Where(token => !token.IsCapitalised && !token.IsNumber).Select(token => token.Term).Distinct().ToArray();
            var changed = words.Select(word => (word, first.Correct(word))).Where(pair => pair.Item2 is not null).Select(pair => $"{pair.word}>{pair.Item2?.Word}").ToArray();
            Console.WriteLine($"{Path.GetFileName(file)}: {changed.Length} of {words.Length} different words changed: {string.Join(' ', changed)}");
        }
        return 0;
    }
}
