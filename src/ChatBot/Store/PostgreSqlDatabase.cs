using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace ChatBot.Store;

/// <summary>A PostgreSQL database, which several replicas may share. Always the primary: a standby may lag, and the store must not.</summary>
internal sealed class PostgreSqlDatabase(StoreAddress.PostgreSqlServer address) : StoreDatabase
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(address.ConnectionString);

    public override string Description => address.ToString();

    public override string Dialect => "postgresql";

    public override string VersionTableQuery => "SELECT count(*) FROM pg_class WHERE oid = to_regclass('schema_versions')";

    /// <summary>An advisory lock, for at first there is no table to lock. The number is this program's own, arbitrary and fixed.</summary>
    public override string SchemaLock => "SELECT pg_advisory_xact_lock(7244021886)";

    public override string IngestLock => "LOCK TABLE documents IN SHARE ROW EXCLUSIVE MODE";

    public override string ClockQuery => "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    public override string LockOrSkip => " FOR NO KEY UPDATE SKIP LOCKED";

    public override string Lock(string alias) => $" FOR NO KEY UPDATE OF {alias}";

    public override string Rows(string parameter, string alias, params IReadOnlyList<string> columns) =>
        $"jsonb_to_recordset({parameter}::jsonb) AS {alias}({string.Join(", ", columns.Select(column => $"{column} {(column.EndsWith("_text", StringComparison.Ordinal) ? "text" : "bigint")}"))})";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancellation);
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException)
        {
            throw new StoreException($"The store ({address}) can't be reached: {failure.Message}. Check that the server runs, and the host, database, user and password in Store.", failure);
        }
    }

    public override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation) =>
        connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
