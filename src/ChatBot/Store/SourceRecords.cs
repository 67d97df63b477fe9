using System.Data.Common;
using ChatBot.Knowledge.Documents;

namespace ChatBot.Store;

/// <summary>How a source does.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Address">Where it is.</param>
internal sealed record SourceState(string Name, string Address)
{
    /// <summary>Not to be asked before.</summary>
    public DateTimeOffset NextAt { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>When it last brought a document.</summary>
    public DateTimeOffset? BroughtAt { get; init; }

    /// <summary>Since it last succeeded.</summary>
    public int Failures { get; init; }

    /// <summary>The last failure, in words; null after a success.</summary>
    public string? Problem { get; init; }

    /// <summary>Of a success: what the operator should know, a line each.</summary>
    public string? Note { get; init; }

    /// <summary>Brought so far, new versions included.</summary>
    public int Documents { get; init; }

    /// <summary>The documents of its that the store has, each counted once whatever its versions; 0 where only one source was asked about.</summary>
    public int DocumentsInStore { get; init; }

    /// <summary>Those of them that name too little of the topic to be anybody's news, by title; empty where nobody looked.</summary>
    public IReadOnlyList<string> OffTopic { get; init; } = [];

    /// <summary>Whether all that it had when it was first asked has been taken.</summary>
    public bool CaughtUp { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}

/// <summary>What is remembered of an entry of a feed.</summary>
/// <param name="Key">Of the entry: its id or address, as a digest.</param>
/// <param name="Document">The document that it became, or repeats.</param>
/// <param name="Content">A digest of what it says.</param>
/// <param name="Earlier">Digests of what it said before, the newest first.</param>
/// <param name="Waiting">A digest it has gone back to and isn't believed yet; or null.</param>
/// <param name="WaitingFor">At how many looks in a row.</param>
/// <param name="SeenAt">When it was last there.</param>
internal sealed record RememberedEntry(string Key, DocumentId Document, string Content, IReadOnlyList<string> Earlier, string? Waiting, int WaitingFor, DateTimeOffset SeenAt);

/// <summary>How the sources of a topic do, and what their feeds have brought. Several processes may share it: a source is asked by whoever claims it.</summary>
internal sealed class SourceRecords(StoreDatabase database, string topic)
{
    private const string Columns = "name, address, next_at, asked_at, succeeded_at, brought_at, failures, problem, note, documents, caught_up, etag, last_modified";
    private const string InStore = "(SELECT count(DISTINCT id) FROM documents WHERE documents.topic = sources.topic AND origin IN ('feed:' || name, 'folder:' || name)) AS in_store";
    private const int LongestWords = 20_000;

    /// <summary>What documents ingested by hand stand under; no source can be called so.</summary>
    public const string IngestName = "(ingest)";

    /// <summary>Forgotten once they have not been in their feed for so long.</summary>
    private static readonly TimeSpan LongestMemory = TimeSpan.FromDays(400);

    /// <summary>All sources that were ever asked, by name.</summary>
    public async Task<IReadOnlyList<SourceState>> AllAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, $"SELECT {Columns}, {InStore} FROM sources WHERE topic = @topic ORDER BY name", ("topic", topic));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var states = new List<SourceState>();
        while (await rows.ReadAsync(cancellation)) states.Add(Read(rows) with { DocumentsInStore = rows.GetInt32(13) });
        return states;
    }

