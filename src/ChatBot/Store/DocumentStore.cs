using System.Data.Common;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Store;

/// <summary>
/// The documents of one topic and their facts. Plain SQL, because the start of the service reads all of it: measured, Entity Framework's first
/// query costs 650 ms and 30 MB, this 40 ms and 4 MB. Safe for use by many threads and processes.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="topic">The topic's id.</param>
/// <param name="whenStored">Who is told of each save that changes something, within its transaction.</param>
internal sealed class DocumentStore(StoreDatabase database, string topic, params IReadOnlyList<IDocumentsStored> whenStored)
{
    /// <summary>The current documents with their facts, by id.</summary>
    public async Task<IReadOnlyList<StoredDocument>> LoadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        // One moment, so that a save in between can't pair one version's text with another's facts.
        await using var transaction = await database.BeginSnapshotAsync(connection, cancellation);
        var documents = new SortedDictionary<string, (StoredDocument Document, List<Fact> Facts)>(StringComparer.Ordinal);
        await using (var command = connection.Command(
            transaction, $"SELECT {DocumentRows.DocumentColumns} FROM documents WHERE topic = @topic AND replaced_at IS NULL", ("topic", topic)))
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                documents.Add(rows.GetString(0), (DocumentRows.ReadDocument(rows), []));

        await using (var command = connection.Command(
            transaction, $"SELECT {DocumentRows.FactColumns} FROM facts WHERE topic = @topic ORDER BY document_id, number", ("topic", topic)))
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
            {
                var (document, facts) = documents[rows.GetString(0)];
                facts.Add(DocumentRows.ReadFact(rows, document.Content.Document));
            }
        return [.. documents.Values.Select(entry => entry.Document with { Content = entry.Document.Content with { Facts = entry.Facts } })];
    }

    /// <summary>
    /// Does all of <paramref name="ingest"/> or, where anything fails, nothing. The same content on the same basis changes nothing; other content
    /// under a known id becomes the next version, the old text is kept, and the facts are replaced. What <see cref="Ingest.MayReplace"/> protects is left as it is.
    /// </summary>
    /// <returns>What became of each document, in the order given.</returns>
    /// <exception cref="ArgumentException">Two documents have one id, or a fact's text doesn't stand where it says.</exception>
    public async Task<IReadOnlyList<SaveOutcome>> SaveAsync(Ingest ingest, CancellationToken cancellation)
    {
        Check(ingest.Documents);
        await using var connection = await database.OpenAsync(cancellation);
        if (whenStored.Count > 0) await PrepareAsync(connection, ingest, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (database.IngestLock.Length > 0) await connection.ExecuteAsync(transaction, database.IngestLock, cancellation);
        foreach (var id in ingest.Withdrawn) await RetireAsync(connection, transaction, id, ingest.At, cancellation);
        var outcomes = new List<SaveOutcome>(ingest.Documents.Count);
        foreach (var document in ingest.Documents) outcomes.Add(await SaveAsync(connection, transaction, document, ingest, cancellation));
        if (ingest.Withdrawn.Count > 0 || outcomes.Exists(outcome => outcome.HasChanged))
        {
            await CountChangeAsync(connection, transaction, cancellation);
            foreach (var listener in whenStored) await listener.StoredAsync(new DocumentsStored(topic, ingest, outcomes), connection, transaction, cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return outcomes;
    }

    /// <summary>A number that grows with every save that changes something, whichever process does it.</summary>
    public async Task<long> ChangesAsync(CancellationToken cancellation) => await FindChangesAsync(cancellation) ?? 0;

    /// <summary>As <see cref="ChangesAsync"/>; null where nothing was ever saved of the topic, nor its beginning noted.</summary>
    public async Task<long?> FindChangesAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.Command(null, "SELECT number FROM document_changes WHERE topic = @topic", ("topic", topic));
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    /// <summary>By which way the documents that are in use came, for those of <paramref name="ids"/> that are.</summary>
    public async Task<IReadOnlyDictionary<DocumentId, string>> OriginsAsync(IEnumerable<DocumentId> ids, CancellationToken cancellation)
    {
        var origins = new Dictionary<DocumentId, string>();
        await using var connection = await database.OpenAsync(cancellation);
        foreach (var id in ids)
        {
            await using var command = connection.Command(null, "SELECT origin FROM documents WHERE topic = @topic AND id = @id AND replaced_at IS NULL", ("topic", topic), ("id", id.Value));
            if (await command.ExecuteScalarAsync(cancellation) is string origin) origins[id] = origin;
        }
        return origins;
    }

    /// <summary>Notes that the topic is kept here, where nothing was saved of it yet.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.Command(null, "INSERT INTO document_changes (topic, number) VALUES (@topic, 0) ON CONFLICT (topic) DO NOTHING", ("topic", topic));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The documents that came by that origin and are in use, and those that were taken out of use since a moment.</summary>
    public async Task<(IReadOnlyList<string> InUse, IReadOnlyList<string> TakenOut)> OfOriginAsync(string origin, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.Command(
            null,
            """
            SELECT id, max(CASE WHEN replaced_at IS NULL AND origin = @origin THEN 1 ELSE 0 END) FROM documents WHERE topic = @topic
            GROUP BY id HAVING max(CASE WHEN origin = @origin THEN 1 ELSE 0 END) = 1 AND (max(CASE WHEN replaced_at IS NULL THEN 1 ELSE 0 END) = 1 OR max(replaced_at) >= @since) ORDER BY id
            """,
            ("topic", topic), ("origin", origin), ("since", since.ToUnixTimeMilliseconds()));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var (inUse, takenOut) = (new List<string>(), new List<string>());
        while (await rows.ReadAsync(cancellation)) (Convert.ToInt64(rows.GetValue(1), System.Globalization.CultureInfo.InvariantCulture) == 1 ? inUse : takenOut).Add(rows.GetString(0));
        return (inUse, takenOut);
    }

    /// <summary>All versions of a document, the oldest first; empty where there never was one of this id.</summary>
    public async Task<IReadOnlyList<DocumentVersion>> HistoryAsync(DocumentId id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.Command(
            null, "SELECT version, received_at, replaced_at, encoding, received FROM documents WHERE topic = @topic AND id = @id ORDER BY version",
            ("topic", topic), ("id", id.Value));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<DocumentVersion>();
        while (await rows.ReadAsync(cancellation))
            versions.Add(new DocumentVersion(
                rows.GetInt32(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)),
                rows.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)), StoredText.FromBytes(rows.GetFieldValue<byte[]>(4), rows.GetString(3))));
        return versions;
    }

    /// <summary>The ids of all documents that are or ever were.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.Command(null, "SELECT DISTINCT id FROM documents WHERE topic = @topic ORDER BY id", ("topic", topic));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<string>();
        while (await rows.ReadAsync(cancellation)) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>All versions of a document as they were read, the newest first, without their facts; a statement once told must stand in one of them.</summary>
    public async Task<IReadOnlyList<KeptVersion>> VersionsAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.Command(
            null, $"SELECT {DocumentRows.DocumentColumns}, replaced_at AS over_at FROM documents WHERE topic = @topic AND id = @id ORDER BY version DESC", ("topic", topic), ("id", id));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var versions = new List<KeptVersion>();
        while (await rows.ReadAsync(cancellation)) versions.Add(new KeptVersion(DocumentRows.ReadDocument(rows).Content.Document, rows.IsDBNull(rows.FieldCount - 1)));
        return versions;
    }

    private async Task CountChangeAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            transaction, "INSERT INTO document_changes (topic, number) VALUES (@topic, 1) ON CONFLICT (topic) DO UPDATE SET number = document_changes.number + 1", ("topic", topic));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static void Check(IReadOnlyList<DocumentFacts> documents)
    {
        var seen = new HashSet<DocumentId>();
        foreach (var (document, facts) in documents)
        {
            if (!seen.Add(document.Id)) throw new ArgumentException($"Two documents to be saved together have the id '{document.Id}'.", nameof(documents));
            foreach (var fact in facts)
                if (fact.Id.Document != document.Id || fact.Span.End > document.Text.Length || document.At(fact.Span) != fact.Text)
                    throw new ArgumentException($"The text of fact {fact.Id} doesn't stand at {fact.Span.Start} to {fact.Span.End} of document '{document.Id}'.", nameof(documents));
        }
    }

    /// <summary>Nobody can write while a transaction does, so what follows from the documents is worked out before it.</summary>
    private async Task PrepareAsync(DbConnection connection, Ingest ingest, CancellationToken cancellation)
    {
        var changing = new List<DocumentFacts>();
        foreach (var document in ingest.Documents)
        {
            var newest = await FindAsync(connection, null, document.Document.Id, cancellation);
            if (newest?.Hash != DocumentRows.ContentHash(document.Document) && newest?.MayBeReplaced(ingest) != false) changing.Add(document);
        }
        if (changing.Count == 0) return;
        foreach (var listener in whenStored) await listener.PrepareAsync(ingest, changing, connection, cancellation);
    }

    private async Task<SaveOutcome> SaveAsync(DbConnection connection, DbTransaction transaction, DocumentFacts content, Ingest ingest, CancellationToken cancellation)
    {
        var id = content.Document.Id;
        var hash = DocumentRows.ContentHash(content.Document);
        var newest = await FindAsync(connection, transaction, id, cancellation);
        if (newest is { } held && !held.MayBeReplaced(ingest)) return new SaveOutcome(id, SaveEffect.Kept, held.Version) { KeptOrigin = held.Origin };
        if (newest is { IsCurrent: true } same && same.Hash == hash)
        {
            if (same.Basis == ingest.Basis) return new SaveOutcome(id, SaveEffect.Unchanged, same.Version);
            await DeleteAsync(connection, transaction, id, same.Version, cancellation);
            await InsertAsync(connection, transaction, content, same.Version, hash, ingest with { Origin = same.Origin, At = same.ReceivedAt }, cancellation);
            return new SaveOutcome(id, SaveEffect.Redrawn, same.Version);
        }
        if (newest is { IsCurrent: true }) await RetireAsync(connection, transaction, id, ingest.At, cancellation);
        var version = (newest?.Version ?? 0) + 1;
        await InsertAsync(connection, transaction, content, version, hash, ingest, cancellation);
        return new SaveOutcome(id, newest is { IsCurrent: true } ? SaveEffect.Revised : newest?.Hash == hash ? SaveEffect.Restored : SaveEffect.Added, version);
    }

    private async Task<NewestVersion?> FindAsync(DbConnection connection, DbTransaction? transaction, DocumentId id, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            transaction, "SELECT version, content_hash, origin, basis, received_at, replaced_at FROM documents WHERE topic = @topic AND id = @id ORDER BY version DESC LIMIT 1",
            ("topic", topic), ("id", id.Value));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? new NewestVersion(rows.GetInt32(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)), rows.IsDBNull(5)) : null;
    }

    private async Task InsertAsync(
        DbConnection connection, DbTransaction transaction, DocumentFacts content, int version, string hash, Ingest ingest, CancellationToken cancellation)
    {
        await using (var command = Insert("documents", DocumentRows.Values(content.Document, topic, version, hash, ingest.Origin, ingest.Basis, ingest.At)))
            await command.ExecuteNonQueryAsync(cancellation);
        if (content.Facts.Count == 0) return;

        await using var facts = Insert("facts", DocumentRows.Values(content.Facts[0], topic, version));
        foreach (var fact in content.Facts)
        {
            foreach (var (name, value) in DocumentRows.Values(fact, topic, version)) facts.Parameters[name].Value = value ?? DBNull.Value;
            await facts.ExecuteNonQueryAsync(cancellation);
        }

        DbCommand Insert(string table, (string Name, object? Value)[] values) => connection.Command(
            transaction,
            $"INSERT INTO {table} ({string.Join(", ", values.Select(value => value.Name))}) VALUES ({string.Join(", ", values.Select(value => "@" + value.Name))})", values);
    }

    private async Task DeleteAsync(DbConnection connection, DbTransaction transaction, DocumentId id, int version, CancellationToken cancellation)
    {
        await using var command = connection.Command(
            transaction, "DELETE FROM documents WHERE topic = @topic AND id = @id AND version = @version", ("topic", topic), ("id", id.Value), ("version", version));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task RetireAsync(DbConnection connection, DbTransaction transaction, DocumentId id, DateTimeOffset at, CancellationToken cancellation)
    {
        await using (var facts = connection.Command(transaction, "DELETE FROM facts WHERE topic = @topic AND document_id = @id", ("topic", topic), ("id", id.Value)))
            await facts.ExecuteNonQueryAsync(cancellation);
        await using var document = connection.Command(
            transaction, "UPDATE documents SET replaced_at = @at WHERE topic = @topic AND id = @id AND replaced_at IS NULL",
            ("at", at.ToUnixTimeMilliseconds()), ("topic", topic), ("id", id.Value));
        await document.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record NewestVersion(int Version, string Hash, string Origin, string Basis, DateTimeOffset ReceivedAt, bool IsCurrent)
    {
        public bool MayBeReplaced(Ingest ingest) => !IsCurrent || ingest.MayReplace?.Invoke(Origin) != false;
    }
}
