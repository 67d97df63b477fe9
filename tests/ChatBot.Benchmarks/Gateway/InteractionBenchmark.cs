using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using ChatBot.Discord;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Rest;
using ChatBot.Questions;
using ChatBot.Sources;
using ChatBot.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Benchmarks.Gateway;

/// <summary>
/// Our own time from an interaction's bytes to the first byte of its answer, with the shipped topic and a store on disk, at a steady rate: decoding,
/// asking, writing and all. Every kind of interaction takes its turn. The network and the platform are not in it.
/// </summary>
internal static class InteractionBenchmark
{
    private const int WarmUp = 400;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var rate = int.Parse(Options.Get(arguments, "--rate", "200"), CultureInfo.InvariantCulture);
        var seconds = int.Parse(Options.Get(arguments, "--seconds", "30"), CultureInfo.InvariantCulture);
        return RunAsync(rate, seconds).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int rate, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-bench-").FullName;
        try
        {
            var time = TimeProvider.System;
            await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(Path.Combine(folder, "bench.db")));
            var library = await TopicLibrary.OpenAsync(Repository.Benchmarks("..", "..", "config", "topics", "hague-2025"), database, folder, time, CancellationToken.None);
            using var wire = new Wire();
            using var rest = new DiscordRestClient(new DiscordRestConfig(), new DiscordToken("bench.token"), time, new Random(1), wire);
            using var abort = new CancellationTokenSource();
            var memory = new ConversationMemory(time);
            var handler = new MessageHandler(() => library.Current, memory, new Allowance(time), []);
            var inbox = DiscordService.Inbox(
                1, "1", rest, handler, memory, database, new FeedbackBox(database, library.Current.Topic.Id), new UnansweredQuestions(database, library.Current.Topic.Id), [], time, NullLoggerFactory.Instance, abort.Token);
            var decoder = new EventDecoder();
            var kinds = Kinds([.. library.Current.Topic.Suggestions]);
            var total = WarmUp + (rate * seconds);
            var processor = TimeSpan.Zero;
            for (var i = 0; i < total; i++)
            {
                if (i == WarmUp) processor = Process.GetCurrentProcess().TotalProcessorTime;
                var payload = Payload(i, kinds[i % kinds.Count]);
                var due = wire.Start + (i / (double)rate);
                while (wire.Elapsed < due) await Task.Delay(TimeSpan.FromSeconds(Math.Max(0.0005, (due - wire.Elapsed) / 2)), time);
                wire.Received(Id(i));
                var header = PayloadHeader.Read(payload);
                if (decoder.Decode(header.Name, payload.AsSpan()[header.Data]) is { } happened) await inbox.HandleAsync(happened, CancellationToken.None);
            }
            await inbox.StopAsync();
            Console.WriteLine($"processor time of each: {(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds / (total - WarmUp):0.000} ms");
            Report(rate, [.. Enumerable.Range(WarmUp, total - WarmUp).Select(i => wire.TookMilliseconds(Id(i)))], total - WarmUp);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static void Report(int rate, List<double?> all, int expected)
    {
        var took = all.OfType<double>().Order().ToList();
        Console.WriteLine($"{expected:N0} interactions at {rate}/s: commands, autocomplete, a passage, a thumb, a menu; {took.Count:N0} answered");
        Console.WriteLine($"received → answer on its way, milliseconds: p50 {At(0.5):0.00}  p90 {At(0.9):0.00}  p99 {At(0.99):0.00}  p99.9 {At(0.999):0.00}  most {took[^1]:0.00}");

        double At(double share) => took[(int)Math.Min(took.Count - 1, share * took.Count)];
    }

    private static ulong Id(int i) => 1_500_000_000_000_000_000UL + ((ulong)i << 4);

    private static List<string> Kinds(string[] questions)
    {
        string Command(string name, string option, string value) =>
            "\"type\":2,\"data\":{\"id\":\"5\",\"name\":\"" + name + "\",\"type\":1,\"options\":[{\"name\":\"" + option + "\",\"type\":3,\"value\":\"" + JsonText(value) + "\"}]}";
        const string message = "{\"id\":\"77\",\"channel_id\":\"9\",\"author\":{\"id\":\"1\",\"username\":\"bot\",\"bot\":true},\"embeds\":[{\"author\":{\"name\":\"When is the summit?\"},\"description\":\"x\"}]}";
        return
        [
            .. questions.Select(question => Command("ask", "question", question)),
            Command("who", "name", "Mark Rutte"), Command("quote", "speaker", "Rutte"), Command("check", "claim", "The summit is in The Hague."), Command("timeline", "about", "Ukraine"),
            "\"type\":4,\"data\":{\"id\":\"5\",\"name\":\"who\",\"type\":1,\"options\":[{\"name\":\"name\",\"type\":3,\"value\":\"ze\",\"focused\":true}]}",
            "\"type\":3,\"message\":" + message + ",\"data\":{\"custom_id\":\"f:1\",\"component_type\":2}",
            "\"type\":3,\"message\":" + message + ",\"data\":{\"custom_id\":\"a:timeline:Ukraine\",\"component_type\":2}",
            "\"type\":2,\"data\":{\"id\":\"6\",\"name\":\"Ask about this\",\"type\":3,\"target_id\":\"8\",\"resolved\":{\"messages\":{\"8\":{\"id\":\"8\",\"channel_id\":\"9\",\"content\":\"Where is the summit?\"}}}}",
        ];
    }

    private static string JsonText(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);

    private static byte[] Payload(int i, string kind) => Encoding.UTF8.GetBytes(
        $"{{\"t\":\"INTERACTION_CREATE\",\"s\":{i + 1},\"op\":0,\"d\":{{\"id\":\"{Id(i)}\",\"application_id\":\"1\",\"token\":\"t{i}\",\"version\":1,\"channel_id\":\"{1000 + (i % 5000)}\",\"guild_id\":\"7\","
        + $"\"member\":{{\"user\":{{\"id\":\"{100_000 + (i % 9_000)}\",\"username\":\"ada\"}},\"roles\":[],\"permissions\":\"0\"}},{kind}}}}}");

    /// <summary>Takes the answers, and notes when each came.</summary>
    private sealed class Wire : HttpMessageHandler
    {
        private readonly ConcurrentDictionary<ulong, (long Received, long Answered)> _times = new();
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        public double Start { get; } = 0.5;

        public double Elapsed => _watch.Elapsed.TotalSeconds;

        public void Received(ulong id) => _times[id] = (Stopwatch.GetTimestamp(), 0);

        public double? TookMilliseconds(ulong id) => _times[id] is { Answered: > 0 } times ? Stopwatch.GetElapsedTime(times.Received, times.Answered).TotalMilliseconds : null;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var segments = request.RequestUri?.AbsolutePath.Split('/') ?? [];
            if (segments is [.., var text, _, "callback"] && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _times.TryGetValue(id, out var times))
                _times[id] = times with { Answered = Stopwatch.GetTimestamp() };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
        }
    }
}
