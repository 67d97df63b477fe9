using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Net.Sockets;
using ChatBot.Simulators.Telegram;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Sending;
using ChatBot.TelegramClient.Requests;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

/// <summary>Forces every kind of failure while everything that can listen listens, then looks for the token everywhere.</summary>
public sealed class TokenCanaryTests
{
    private const string Secret = "canary-AbCdEf0123456789-yrranac";
    private const string Token = "7000001:" + Secret;

    [Fact]
    public async Task No_failure_log_trace_or_metric_contains_the_token()
    {
        using var ears = new Ears();
        await using var server = await TelegramSimulator.StartAsync(new SimulatorOptions { Token = Token }, TestContext.Current.CancellationToken);
        var ann = server.AddPerson("Ann");
        ann.Start();
        var quick = TimeSpan.FromMilliseconds(300);
        using (var client = Client(server.BaseUrl, TimeSpan.FromSeconds(30)))
        {
            server.Faults.Next(
                "sendMessage",
                new Fault.DropBefore(),
                new Fault.DropAfter(),
                new Fault.HalfAnswer(),
                new Fault.ServerError(),
                new Fault.ServerError(500),
                new Fault.Garbled(),
                new Fault.Garbled("null"),
                new Fault.Garbled($"{{\"ok\":true,\"result\":{{\"message_id\":\"{Token}\"}}}}"),
                new Fault.Garbled($"{{\"ok\":true,\"result\":{{\"chat\":{{\"{Token}\":1,\"id\":\"{Token}\"}}}}}}"),
                new Fault.Garbled($"{{\"ok\":false,\"error_code\":400,\"description\":\"/bot{Token}/sendMessage\"}}"),
                new Fault.Refusal(400, $"Bad Request: /bot{Token}/sendMessage"),
                new Fault.Refusal(401, "Unauthorized"),
                new Fault.Refusal(404, "Not Found"),
                new Fault.Refusal(409, "Conflict"),
                new Fault.Refusal(429, "Too Many Requests", 3));
            for (var i = 0; i < 15; i++)
                await FailAsync(client, ann.Id, ears);
            await client.GetMe(TestContext.Current.CancellationToken);
            ears.Hear(client.ToString());
        }
        server.Faults.Next("sendMessage", new Fault.Delay(TimeSpan.FromSeconds(10)));
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        string[] addresses =
        [
            server.BaseUrl, $"http://127.0.0.1:{UnusedPort()}", "http://no-such-host.invalid", "https" + server.BaseUrl["http".Length..],
            $"https://127.0.0.1:{Port(silent)}",
        ];
        foreach (var address in addresses)
        {
            using var client = Client(address, quick);
            await FailAsync(client, ann.Id, ears);
        }
        using (var client = new TelegramBotClient(new TelegramBotClientOptions(Token, server.BaseUrl), new LeakyTransport()))
            await FailAsync(client, ann.Id, ears);

        await HearANaiveClientAsync(server, ears);
        Assert.True(ears.Count > 100, $"only {ears.Count} texts were heard; the listeners are deaf");
        Assert.Contains(ears.Heard, text => text.Contains("http.client.request.duration", StringComparison.Ordinal));
        Assert.DoesNotContain(ears.Heard, text => text.Contains(Secret, StringComparison.Ordinal)
            || text.Contains(Uri.EscapeDataString(Secret), StringComparison.Ordinal));
    }

    private static TelegramBotClient Client(string address, TimeSpan timeout) =>
        new(new TelegramBotClientOptions(Token, address) { Timeout = timeout, ConnectTimeout = timeout });

    private static async Task FailAsync(TelegramBotClient client, long chat, Ears ears)
    {
        var failure = await Assert.ThrowsAnyAsync<RequestException>(() => client.SendMessage(chat, "hello",
            cancellationToken: TestContext.Current.CancellationToken));
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            ears.Hear(inner.ToString());
            foreach (System.Collections.DictionaryEntry entry in inner.Data)
                ears.Hear($"{entry.Key} {entry.Value}");
        }
        ears.Hear(SendClassification.Of(failure).ToString());
        ears.Hear(new SendMessageRequest { ChatId = chat, Text = "hello" }.ToString());
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return Port(listener);
    }

    private static int Port(TcpListener listener) => ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The listeners must hear a token where nobody protects it, or their silence would prove nothing.</summary>
    private static async Task HearANaiveClientAsync(TelegramSimulator server, Ears ears)
    {
        using var naive = new HttpClient();
        using var response = await naive.GetAsync($"{server.BaseUrl}/bot1:unprotected/getMe", TestContext.Current.CancellationToken);
        Assert.Contains(ears.Heard, text => text.Contains("url.full", StringComparison.Ordinal)
            && text.Contains("unprotected", StringComparison.Ordinal));
        Assert.Contains(ears.Heard, text => text.Contains("RequestStart", StringComparison.Ordinal)
            && text.Contains("unprotected", StringComparison.Ordinal));
    }

    /// <summary>A transport, or a proxy's handler, whose exceptions tell the whole address.</summary>
    private sealed class LeakyTransport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException($"could not reach {request.RequestUri}", new InvalidOperationException($"inner {request.RequestUri}"));
    }

    /// <summary>Listens to every activity, instrument, diagnostic source and public event source of the process.</summary>
    private sealed class Ears : EventListener, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private readonly ConcurrentQueue<string> heard = new();
        private readonly List<IDisposable> subscriptions = [];

        public Ears()
        {
            var activities = new ActivityListener
            {
                ShouldListenTo = source => !source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Hear($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(happening => happening.Tags))}"),
            };
            ActivitySource.AddActivityListener(activities);
            var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
            meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear($"{instrument.Name} {value} {Text(tags)}"));
            meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear($"{instrument.Name} {value} {Text(tags)}"));
            meters.Start();
            subscriptions.AddRange([activities, meters, DiagnosticListener.AllListeners.Subscribe(this)]);
        }

        public IReadOnlyCollection<string> Heard => heard;

        public int Count => heard.Count;

        public void Hear(string? text) => heard.Enqueue(text ?? "");

        public void OnNext(DiagnosticListener value)
        {
            // Kestrel's own events are the simulator's, which must know the token.
            if (!value.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value) => Hear($"{value.Key} {value.Value}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public override void Dispose()
        {
            foreach (var subscription in subscriptions)
                subscription.Dispose();
            base.Dispose();
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            // "Private.InternalDiagnostics…" is the runtime's own debugging of the bytes on the wire; no exporter subscribes to it.
            if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal))
                EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            heard?.Enqueue($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', (eventData.Payload ?? new([])).Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))}");

        private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
    }
}
