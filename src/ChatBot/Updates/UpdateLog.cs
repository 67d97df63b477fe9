using System.Data.Common;
using System.Text.Json;
using ChatBot.Store;

namespace ChatBot.Updates;

/// <summary>The updates of one topic, as they came.</summary>
internal sealed class UpdateLog(StoreDatabase database, string topic)
{
    private const string Columns = "id, at, document_id, question, silent, content";

    /// <summary>Records an update within the transaction of its document.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> AddAsync(
        DbConnection connection, DbTransaction transaction, string document, int version, string? question, bool isSilent, UpdateContent content, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var insert = connection.Command(
            transaction,
            "INSERT INTO updates (topic, at, document_id, version, question, silent, content) VALUES (@topic, @at, @document, @version, @question, @silent, @content) RETURNING id",
            ("topic", topic), ("at", at.ToUnixTimeMilliseconds()), ("document", document), ("version", (long)version), ("question", question), ("silent", isSilent ? 1L : 0L),
            ("content", JsonSerializer.Serialize(content, UpdateJson.Default.UpdateContent)));
        return (long)(await insert.ExecuteScalarAsync(cancellation) ?? throw new InvalidOperationException("The update has no number."));
    }

    /// <summary>When the document last brought news that people were told.</summary>
    public async Task<DateTimeOffset?> LastToldAsync(DbConnection connection, DbTransaction transaction, string document, CancellationToken cancellation)
    {
        await using var query = connection.Command(
            transaction, "SELECT max(at) FROM updates WHERE topic = @topic AND document_id = @document AND silent = 0", ("topic", topic), ("document", document));
        return await query.ExecuteScalarAsync(cancellation) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    /// <summary>Documents' own news since a moment, the newest first, at most <paramref name="most"/>.</summary>
    /// <param name="moment">Since when.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="before">Only what came before the update of that number; null: all.</param>
    /// <param name="keep">Of those looked at, which to give back; null: all.</param>
    public async Task<IReadOnlyList<StoredUpdate>> SinceAsync(DateTimeOffset moment, int most, CancellationToken cancellation, long? before = null, Func<StoredUpdate, bool>? keep = null)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, $"SELECT {Columns} FROM updates WHERE topic = @topic AND at >= @moment AND id < @before AND question IS NULL ORDER BY at DESC, id DESC LIMIT @most",
            ("topic", topic), ("moment", moment.ToUnixTimeMilliseconds()), ("before", before ?? long.MaxValue), ("most", (long)most));
        return await ReadAsync(query, keep, cancellation);
    }

    /// <summary>New answers to watched questions since a moment, the newest first; corrections of answers that somebody was given are none.</summary>
    public async Task<IReadOnlyList<StoredUpdate>> AnswersAsync(IReadOnlyCollection<string> questions, DateTimeOffset since, CancellationToken cancellation)
    {
        if (questions.Count == 0) return [];
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, $"SELECT {Columns} FROM updates WHERE topic = @topic AND at >= @since AND question IS NOT NULL ORDER BY at DESC, id DESC", ("topic", topic), ("since", since.ToUnixTimeMilliseconds()));
        return await ReadAsync(query, update => questions.Contains(update.Question ?? "") && !update.Content.IsCorrection, cancellation);
    }

    /// <summary>The news that a document itself brought and people were told, since a moment.</summary>
    public async Task<IReadOnlyList<StoredUpdate>> OfDocumentAsync(string document, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, $"SELECT {Columns} FROM updates WHERE topic = @topic AND document_id = @document AND at >= @since AND question IS NULL AND silent = 0 ORDER BY id",
            ("topic", topic), ("document", document), ("since", since.ToUnixTimeMilliseconds()));
        return await ReadAsync(query, null, cancellation);
    }

    /// <summary>The numbers of documents' own news that came after an update, the latest of them, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<long>> AfterAsync(long update, int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT id FROM updates WHERE topic = @topic AND id > @update AND question IS NULL ORDER BY id DESC LIMIT @most", ("topic", topic), ("update", update), ("most", (long)most));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var ids = new List<long>();
        while (await rows.ReadAsync(cancellation)) ids.Add(rows.GetInt64(0));
        return ids;
    }

    /// <summary>The updates of these numbers, or those of them that are to be kept; one that is gone is left out.</summary>
    public async Task<IReadOnlyList<StoredUpdate>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation, Func<StoredUpdate, bool>? keep = null)
    {
        if (ids.Count == 0) return [];
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, $"SELECT {string.Join(", ", Columns.Split(", ").Select(column => "u." + column))} FROM {database.Rows("@rows", "j", "id")} JOIN updates u ON u.id = j.id", ("rows", RowIds.Json(ids)));
        return await ReadAsync(query, keep, cancellation);
    }

    private static async Task<IReadOnlyList<StoredUpdate>> ReadAsync(DbCommand query, Func<StoredUpdate, bool>? keep, CancellationToken cancellation)
    {
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var updates = new List<StoredUpdate>();
        while (await rows.ReadAsync(cancellation))
        {
            var content = JsonSerializer.Deserialize(rows.GetString(5), UpdateJson.Default.UpdateContent) ?? throw new JsonException("An update's content is null.");
            var update = new StoredUpdate(
                rows.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), rows.GetString(2), rows.TextOrNull(3), rows.GetInt64(4) != 0,
                content with { Lines = [.. content.Lines.Select((line, i) => line with { Number = i })] });
            if (keep?.Invoke(update) != false) updates.Add(update);
        }
        return updates;
    }
}
