using System.Collections.Concurrent;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Rest;
using ChatBot.Simulators.Discord;
using ChatBot.Tests.DiscordClient.Support;
using ChatBot.Tests.Simulators.Discord;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Gateway;

/// <summary>The client over real sockets of this machine, with compression, through every end that a connection can have.</summary>
public sealed class LoopbackTests
{
    private static readonly int?[] Codes = [4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009, 1000, 1001, null];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_event_is_missed_or_handled_twice_through_every_kind_of_end(bool compress)
    {
        await using var line = await Line.OpenAsync(new DiscordSocketConfig { Compress = compress });
        var ada = line.Simulator.AddPerson("Ada");
        var running = line.Client.RunAsync(line.Stop.Token);
        await line.UntilAsync(() => line.Simulator.Gateway.IsConnected(0));
        var said = 0;
        Action[] ends =
        [
            .. Codes.Select(code => new Action(() => line.Simulator.Gateway.Close(0, code))), () => line.Simulator.Gateway.Reconnect(0), () => line.Simulator.Gateway.InvalidSession(0, true),
            () => line.Simulator.Gateway.InvalidSession(0, false), () => line.Simulator.Gateway.Drop(0), () => line.Simulator.Gateway.HalfOpen(0),
        ];
        foreach (var end in ends)
        {
            Say();
            await line.UntilAsync(() => line.Heard.Texts.Count == said);
            end();
            await line.UntilAsync(() => line.Simulator.Gateway.IsConnected(0));
            Say();
            await line.UntilAsync(() => line.Heard.Texts.Count == said);
        }
        await line.Stop.CancelAsync();
        Assert.False((await running).IsFatal);
        Assert.Equal(Enumerable.Range(1, said).Select(n => $"message {n}"), line.Heard.Texts);
        Assert.All(line.Simulator.Gateway.UserAgents, agent => Assert.StartsWith("DiscordBot (", agent));
        // Each end that takes the session along costs one new session, the first start another; on a busy machine a resume may miss the quick clock's time limit.
        Assert.InRange(line.Simulator.Gateway.Identifies.Count, 7, 10);

        void Say() => ada.Say(ada.DirectChannel, $"message {++said}");
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task A_code_that_trying_again_can_t_mend_ends_it(int code)
    {
        await using var line = await Line.OpenAsync(new DiscordSocketConfig());
        var running = line.Client.RunAsync(line.Stop.Token);
        await line.UntilAsync(() => line.Simulator.Gateway.IsConnected(0));
        line.Simulator.Gateway.Close(0, code);
        var stop = await running.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        Assert.Equal(code, stop.CloseCode);
        Assert.True(stop.IsFatal);
    }

    [Fact]
    public async Task A_new_client_resumes_what_an_earlier_one_left()
    {
        await using var line = await Line.OpenAsync(new DiscordSocketConfig());
        var ada = line.Simulator.AddPerson("Ada");
        var running = line.Client.RunAsync(line.Stop.Token);
        ada.Say(ada.DirectChannel, "one");
        await line.UntilAsync(() => line.Simulator.Gateway.IsConnected(0));
        ada.Say(ada.DirectChannel, "two");
        await line.UntilAsync(() => line.Heard.Texts.Contains("two"));
        await line.Stop.CancelAsync();
        await running;
        ada.Say(ada.DirectChannel, "while away");
        using var again = new CancellationTokenSource();
        var second = line.NewClient().RunAsync(again.Token);
        await line.UntilAsync(() => line.Heard.Texts.Contains("while away"));
        await again.CancelAsync();
        await second;
        Assert.Single(line.Simulator.Gateway.Identifies);
        Assert.Single(line.Heard.Texts, text => text == "two");
    }

    private sealed class Line : IAsyncDisposable
    {
        private readonly QuickTime _time;
        private readonly DiscordSocketConfig _config;
        private readonly DiscordToken _token;
        private readonly DiscordRestClient _rest;
        private readonly MemoryGatewaySessionStore _sessions = new();

        private Line(DiscordSimulator simulator, DiscordSocketConfig config, QuickTime time)
        {
            (Simulator, _config, _time, _token) = (simulator, config, time, new DiscordToken(simulator.Options.Token));
            _rest = new DiscordRestClient(new DiscordRestConfig { ApiRoot = simulator.ApiRoot }, _token, _time, new Random(1));
            Client = NewClient();
        }

        public DiscordSimulator Simulator { get; }

        public DiscordShardedClient Client { get; }

        public Listener Heard { get; } = new();

        public CancellationTokenSource Stop { get; } = new();

        public static async Task<Line> OpenAsync(DiscordSocketConfig config)
        {
            var time = new QuickTime(40);
            var simulator = new DiscordSimulator(new DiscordSimulatorOptions { Time = time, SessionLifetime = TimeSpan.FromDays(1) });
            await simulator.StartAsync(Cancellation);
            return new Line(simulator, config, time);
        }

        public DiscordShardedClient NewClient() => new(
            _config, _token, _rest, Heard, _sessions, new MemoryIdentifyBudgetStore(), new ClientWebSocketProvider(new DiscordRestConfig().UserAgent), _time, 1);

        public async Task UntilAsync(Func<bool> holds)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            limit.CancelAfter(TimeSpan.FromMinutes(1));
            while (!holds()) await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, limit.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await Stop.CancelAsync();
            Stop.Dispose();
            Assert.All(DiscordContract.ViolationsIn(Simulator.Ledger), violation => Assert.Fail(violation));
            await Simulator.DisposeAsync();
            _rest.Dispose();
        }
    }

    private sealed class Listener : IGatewayEventHandler
    {
        public ConcurrentQueue<string> Texts { get; } = new();

        public ValueTask HandleAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken)
        {
            if (gatewayEvent is MessageReceived received) Texts.Enqueue(received.Message.Content);
            return ValueTask.CompletedTask;
        }
    }
}
