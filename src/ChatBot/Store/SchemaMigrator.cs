using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace ChatBot.Store;

/// <summary>
/// Brings a database to the newest schema by the numbered scripts in <c>Schema/</c>, each once, in their order, all in one transaction. Numbers may have
/// gaps, which a later program may fill. Plain scripts, so that the usual start costs one query: Entity Framework's own migrations would cost half a second of it.
/// </summary>
internal sealed class SchemaMigrator(StoreDatabase database, TimeProvider time)
{
    private static readonly IReadOnlySet<int> Versions = Scripts("sqlite").Keys.ToHashSet();

    /// <summary>The newest schema that this program knows.</summary>
    public static int NewestVersion { get; } = Versions.Max();

    /// <summary>Applies what is missing; several processes may do so at once.</summary>
    /// <returns>The version found; 0 for a new store.</returns>
    /// <exception cref="StoreException">The store can't be opened, or a newer program wrote it.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var applied = await AppliedAsync(database, connection, null, cancellation);
        if (applied.SetEquals(Versions)) return NewestVersion;

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (database.SchemaLock.Length > 0) await connection.ExecuteAsync(transaction, database.SchemaLock, cancellation);
        applied = await AppliedAsync(database, connection, transaction, cancellation); // Another process may have been faster.
        var found = applied.Count == 0 ? 0 : applied.Max();
        if (applied.Except(Versions).Any())
            throw new StoreException(
                $"The store ({database.Description}) was written by a newer ChatBot: its schema is {applied.Except(Versions).Max()}, this program knows up to {NewestVersion}. Update ChatBot, or restore a backup from before.");
        foreach (var (version, script) in Scripts(database.Dialect).Where(script => !applied.Contains(script.Key)).OrderBy(script => script.Key))
        {
            await connection.ExecuteAsync(transaction, script, cancellation);
            await using var mark = connection.Command(
                transaction, "INSERT INTO schema_versions (version, applied_at) VALUES (@version, @applied_at)",
                ("version", version), ("applied_at", time.GetUtcNow().ToUnixTimeMilliseconds()));
            await mark.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return found;
    }

    /// <summary>Whether a store has the newest schema; changes nothing.</summary>
    public static async Task<bool> IsCurrentAsync(StoreDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (await AppliedAsync(database, connection, null, cancellation)).SetEquals(Versions);
    }

    private static async Task<HashSet<int>> AppliedAsync(StoreDatabase database, DbConnection connection, DbTransaction? within, CancellationToken cancellation)
    {
        var versions = new HashSet<int>();
        if (await connection.NumberAsync(within, database.VersionTableQuery, cancellation) == 0) return versions;
        await using var query = connection.Command(within, "SELECT version FROM schema_versions");
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) versions.Add(rows.GetInt32(0));
        return versions;
    }

    private static Dictionary<int, string> Scripts(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var suffix = $".{dialect}.sql";
        var scripts = new Dictionary<int, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The script {name} is not part of the assembly."));
            scripts.Add(int.Parse(name.AsSpan(0, name.Length - suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
        return scripts;
    }
}
