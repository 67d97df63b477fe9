using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using ChatBot.Store;

namespace ChatBot.Tests.Store;

/// <summary>What a failing disk or server does to a call.</summary>
internal sealed class InjectedFault() : DbException("injected fault");

/// <summary>A database whose Nth call fails: opening, beginning, a statement, or a commit (before it reaches the database, or after).</summary>
internal sealed class FaultyDatabase(StoreDatabase inner) : StoreDatabase
{
    /// <summary>Calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Which call fails, counted from 1; 0: none.</summary>
    public int FailAt { get; init; }

    /// <summary>Whether a commit that fails was carried out all the same: the error came on the way back.</summary>
    public bool AppliesCommits { get; init; }

    /// <summary>Whether every call after it fails too.</summary>
    public bool ForEver { get; init; }

    public override string Description => inner.Description;

    public override string Dialect => inner.Dialect;

    public override string VersionTableQuery => inner.VersionTableQuery;

    public override string SchemaLock => inner.SchemaLock;

    public override string IngestLock => inner.IngestLock;

    public override string ClockQuery => inner.ClockQuery;

    public override string LockOrSkip => inner.LockOrSkip;

    public override string Lock(string alias) => inner.Lock(alias);

    public override string Rows(string parameter, string alias, params IReadOnlyList<string> columns) => inner.Rows(parameter, alias, columns);

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        Count();
        return new FaultyConnection(this, await inner.OpenAsync(cancellation));
    }

    public override async ValueTask<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellation)
    {
        Count();
        return new FaultyTransaction(this, connection, await inner.BeginSnapshotAsync(((FaultyConnection)connection).Inner, cancellation));
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Count()
    {
        Calls++;
        if (FailAt > 0 && (Calls == FailAt || (ForEver && Calls > FailAt))) throw new InjectedFault();
    }

    private sealed class FaultyConnection(FaultyDatabase faults, DbConnection inner) : DbConnection
    {
        public DbConnection Inner => inner;

        [AllowNull]
        public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

        public override void Close() => inner.Close();

        public override void Open() => inner.Open();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel)
        {
            faults.Count();
            return new FaultyTransaction(faults, this, inner.BeginTransaction(isolationLevel));
        }

        protected override DbCommand CreateDbCommand() => new FaultyCommand(faults, inner.CreateCommand());

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class FaultyTransaction(FaultyDatabase faults, DbConnection connection, DbTransaction inner) : DbTransaction
    {
        public DbTransaction Inner => inner;

        public override IsolationLevel IsolationLevel => inner.IsolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
            if (faults.AppliesCommits) inner.Commit();
            faults.Count();
            if (!faults.AppliesCommits) inner.Commit();
        }

        public override void Rollback() => inner.Rollback();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class FaultyCommand(FaultyDatabase faults, DbCommand inner) : DbCommand
    {
        private DbTransaction? _transaction;

        [AllowNull]
        public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

        public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

        public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

        protected override DbConnection? DbConnection { get; set; }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => _transaction;
            set
            {
                _transaction = value;
                inner.Transaction = (value as FaultyTransaction)?.Inner;
            }
        }

        public override void Cancel() => inner.Cancel();

        public override int ExecuteNonQuery()
        {
            faults.Count();
            return inner.ExecuteNonQuery();
        }

        public override object? ExecuteScalar()
        {
            faults.Count();
            return inner.ExecuteScalar();
        }

        public override void Prepare() => inner.Prepare();

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
        {
            faults.Count();
            return inner.ExecuteReader(behavior);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
