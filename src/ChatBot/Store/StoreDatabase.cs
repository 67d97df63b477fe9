using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Store;

/// <summary>One of the two databases: what differs between them is here, and nowhere else. Safe for use by many threads.</summary>
internal abstract class StoreDatabase : IAsyncDisposable
{
    /// <summary>For messages; holds no password.</summary>
    public abstract string Description { get; }

    /// <summary>Which of the scripts in <c>Schema/</c> are this database's: <c>NNN.sqlite.sql</c> or <c>NNN.postgresql.sql</c>.</summary>
    public abstract string Dialect { get; }

    /// <summary>A query for a number above 0 where the table of schema versions exists.</summary>
    public abstract string VersionTableQuery { get; }

    /// <summary>Statements that keep other processes from changing the schema until the transaction ends; "" where a transaction does so by itself.</summary>
    public abstract string SchemaLock { get; }

    /// <summary>As <see cref="SchemaLock"/>, for the documents.</summary>
    public abstract string IngestLock { get; }

    public static StoreDatabase At(StoreAddress address) => address switch
    {
        StoreAddress.SqliteFile file => new SqliteDatabase(file),
        StoreAddress.PostgreSqlServer server => new PostgreSqlDatabase(server),
        _ => throw new ArgumentOutOfRangeException(nameof(address), address, "Not a store address."),
    };

    /// <summary>An open connection, which the caller disposes of.</summary>
    /// <exception cref="StoreException">The database can't be reached or is none.</exception>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>A transaction whose statements all see one moment, and which makes no writer wait.</summary>
    public abstract ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Sets an Entity Framework context up on <paramref name="connection"/>, which it disposes of with itself.</summary>
    public abstract void Configure(DbContextOptionsBuilder options, DbConnection connection);

    /// <summary>
    /// Waits for its turn to write, where one connection at a time can: the others would be made to sleep on their threads, and tried again only now
    /// and then. Disposing of it lets the next one write.
    /// </summary>
    public virtual ValueTask<IDisposable?> WriteTurnAsync(CancellationToken cancellation) => new(default(IDisposable));

    public abstract ValueTask DisposeAsync();
}
