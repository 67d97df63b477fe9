using System.Data.Common;

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

    /// <summary>What a query for rows to work on ends with, so that no two processes get the same; "" where one transaction is at work at a time.</summary>
    public abstract string LockOrSkip { get; }

    /// <summary>A query for the database's own time in milliseconds since 1970, by which processes on several machines agree; "" where there is but one machine.</summary>
    public abstract string ClockQuery { get; }

    /// <summary>What a query ends with so that nobody else changes its rows of one table before the transaction ends; "" as above.</summary>
    public abstract string Lock(string alias);

    /// <summary>
    /// A table, for a <c>FROM</c> clause, out of a parameter that holds a JSON list of objects: many rows in one statement.
    /// </summary>
    /// <param name="parameter">The parameter, with its @.</param>
    /// <param name="alias">The table's name in the statement.</param>
    /// <param name="columns">The objects' fields; of a name that ends in "_text" the value is a text, otherwise a whole number.</param>
    public abstract string Rows(string parameter, string alias, params IReadOnlyList<string> columns);

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

    /// <summary>
    /// Waits for its turn to write, where one connection at a time can: the others would be made to sleep on their threads, and tried again only now
    /// and then. Disposing of it lets the next one write.
    /// </summary>
    public virtual ValueTask<IDisposable?> WriteTurnAsync(CancellationToken cancellation) => new(default(IDisposable));

    public abstract ValueTask DisposeAsync();
}
