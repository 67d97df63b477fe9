using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace ChatBot.Benchmarks;

/// <summary>
/// Starts the built service as a process of its own, on a scratch folder, and measures what an operator pays for it: time to ready, resident memory when ready and after
/// questions; and, by <c>chatbot answer</c>, the engine's time for each question, in the first round of a process and in later ones.
/// </summary>
internal static class ServiceBenchmark
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    public static int Run(IReadOnlyList<string> arguments)
    {
        var program = Options.Get(arguments, "--program", Built());
        if (!File.Exists(program)) throw new FileNotFoundException($"{program} isn't there: build it first ('dotnet build -c Release src/ChatBot'), or name it with --program.");
        var topic = Options.Get(arguments, "--topic", Root("config", "topics", "hague-2025"));
        var rounds = int.Parse(Options.Get(arguments, "--rounds", "10"), CultureInfo.InvariantCulture);
        var starts = int.Parse(Options.Get(arguments, "--starts", "3"), CultureInfo.InvariantCulture);
        var asked = int.Parse(Options.Get(arguments, "--ask", "200"), CultureInfo.InvariantCulture);
        var file = Options.Get(arguments, "--questions", Path.Combine(topic, "questions.jsonl"));
        var questions = File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString() ?? "").ToList();
        var scratch = Directory.CreateTempSubdirectory("chatbot-service-").FullName;
        try
        {
            Console.WriteLine($"{program}; {questions.Count} questions of {file}");
            for (var start = 0; start <= starts; start++) Serve(program, topic, scratch, [.. Enumerable.Range(0, asked).Select(i => questions[i % questions.Count])], isFirst: start == 0);
            if (rounds > 0) Answer(program, topic, scratch, questions, rounds);
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>One start, the questions, and what they cost. The first start also reads the documents and learns; the others find both done.</summary>
    private static void Serve(string program, string topic, string scratch, IReadOnlyList<string> questions, bool isFirst)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var started = Stopwatch.GetTimestamp();
        using var service = Start(program, ["serve", "--topic", topic, "--data", scratch, "--url", url]);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(url) };
            while (!IsReady(http))
                if (service.HasExited || Stopwatch.GetElapsedTime(started) > LongestStart) throw new InvalidOperationException($"The service did not start: {service.StandardOutput.ReadToEnd()}{service.StandardError.ReadToEnd()}");
            var ready = Stopwatch.GetElapsedTime(started);
            TimeProvider.System.Wait(Quiet);
            var idle = Resident(service.Id);
            var asking = Stopwatch.GetTimestamp();
            foreach (var question in questions)
            {
                using var answer = http.GetAsync(new Uri("/api/ask?q=" + Uri.EscapeDataString(question), UriKind.Relative)).GetAwaiter().GetResult();
                answer.EnsureSuccessStatusCode();
            }
            var took = Stopwatch.GetElapsedTime(asking);
            var after = Resident(service.Id);
            TimeProvider.System.Wait(Quiet);
            var rested = Resident(service.Id);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(isFirst ? "first start" : "start      ")}  ready in {ready.TotalSeconds:0.00} s · resident: ready {idle:0.0} MiB, after {questions.Count} questions {after:0.0}, {Quiet.TotalSeconds:0} s later {rested:0.0}, at most {Resident(service.Id, "VmHWM:"):0.0} · {took.TotalMilliseconds / Math.Max(1, questions.Count):0.0} ms a question over HTTP"));
        }
        finally
        {
            if (!service.HasExited) service.Kill();
            service.WaitForExit();
        }
    }

    /// <summary>The engine's time by question, all questions asked over and over of one process: in the first round, most of it without compiled code, and in all later ones.</summary>
    private static void Answer(string program, string topic, string scratch, IReadOnlyList<string> questions, int rounds)
    {
        var (repeated, answers) = (Path.Combine(scratch, "questions.jsonl"), Path.Combine(scratch, "answers.jsonl"));
        var asked = questions.Where(text => text.Length > 0).ToList();
        File.WriteAllLines(repeated, Enumerable.Range(0, rounds).SelectMany(round => asked.Select((text, i) => JsonSerializer.Serialize(new { id = $"{round}/{i}", question = text }))));
        using var process = Start(program, ["answer", "--topic", topic, "--data", scratch, "--questions", repeated, "--out", answers]);
        process.StandardOutput.ReadToEnd();
        var told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(told);
        var times = File.ReadLines(answers).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("micros").GetDouble();
        }).ToList();
        Tell("first round", times.Take(asked.Count));
        if (rounds > 1) Tell($"{rounds - 1} more", times.Skip(asked.Count));

        static void Tell(string which, IEnumerable<double> micros)
        {
            var sorted = micros.Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"engine time, {which}: p50 {At(0.5):0.00} ms, p90 {At(0.9):0.00}, p99 {At(0.99):0.00}, worst {sorted[^1] / 1000:0.00}"));

            double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)] / 1000;
        }
    }

    private static Process Start(string program, IReadOnlyList<string> words) => Process.Start(new ProcessStartInfo(program, words)
    {
        RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    }) ?? throw new InvalidOperationException($"{program} can't be started.");

    private static bool IsReady(HttpClient http)
    {
        try
        {
            return http.GetStringAsync(new Uri("/health", UriKind.Relative)).GetAwaiter().GetResult() == "ready";
        }
        catch (HttpRequestException)
        {
            TimeProvider.System.Wait(TimeSpan.FromMilliseconds(10));
            return false;
        }
    }

    private static void Wait(this TimeProvider time, TimeSpan span) => Task.Delay(span, time).GetAwaiter().GetResult();

    /// <summary>Resident memory in MiB, as the kernel counts it (Linux).</summary>
    private static double Resident(int process, string line = "VmRSS:") =>
        double.Parse(File.ReadLines($"/proc/{process}/status").First(each => each.StartsWith(line, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root(params string[] path) => Path.GetFullPath(Path.Combine([Repository.Benchmarks(), "..", "..", .. path]));

    /// <summary>The built program, the optimised one first.</summary>
    private static string Built()
    {
        string[] candidates = [Root("src", "ChatBot", "bin", "Release", "net10.0", "chatbot"), Root("src", "ChatBot", "bin", "Debug", "net10.0", "chatbot")];
        return candidates.FirstOrDefault(File.Exists) ?? candidates[0];
    }
}
