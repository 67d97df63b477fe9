using System.Collections.Concurrent;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// The shards of a bot, as many as set or as Discord recommends: all of them, or, with <paramref name="leases"/>, those that this process holds. Processes
/// that share them must reckon with the same number; where Discord recommends another later, restart all of them.
/// </summary>
public sealed class DiscordShardedClient(
    DiscordSocketConfig config, DiscordToken token, DiscordRestClient rest, IGatewayEventHandler handler, IGatewaySessionStore sessions,
    IIdentifyBudgetStore budget, IWebSocketProvider sockets, TimeProvider time, int seed, Action<LogMessage>? log = null, IShardLeases? leases = null)
{
    private readonly GatewayDirectory _directory = new(rest);
    private readonly IdentifyGate _gate = new(budget, config.IdentifyBudget, time);
    private readonly ConcurrentDictionary<int, DiscordSocketClient> _shards = new();

    /// <summary>Those that this process runs now.</summary>
    public IReadOnlyList<DiscordSocketClient> Shards => [.. _shards.OrderBy(shard => shard.Key).Select(shard => shard.Value)];

    /// <summary>The shard that a server's events come through; direct messages come through shard 0.</summary>
    public static int ShardOf(ulong guildId, int shardCount) => (int)((guildId >> 22) % (ulong)shardCount);

    /// <summary>Runs until asked to stop, or until one shard cannot go on; then all stop, for what stops one stops the others too.</summary>
    public async Task<GatewayStop> RunAsync(CancellationToken stop)
    {
        var (count, fatal) = await ShardCountAsync(stop);
        if (fatal is not null)
            return fatal;
        using var together = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = Enumerable.Range(0, count).Select(id => RunShardAsync(id, count, together.Token)).ToList();
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
        Task.WhenAll(Shards.Select(s => s.SetPresenceAsync(presence, cancellationToken)));

    private async Task<GatewayStop> RunShardAsync(int id, int count, CancellationToken stop)
    {
        var random = new Random(HashCode.Combine(seed, id));
        try
        {
            while (true)
            {
                await using var lease = leases is null ? null : await leases.HoldAsync(id, count, stop);
                using var let = CancellationTokenSource.CreateLinkedTokenSource(stop, lease?.Lost ?? default);
                var shard = new DiscordSocketClient(id, count, config, token, _directory, _gate, handler, sessions, sockets, time, random, log);
                _shards[id] = shard;
                var ended = await shard.RunAsync(let.Token);
                _shards.TryRemove(id, out _);
                if (ended.IsFatal || stop.IsCancellationRequested) return ended;
                log?.Invoke(new LogMessage(LogSeverity.Warning, "Gateway", $"Shard {id}: no longer held; another process may run it"));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return GatewayStop.Asked;
        }
    }

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
