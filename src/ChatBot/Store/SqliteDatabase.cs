using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChatBot.Store;

/// <summary>A SQLite file in write-ahead mode: readers never wait, and a commit is on the disk before it returns.</summary>
internal sealed class SqliteDatabase(StoreAddress.SqliteFile address) : StoreDatabase
{
    // WAL is a property of the file and stays; the others are the connection's own. FULL is what makes a commit survive loss of power.
    private const string Setup = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

    private readonly string _making = ConnectionString(address, SqliteOpenMode.ReadWriteCreate);
    private readonly string _using = ConnectionString(address, SqliteOpenMode.ReadWrite);

    /// <summary>Whether this process has had the file open. From then on it is not made anew: an empty store in its place would take what is written, and know nothing.</summary>
    private volatile bool _isMade;

    private readonly SemaphoreSlim _writer = new(1);

    /// <summary>The open files of the pool that are set up: they stay so from one use to the next.</summary>
    private readonly ConditionalWeakTable<sqlite3, object> _setUp = [];

    public override string Description => address.ToString();

    public override string Dialect => "sqlite";

    public override string VersionTableQuery => "SELECT count(*) FROM sqlite_master WHERE name = 'schema_versions'";

    public override string SchemaLock => "";

    public override string IngestLock => "";

    public override string ClockQuery => "";

    public override string LockOrSkip => "";

    public override string Lock(string alias) => "";

    public override string Rows(string parameter, string alias, params IReadOnlyList<string> columns) =>
        $"(SELECT {string.Join(", ", columns.Select(column => $"json_extract(value, '$.{column}') AS {column}"))} FROM json_each({parameter})) AS {alias}";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        if (_isMade && !File.Exists(address.Path))
        {
            // Connections that are open would go on writing into the file that nobody can find any more, even once another is in its place.
            LetGo();
            throw new StoreException($"The store {address.Path} is gone: it was deleted or moved away while this program used it, and nothing is written meanwhile. Stop the program, put the file back or restore a backup, and start it.");
        }
        SqliteConnection? connection = null;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(address.Path)) is { } folder) Directory.CreateDirectory(folder);
            connection = new SqliteConnection(_isMade ? _using : _making);
            await connection.OpenAsync(cancellation);
            if (connection.Handle is { } file && !_setUp.TryGetValue(file, out _))
            {
                // The first statement that looks into the file, and so finds out whether it is a database; pragmas swallow that error.
                await connection.NumberAsync(null, "SELECT count(*) FROM sqlite_master", cancellation);
                await connection.ExecuteAsync(null, Setup, cancellation);
                _setUp.AddOrUpdate(file, Setup);
            }
            _isMade = true;
            return connection;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            if (connection is not null) await connection.DisposeAsync();
            throw new StoreException(failure is SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT }
                ? $"The store {address.Path} is damaged or no SQLite file; move it away, or restore a backup."
                : $"The store {address.Path} can't be opened ({failure.Message}); check that its folder exists, is writable and has room, or set another path as Store.", failure);
        }
    }

    /// <summary>Deferred: the usual transaction takes the writer's lock at once.</summary>
    public override ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation) =>
        ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    public override async ValueTask<IDisposable?> WriteTurnAsync(CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        return new Turn(_writer);
    }

    public override ValueTask DisposeAsync()
    {
        LetGo();
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the file, so that the last close writes the log back into it.</summary>
    private void LetGo()
    {
        foreach (var kind in (string[])[_making, _using])
        {
            using var connection = new SqliteConnection(kind);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static string ConnectionString(StoreAddress.SqliteFile address, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = address.Path, ForeignKeys = true, DefaultTimeout = 30, Mode = mode }.ConnectionString;

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}
