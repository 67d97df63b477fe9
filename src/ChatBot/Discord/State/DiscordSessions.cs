using System.Collections.Concurrent;
using ChatBot.DiscordClient.Gateway;
using ChatBot.Store;

namespace ChatBot.Discord.State;

/// <summary>
/// Keeps the shards' sessions in the store, so that a restart resumes. The place reached is written down at most once a second, because each
/// event of every channel moves it: a crash loses that second, and its events come again.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="bot">The bot's id.</param>
/// <param name="time">Tells when to write.</param>
/// <param name="holder">This process, where several share the shards: a place is then written only by the one that holds the shard. Null for one process alone.</param>
internal sealed class DiscordSessions(StoreDatabase database, string bot, TimeProvider time, string? holder = null) : IGatewaySessionStore
{
    private static readonly TimeSpan BetweenWritings = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, Kept> _kept = new();

    private readonly string _ifHeld = holder is null ? "" : "AND EXISTS (SELECT 1 FROM leases WHERE name = @lease AND holder = @holder)";

    public async ValueTask<GatewaySession?> LoadAsync(int shardId, CancellationToken cancellationToken)
    {
        // Another process may have gone on from what is kept here.
        _kept.TryRemove(shardId, out _);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var query = connection.Command(
            null, "SELECT session, sequence, resume_url, shard_count FROM discord_sessions WHERE bot = @bot AND shard = @shard", ("bot", bot), ("shard", shardId));
        await using var rows = await query.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? new GatewaySession(rows.GetString(0), rows.GetInt64(1), rows.TextOrNull(2), rows.GetInt32(3)) : null;
    }

    public async ValueTask SaveAsync(int shardId, GatewaySession? session, CancellationToken cancellationToken)
    {
        var isNew = !_kept.TryGetValue(shardId, out var kept) || kept.Session?.SessionId != session?.SessionId;
        var isDue = isNew || time.GetElapsedTime(kept.WrittenAt) >= BetweenWritings;
        _kept[shardId] = new Kept(session, isDue ? time.GetTimestamp() : kept.WrittenAt, !isDue);
        if (isDue) await WriteAsync(shardId, session, cancellationToken);
    }

    /// <summary>Writes down what isn't yet.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        foreach (var (shard, kept) in _kept.ToArray())
        {
            if (!kept.IsWaiting) continue;
            _kept[shard] = kept with { IsWaiting = false };
            await WriteAsync(shard, kept.Session, cancellation);
        }
    }

    private async Task WriteAsync(int shard, GatewaySession? session, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var write = session is null
            ? connection.Command(
                null, $"DELETE FROM discord_sessions WHERE bot = @bot AND shard = @shard {_ifHeld}",
                ("bot", bot), ("shard", shard), ("lease", DiscordShardLeases.NameOf(bot, shard)), ("holder", holder ?? ""))
            : connection.Command(
                null,
                $"""
                INSERT INTO discord_sessions (bot, shard, shard_count, session, sequence, resume_url, saved_at)
                SELECT @bot, @shard, @count, @session, @sequence, @url, @now WHERE 1 = 1 {_ifHeld}
                ON CONFLICT (bot, shard) DO UPDATE SET shard_count = excluded.shard_count, session = excluded.session, sequence = excluded.sequence,
                    resume_url = excluded.resume_url, saved_at = excluded.saved_at
                """,
                ("bot", bot), ("shard", shard), ("count", session.ShardCount), ("session", session.SessionId), ("sequence", session.Sequence), ("url", session.ResumeGatewayUrl),
                ("now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("lease", DiscordShardLeases.NameOf(bot, shard)), ("holder", holder ?? ""));
        await write.ExecuteNonQueryAsync(cancellation);
    }

    private readonly record struct Kept(GatewaySession? Session, long WrittenAt, bool IsWaiting);
}
