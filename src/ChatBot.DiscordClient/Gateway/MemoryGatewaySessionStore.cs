using System.Collections.Concurrent;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>Sessions for as long as the process lives.</summary>
public sealed class MemoryGatewaySessionStore : IGatewaySessionStore
{
    private readonly ConcurrentDictionary<int, GatewaySession> _sessions = new();

    public ValueTask<GatewaySession?> LoadAsync(int shardId, CancellationToken cancellationToken) => new(_sessions.GetValueOrDefault(shardId));

    public ValueTask SaveAsync(int shardId, GatewaySession? session, CancellationToken cancellationToken)
    {
        if (session is null)
            _sessions.TryRemove(shardId, out _);
        else
            _sessions[shardId] = session;
        return ValueTask.CompletedTask;
    }
}
