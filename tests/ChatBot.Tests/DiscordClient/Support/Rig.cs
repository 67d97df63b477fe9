using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Gateway;
using ChatBot.DiscordClient.Rest;
using ChatBot.Simulators.Discord;
using ChatBot.Tests.Simulators.Discord;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Support;

/// <summary>The client and the simulator on one virtual thread, without a network.</summary>
internal sealed class Rig : IDisposable
{
    public Rig(int seed = 1, DiscordSimulatorOptions? options = null, DiscordSocketConfig? config = null, DiscordRestConfig? restConfig = null, VirtualThread? thread = null)
    {
        Thread = thread ?? new VirtualThread();
        var from = options ?? new DiscordSimulatorOptions();
        Simulator = new DiscordSimulator(new DiscordSimulatorOptions
        {
            Time = Thread.Time,
            HeartbeatInterval = from.HeartbeatInterval,
            RecommendedShards = from.RecommendedShards,
            MaxConcurrency = from.MaxConcurrency,
            IdentifiesPerDay = from.IdentifiesPerDay,
            MessageContentAllowed = from.MessageContentAllowed,
            SessionLifetime = from.SessionLifetime,
            MessagesPerFiveSeconds = from.MessagesPerFiveSeconds,
        });
        Config = config ?? new DiscordSocketConfig();
        Seed = seed;
        Token = new DiscordToken(Simulator.Options.Token);
        Rest = new DiscordRestClient(restConfig ?? new DiscordRestConfig { ApiRoot = Simulator.ApiRoot }, Token, Thread.Time, new Random(seed), Simulator.Handler, Log.Add);
        Sockets = new InMemorySockets(Simulator);
    }

    public int Seed { get; }
    public VirtualThread Thread { get; }
    public VirtualTime Time => Thread.Time;
    public DiscordSimulator Simulator { get; }
    public DiscordSocketConfig Config { get; }
    public DiscordToken Token { get; }
    public DiscordRestClient Rest { get; }
    public InMemorySockets Sockets { get; }
    public CollectingHandler Handler { get; } = new();
    public MemoryGatewaySessionStore Sessions { get; } = new();
    public MemoryIdentifyBudgetStore Budget { get; } = new();
    public List<LogMessage> Log { get; } = [];

    public DiscordShardedClient NewClient() => new(Config, Token, Rest, Handler, Sessions, Budget, Sockets, Time, Seed, Log.Add);

    /// <summary>Runs a client beside the scenario, and stops it when that is over.</summary>
    public void Run(Func<DiscordShardedClient, CancellationToken, Task> scenario, TimeSpan? limit = null) => Thread.Run(async () =>
    {
        using var stop = new CancellationTokenSource();
        var client = NewClient();
        var running = client.RunAsync(stop.Token);
        try
        {
            await scenario(client, stop.Token);
        }
        finally
        {
            // CancelAsync would go by way of the thread pool, and the virtual clock would run away meanwhile.
            stop.Cancel();
            await running;
        }
    }, limit);

    public Task PassAsync(TimeSpan time) => Task.Delay(time, Time, CancellationToken.None);

    /// <summary>Whatever the test was about: every request and every answer was as Discord publishes it.</summary>
    public void Dispose()
    {
        Assert.All(DiscordContract.ViolationsIn(Simulator.Ledger), violation => Assert.Fail(violation));
        Rest.Dispose();
        Simulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
