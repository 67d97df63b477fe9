using ChatBot.DiscordClient.Rest;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>All shards in one process, as many as set or as Discord recommends.</summary>
public sealed class DiscordShardedClient(
    DiscordSocketConfig config, DiscordToken token, DiscordRestClient rest, IGatewayEventHandler handler, IGatewaySessionStore sessions,
    IIdentifyBudgetStore budget, IWebSocketProvider sockets, TimeProvider time, int seed, Action<LogMessage>? log = null)
{
    private readonly GatewayDirectory _directory = new(rest);
    private readonly IdentifyGate _gate = new(budget, config.IdentifyBudget, time);
    private volatile IReadOnlyList<DiscordSocketClient> _shards = [];

    public IReadOnlyList<DiscordSocketClient> Shards => _shards;

    /// <summary>The shard that a server's events come through; direct messages come through shard 0.</summary>
    public static int ShardOf(ulong guildId, int shardCount) => (int)((guildId >> 22) % (ulong)shardCount);

    /// <summary>Runs until asked to stop, or until one shard cannot go on; then all stop, for what stops one stops the others too.</summary>
    public async Task<GatewayStop> RunAsync(CancellationToken stop)
    {
        var (count, fatal) = await ShardCountAsync(stop);
        if (fatal is not null)
            return fatal;
        using var together = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _shards = [.. Enumerable.Range(0, count).Select(id => new DiscordSocketClient(
            id, count, config, token, _directory, _gate, handler, sessions, sockets, time, new Random(HashCode.Combine(seed, id)), log))];
        var running = _shards.Select(s => s.RunAsync(together.Token)).ToList();
        var result = GatewayStop.Asked;
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            var shardStop = await ended;
            result = result.IsFatal ? result : shardStop;
            together.Cancel();
        }
        return result;
    }

    public Task SetPresenceAsync(Presence presence, CancellationToken cancellationToken) =>
        Task.WhenAll(_shards.Select(s => s.SetPresenceAsync(presence, cancellationToken)));

    private async Task<(int Count, GatewayStop? Fatal)> ShardCountAsync(CancellationToken stop)
    {
        if (config.TotalShards is { } set)
            return (set, null);
        var delays = new ReconnectDelays(new Random(seed));
        try
        {
            while (true)
            {
                switch (await _directory.AskAsync(stop))
                {
                    case RestResult<BotGateway>.Done done:
                        return (Math.Max(1, done.Value.Shards), null);
                    case RestResult<BotGateway>.Refused { Error.HttpCode: System.Net.HttpStatusCode.Unauthorized }:
                        return (0, new GatewayStop(null, "Discord refused the bot's token (401): set the current one"));
                    default:
                        await Task.Delay(delays.Next(), time, stop);
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (0, GatewayStop.Asked);
        }
    }
}
