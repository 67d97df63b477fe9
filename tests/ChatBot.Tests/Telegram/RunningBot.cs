using System.Collections;
using System.Net;
using System.Net.Sockets;
using ChatBot.Settings;
using ChatBot.Simulators.Telegram;
using ChatBot.Store;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>How the bot comes by its updates.</summary>
public enum Receiving
{
    Polling,
    Webhook,
}

/// <summary>The real service with an invented topic, on a simulated Telegram. At its end nothing that passed may have broken the published description.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static int _lastPort = 20_000 + (Environment.ProcessId % 10_000);

    private readonly RunningService _service = new("telegram");

    private RunningBot(TelegramSimulator server, Receiving receiving)
    {
        Server = server;
        Receiving = receiving;
        WebUrl = receiving == Receiving.Webhook ? $"http://127.0.0.1:{FreePort()}" : "http://127.0.0.1:0";
    }

    /// <summary>How it receives.</summary>
    public Receiving Receiving { get; }

    /// <summary>Where its web page is; its port is known only where it receives by webhook.</summary>
    public string WebUrl { get; }

    public TelegramSimulator Server { get; }

    /// <summary>What the service has said to its operator.</summary>
    public StringWriter Output => _service.Output;

    private string? WebhookSecret { get; init; }

    /// <summary>False where a test sends the bot what Telegram never would.</summary>
    private bool ChecksAnswers { get; init; } = true;

    public string StorePath => _service.StorePath;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningBot> StartAsync(
        SimulatorOptions? options = null, Action<TelegramSimulator>? prepare = null, Receiving receiving = Receiving.Polling, string? webhookSecret = null,
        bool checkAnswers = true)
    {
        var given = options ?? new SimulatorOptions();
        var server = await TelegramSimulator.StartAsync(
            new SimulatorOptions { PrivacyMode = given.PrivacyMode, MentionsReachTheBot = given.MentionsReachTheBot, Limits = given.Limits, Contract = PublishedContract.OrNull }, Cancellation);
        prepare?.Invoke(server);
        var bot = new RunningBot(server, receiving) { WebhookSecret = webhookSecret, ChecksAnswers = checkAnswers };
        InventedTopic.Write(Path.Combine(bot._service.Folder, "harbour"));
        bot.Start();
        return bot;
    }

    /// <summary>Stops the service, if it runs.</summary>
    public Task StopAsync() => _service.StopAsync();

    /// <summary>Stops the service and starts it again on the same store.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Start();
    }

    /// <summary>Looks into the store while the service runs.</summary>
    public Task<long> CountAsync(string sql) => _service.CountAsync(sql);

    /// <summary>Waits until the store says so; fails after half a minute.</summary>
    public async Task UntilCountAsync(long expected, string sql)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await CountAsync(sql) is var count && count != expected)
        {
            if (patience.IsCancellationRequested) Assert.Fail($"{sql} stays at {count} instead of {expected}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await Server.DisposeAsync();
        Assert.DoesNotContain(Server.Options.Token.Split(':')[1], Output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Server.Ledger.RequestViolations);
        if (ChecksAnswers) Assert.Empty(Server.Ledger.AnswerViolations);
    }

    private void Start()
    {
        var environment = new Hashtable { ["ChatBot__Telegram__Token"] = Server.Options.Token, ["ChatBot__Telegram__ApiRoot"] = Server.BaseUrl };
        if (Receiving == Receiving.Webhook) environment["ChatBot__Telegram__Webhook__Url"] = WebUrl + "/telegram";
        if (WebhookSecret is { } secret) environment["ChatBot__Telegram__Webhook__Secret"] = secret;
        var settings = SettingsReader.Read(_service.Folder, _service.Folder, environment, new Dictionary<string, string> { ["topic"] = "harbour", ["data"] = "data", ["url"] = WebUrl });
        _service.Start(settings);
    }

    /// <summary>Below those that the system itself gives out, so that nothing takes it in between.</summary>
    private static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _lastPort);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                continue;
            }
        }
    }
}
