using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ChatBot.Benchmarks.Telegram;

/// <summary>How long an update takes from its arrival to its reply at a steady rate, and whether thousands of them, each several times and out of order, have one effect each.</summary>
internal static class TelegramBenchmark
{
    private const int FirstUpdate = 1_000;
    private const int AskedByEach = 4;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var topic = Options.Get(arguments, "--topic", Repository.Benchmarks("..", "..", "config", "topics", "hague-2025"));
        var rate = Number(arguments, "--rate", 200);
        var seconds = Number(arguments, "--seconds", 30);
        var replayed = Number(arguments, "--replay", 10_000);
        var folder = Directory.CreateTempSubdirectory("chatbot-benchmark-").FullName;
        try
        {
            return RunAsync(topic, folder, rate, seconds, replayed).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<int> RunAsync(string topic, string folder, int rate, int seconds, int replayed)
    {
        var questions = File.ReadLines(Path.Combine(topic, "questions.jsonl")).Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement).Where(line => !line.TryGetProperty("history", out _))
            .Select(line => line.GetProperty("question").GetString()!).ToArray();
        await using var rig = await TelegramRig.StartAsync(topic, folder);
        Console.WriteLine($"{questions.Length} questions of the topic, {AskedByEach} by each person, SQLite on disk, {Environment.ProcessorCount} cores");

        var next = FirstUpdate;
        await SteadyAsync(rig, questions, rate, 5, next);
        next += rate * 5;
        foreach (var (asked, what) in new[] { (questions, "the topic's questions"), (["hello"], "greetings, which need no looking up: the way alone") })
        {
            var busy = Process.GetCurrentProcess().TotalProcessorTime;
            var measured = await SteadyAsync(rig, asked, rate, seconds, next);
            busy = Process.GetCurrentProcess().TotalProcessorTime - busy;
            next += rate * seconds;
            measured.Print($"{what}, {rate} updates/s for {seconds} s, after 5 s of warming up");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time, the generator's included: {busy.TotalMilliseconds / (rate * seconds):0.00} ms an update"));
        }

        return replayed > 0 ? await ReplayAsync(rig, questions, replayed, next) : 0;
    }

    private static async Task<Measured> SteadyAsync(TelegramRig rig, string[] questions, int rate, int seconds, int first)
    {
        var count = rate * seconds;
        var updates = Enumerable.Range(first, count).Select(number => TelegramRig.Update(number, PersonOf(number), questions[number % questions.Length])).ToArray();
        var posted = new long[count];
        var acknowledged = new long[count];
        var posts = new Task[count];
        var late = new long[count];
        var begin = Stopwatch.GetTimestamp();
        // A thread of its own, which waits by the clock: what is late here is not the bot's time, and is told apart.
        await Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < count; i++)
                {
                    var due = begin + (long)(Stopwatch.Frequency * (double)i / rate);
                    while (Stopwatch.GetTimestamp() is var now && now < due) Thread.Sleep(1);
                    late[i] = Stopwatch.GetTimestamp() - due;
                    var at = i;
                    posts[i] = Task.Run(async () =>
                    {
                        posted[at] = Stopwatch.GetTimestamp();
                        if (await rig.PostAsync(updates[at]) != 200) throw new InvalidOperationException("An update was not taken.");
                        acknowledged[at] = Stopwatch.GetTimestamp();
                    });
                }
            },
            TaskCreationOptions.LongRunning);
        await Task.WhenAll(posts);
        await UntilAsync(() => Enumerable.Range(first, count).All(rig.Wire.Replies.ContainsKey));
        var replied = Enumerable.Range(0, count).Select(i => Milliseconds(rig.Wire.Replies[first + i].Single() - posted[i])).ToArray();
        return new Measured([.. late.Select(Milliseconds)], [.. acknowledged.Select((at, i) => Milliseconds(at - posted[i]))], replied);
    }

    private static async Task<int> ReplayAsync(TelegramRig rig, string[] questions, int count, int first)
    {
        const int times = 3;
        const int connections = 40;
        var order = Enumerable.Range(0, times).SelectMany(_ => Enumerable.Range(first, count)).ToArray();
        new Random(20250625).Shuffle(order);
        var started = Stopwatch.StartNew();
        await Parallel.ForEachAsync(order, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (number, _) =>
        {
            if (await rig.PostAsync(TelegramRig.Update(number, PersonOf(number), questions[number % questions.Length])) != 200) throw new InvalidOperationException("An update was not taken.");
        });
        await UntilAsync(() => Enumerable.Range(first, count).All(rig.Wire.Replies.ContainsKey));
        var elapsed = started.Elapsed.TotalSeconds;
        await UntilAsync(() => rig.CountAsync("SELECT count(*) FROM seen_updates WHERE body IS NOT NULL").GetAwaiter().GetResult() == 0);
        var doubled = Enumerable.Range(first, count).Count(number => rig.Wire.Replies[number].Count != 1);
        Console.WriteLine($"{count:N0} updates, each {times} times, shuffled, over {connections} connections: {elapsed:N1} s, {count / elapsed:N0} replies/s; without exactly one reply: {doubled}");
        return doubled == 0 ? 0 : 1;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var patience = Stopwatch.StartNew();
        while (!isSo())
        {
            if (patience.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException("Not every update was answered within two minutes.");
            await Task.Delay(50);
        }
    }

    /// <summary>A few questions by each person, who are many: nobody asks more than is allowed.</summary>
    private static int PersonOf(int number) => 100_000 + (number / AskedByEach);

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    private static int Number(IReadOnlyList<string> arguments, string name, int otherwise) =>
        int.Parse(Options.Get(arguments, name, $"{otherwise}"), CultureInfo.InvariantCulture);

    private sealed record Measured(double[] Late, double[] Acknowledged, double[] Replied)
    {
        public void Print(string title)
        {
            Console.WriteLine(title);
            Console.WriteLine($"{"milliseconds",-44}{"p50",8}{"p90",8}{"p99",8}{"p99.9",8}{"max",9}");
            Line("update received → reply sent", Replied);
            Line("update received → webhook answered (stored)", Acknowledged);
            Line("(the generator's own lateness, not counted)", Late);
        }

        private static void Line(string name, double[] times)
        {
            Array.Sort(times);
            Console.WriteLine($"{name,-44}{At(0.5),8:0.00}{At(0.9),8:0.00}{At(0.99),8:0.00}{At(0.999),8:0.00}{times[^1],9:0.00}");

            double At(double share) => times[Math.Min(times.Length - 1, (int)(share * times.Length))];
        }
    }
}
