using System.Data.Common;

namespace ChatBot.Store;

/// <summary>An update as a platform sent it.</summary>
/// <param name="Id">The platform's number for it.</param>
/// <param name="Body">Its content.</param>
internal readonly record struct ReceivedUpdate(long Id, byte[] Body);

/// <summary>
/// Remembers which updates of one bot have been received, and keeps the content of each until it is dealt with. A crash in between leaves it
/// waiting for the next start, so none is lost; what was already sent for it may then be sent a second time. Where several services share a store, each
/// update is claimed by the one that received it, and free for another when that one has not renewed its claim in time.
/// </summary>
internal sealed class SeenUpdates(StoreDatabase database, string platform, string bot)
{
    /// <summary>How long a claim lasts; renewed several times within it.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether other services may be at work on the same store; a file is one service's alone.</summary>
    public bool IsShared => database.ClockQuery.Length > 0;

    private string ClaimEnd => IsShared ? $"({database.ClockQuery}) + {(long)Lease.TotalMilliseconds}" : "0";

    /// <summary>Keeps those not seen before, all or none.</summary>
    /// <returns>The numbers of the new ones, in order, each once.</returns>
    public Task<IReadOnlyList<long>> AddAsync(IReadOnlyList<ReceivedUpdate> updates, DateTimeOffset now, CancellationToken cancellation) => SaveAsync(updates, [], now, cancellation);

    /// <summary>Notes that one is dealt with, and forgets its content.</summary>
    public Task DoneAsync(long id, CancellationToken cancellation) => SaveAsync([], [id], default, cancellation);

    /// <summary>Both at once, all or nothing.</summary>
    /// <param name="updates">Those received; kept where they were not seen before.</param>
    /// <param name="done">The numbers of those that are dealt with; their content is forgotten.</param>
    /// <param name="now">When they were received.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    /// <param name="within">What else is written with it.</param>
    /// <returns>The numbers of the new ones, in order, each once.</returns>
    public async Task<IReadOnlyList<long>> SaveAsync(
        IReadOnlyList<ReceivedUpdate> updates, IReadOnlyList<long> done, DateTimeOffset now, CancellationToken cancellation, Func<DbConnection, DbTransaction, Task>? within = null)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var added = new List<long>();
        foreach (var (id, body) in updates)
        {
            await using var insert = connection.Command(
                transaction, $"INSERT INTO seen_updates (platform, bot, id, received_at, body, claimed_until) VALUES (@platform, @bot, @id, @now, @body, {ClaimEnd}) ON CONFLICT DO NOTHING",
                ("platform", platform), ("bot", bot), ("id", id), ("now", now.ToUnixTimeMilliseconds()), ("body", body));
            if (await insert.ExecuteNonQueryAsync(cancellation) > 0) added.Add(id);
        }
        foreach (var id in done)
        {
            await using var update = connection.Command(
                transaction, "UPDATE seen_updates SET body = NULL WHERE platform = @platform AND bot = @bot AND id = @id", ("platform", platform), ("bot", bot), ("id", id));
            await update.ExecuteNonQueryAsync(cancellation);
        }
        if (within is not null) await within(connection, transaction);
        await transaction.CommitAsync(cancellation);
        return added;
    }

    /// <summary>Those received and not yet dealt with, the oldest first.</summary>
    public async Task<IReadOnlyList<ReceivedUpdate>> WaitingAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT id, body FROM seen_updates WHERE platform = @platform AND bot = @bot AND body IS NOT NULL ORDER BY received_at, id", ("platform", platform), ("bot", bot));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var waiting = new List<ReceivedUpdate>();
        while (await rows.ReadAsync(cancellation)) waiting.Add(new ReceivedUpdate(rows.GetInt64(0), await rows.GetFieldValueAsync<byte[]>(1, cancellation)));
        return waiting;
    }

    /// <summary>Claims those that wait and are nobody's, the oldest first; on a file, all that wait.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    public async Task<IReadOnlyList<ReceivedUpdate>> ClaimAsync(int most, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var claim = connection.Command(
            null,
            $"""
            UPDATE seen_updates SET claimed_until = {ClaimEnd} WHERE platform = @platform AND bot = @bot AND id IN (
                SELECT id FROM seen_updates WHERE platform = @platform AND bot = @bot AND body IS NOT NULL {(IsShared ? $"AND claimed_until <= ({database.ClockQuery})" : "")}
                ORDER BY received_at, id LIMIT @most{database.LockOrSkip})
            RETURNING received_at, id, body
            """,
            ("platform", platform), ("bot", bot), ("most", most));
        await using var rows = await claim.ExecuteReaderAsync(cancellation);
        var claimed = new List<(long ReceivedAt, ReceivedUpdate Update)>();
        while (await rows.ReadAsync(cancellation)) claimed.Add((rows.GetInt64(0), new ReceivedUpdate(rows.GetInt64(1), await rows.GetFieldValueAsync<byte[]>(2, cancellation))));
        return [.. claimed.OrderBy(row => row.ReceivedAt).ThenBy(row => row.Update.Id).Select(row => row.Update)];
    }

    /// <summary>Keeps one's own claims for another while.</summary>
    public Task RenewAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) => SetClaimsAsync(ids, ClaimEnd, cancellation);

    /// <summary>Leaves one's own to whoever comes first.</summary>
    public Task ReleaseAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) => SetClaimsAsync(ids, "0", cancellation);

    /// <summary>Forgets those received before <paramref name="moment"/>: a platform may give their numbers out anew.</summary>
    public async Task ForgetAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var delete = connection.Command(
            null, "DELETE FROM seen_updates WHERE platform = @platform AND bot = @bot AND received_at < @moment",
            ("platform", platform), ("bot", bot), ("moment", moment.ToUnixTimeMilliseconds()));
        await delete.ExecuteNonQueryAsync(cancellation);
    }

    private async Task SetClaimsAsync(IReadOnlyCollection<long> ids, string end, CancellationToken cancellation)
    {
        if (!IsShared || ids.Count == 0) return;
        await using var connection = await database.OpenAsync(cancellation);
        await using var update = connection.Command(
            null, $"UPDATE seen_updates SET claimed_until = {end} WHERE platform = @platform AND bot = @bot AND id IN (SELECT id FROM {database.Rows("@ids", "own", "id")})",
            ("platform", platform), ("bot", bot), ("ids", RowIds.Json(ids)));
        await update.ExecuteNonQueryAsync(cancellation);
    }
}