    /// <summary>The documents that brought news.</summary>
    public async Task<IReadOnlySet<string>> WithNewsAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, "SELECT DISTINCT document_id FROM updates WHERE topic = @topic AND question IS NULL", ("topic", topic));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation)) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>How a source does. Another address under a known name starts anew, but remembers what the old one brought.</summary>
    public async Task<SourceState> FindAsync(string name, string address, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await EnsureAsync(connection, transaction, name, address, cancellation);
        var state = await FindAsync(connection, transaction, name, cancellation);
        await transaction.CommitAsync(cancellation);
        return state;
    }

    /// <summary>As <see cref="FindAsync(string, string, CancellationToken)"/>, and claims the source if it is due.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When the claim runs out, should this process never come back; also names the claim.</param>
    /// <param name="cancellation">Claims nothing.</param>
    /// <returns>How it does, and whether it is claimed; where not, it is not due or another process has it.</returns>
    public async Task<(SourceState State, bool Claimed)> ClaimAsync(string name, string address, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await EnsureAsync(connection, transaction, name, address, cancellation);
        await using var claim = connection.Command(
            transaction, "UPDATE sources SET claimed_until = @until, asked_at = @now WHERE topic = @topic AND name = @name AND next_at <= @now AND claimed_until <= @now",
            ("topic", topic), ("name", name), ("now", now.ToUnixTimeMilliseconds()), ("until", until.ToUnixTimeMilliseconds()));
        var claimed = await claim.ExecuteNonQueryAsync(cancellation);
        var state = await FindAsync(connection, transaction, name, cancellation);
        await transaction.CommitAsync(cancellation);
        return (state, claimed > 0);
    }

    /// <summary>Makes sources due at once, however long they were to be left alone; whoever looks at them (<see cref="DueAtOnceAsync"/>) takes it up.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="cancellation">Changes nothing.</param>
    public async Task AskForAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var name in names)
        {
            await using var ask = connection.Command(transaction, "UPDATE sources SET next_at = 0 WHERE topic = @topic AND name = @name", ("topic", topic), ("name", name));
            await ask.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The sources that somebody wants looked at now, or that were never looked at.</summary>
    public async Task<IReadOnlyList<string>> DueAtOnceAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, "SELECT name FROM sources WHERE topic = @topic AND next_at = 0 ORDER BY name", ("topic", topic));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellation)) names.Add(rows.GetString(0));
        return names;
    }

    /// <summary>Ends a claim with how the source now does. A claim that has run out meanwhile, and was taken by another process, changes nothing.</summary>
    /// <param name="state">How it does.</param>
    /// <param name="until">The claim; null for a source that is not claimed.</param>
    /// <param name="cancellation">Leaves the claim to run out.</param>
    public async Task SaveAsync(SourceState state, DateTimeOffset? until, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var update = connection.Command(
            null, """
            UPDATE sources SET claimed_until = 0, next_at = @next_at, asked_at = @asked_at, succeeded_at = @succeeded_at, brought_at = @brought_at, failures = @failures, problem = @problem,
                note = @note, documents = @documents, caught_up = @caught_up, etag = @etag, last_modified = @last_modified
            WHERE topic = @topic AND name = @name AND claimed_until = @until
            """,
            ("topic", topic), ("name", state.Name), ("until", until?.ToUnixTimeMilliseconds() ?? 0), ("next_at", state.NextAt.ToUnixTimeMilliseconds()),
            ("asked_at", state.AskedAt?.ToUnixTimeMilliseconds()), ("succeeded_at", state.SucceededAt?.ToUnixTimeMilliseconds()), ("brought_at", state.BroughtAt?.ToUnixTimeMilliseconds()),
            ("failures", state.Failures), ("problem", Clean(state.Problem)), ("note", Clean(state.Note)), ("documents", state.Documents), ("caught_up", state.CaughtUp ? 1 : 0),
            ("etag", Clean(state.ETag)), ("last_modified", Clean(state.LastModified)));
        await update.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Notes how the last ingest by hand went, under <see cref="IngestName"/>.</summary>
    /// <param name="problem">What it left out; null where it took all.</param>
    /// <param name="documents">How many it took.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Notes nothing.</param>
    public async Task NoteIngestAsync(string? problem, int documents, DateTimeOffset now, CancellationToken cancellation)
    {
        var state = await FindAsync(IngestName, IngestName, cancellation);
        await SaveAsync(
            state with { AskedAt = now, SucceededAt = problem is null ? now : state.SucceededAt, Problem = problem, Failures = problem is null ? 0 : 1, Documents = state.Documents + documents }, null, cancellation);
    }

    /// <summary>What is remembered of a source's entries.</summary>
    public async Task<IReadOnlyList<RememberedEntry>> EntriesAsync(string source, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT key, document, content, earlier, waiting, waiting_for, seen_at FROM source_entries WHERE topic = @topic AND source = @source ORDER BY seen_at DESC, key",
            ("topic", topic), ("source", source));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var entries = new List<RememberedEntry>();
        while (await rows.ReadAsync(cancellation))
            entries.Add(new RememberedEntry(
                rows.GetString(0), DocumentId.Parse(rows.GetString(1)), rows.GetString(2), rows.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries), rows.TextOrNull(4), rows.GetInt32(5),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(6))));
        return entries;
    }

    /// <summary>Remembers entries of a source, and forgets those that left their feed long ago.</summary>
    public async Task RememberAsync(string source, IReadOnlyList<RememberedEntry> entries, DateTimeOffset now, CancellationToken cancellation)
    {
        if (entries.Count == 0) return;
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var entry in entries)
        {
            await using var save = connection.Command(
                transaction, """
                INSERT INTO source_entries (topic, source, key, document, content, earlier, waiting, waiting_for, seen_at)
                VALUES (@topic, @source, @key, @document, @content, @earlier, @waiting, @waiting_for, @seen_at)
                ON CONFLICT (topic, source, key) DO UPDATE SET document = @document, content = @content, earlier = @earlier, waiting = @waiting, waiting_for = @waiting_for, seen_at = @seen_at
                """,
                ("topic", topic), ("source", source), ("key", entry.Key), ("document", entry.Document.Value), ("content", entry.Content), ("earlier", string.Join(' ', entry.Earlier)),
                ("waiting", entry.Waiting), ("waiting_for", entry.WaitingFor), ("seen_at", entry.SeenAt.ToUnixTimeMilliseconds()));
            await save.ExecuteNonQueryAsync(cancellation);
        }
        await using (var forget = connection.Command(
            transaction, "DELETE FROM source_entries WHERE topic = @topic AND source = @source AND seen_at < @before",
            ("topic", topic), ("source", source), ("before", (now - LongestMemory).ToUnixTimeMilliseconds())))
            await forget.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task EnsureAsync(DbConnection connection, DbTransaction transaction, string name, string address, CancellationToken cancellation)
    {
        await using var insert = connection.Command(
            transaction, "INSERT INTO sources (topic, name, address, next_at, claimed_until, failures, documents, caught_up) VALUES (@topic, @name, @address, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING",
            ("topic", topic), ("name", name), ("address", address));
        await insert.ExecuteNonQueryAsync(cancellation);
        await using var move = connection.Command(
            transaction, """
            UPDATE sources SET address = @address, next_at = 0, failures = 0, problem = NULL, note = NULL, caught_up = 0, etag = NULL, last_modified = NULL
            WHERE topic = @topic AND name = @name AND address <> @address
            """,
            ("topic", topic), ("name", name), ("address", address));
        await move.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<SourceState> FindAsync(DbConnection connection, DbTransaction transaction, string name, CancellationToken cancellation)
    {
        await using var query = connection.Command(transaction, $"SELECT {Columns} FROM sources WHERE topic = @topic AND name = @name", ("topic", topic), ("name", name));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return Read(rows);
    }

    private static SourceState Read(DbDataReader row) => new(row.GetString(0), row.GetString(1))
    {
        NextAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        AskedAt = Moment(row, 3),
        SucceededAt = Moment(row, 4),
        BroughtAt = Moment(row, 5),
        Failures = row.GetInt32(6),
        Problem = row.TextOrNull(7),
        Note = row.TextOrNull(8),
        Documents = row.GetInt32(9),
        CaughtUp = row.GetInt32(10) != 0,
        ETag = row.TextOrNull(11),
        LastModified = row.TextOrNull(12),
    };

    private static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static string? Clean(string? text) => text is null ? null : StoredText.Clean(text, LongestWords);
}
