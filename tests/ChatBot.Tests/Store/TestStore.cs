using ChatBot.Store;
using Npgsql;
using Xunit;

namespace ChatBot.Tests.Store;

/// <summary>Which database a test runs against.</summary>
public enum StoreKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>An empty store of a test's own, gone with it: a file in a temporary folder, or a schema of the server that CHATBOT_TEST_POSTGRES names.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "chatbot-" + Guid.NewGuid().ToString("N"));
    private readonly string? _server;

    private TestStore(StoreKind kind)
    {
        if (kind == StoreKind.Sqlite)
        {
            Address = new StoreAddress.SqliteFile(Path.Combine(_folder, "store.db"));
            Database = StoreDatabase.At(Address);
            return;
        }
        _server = Environment.GetEnvironmentVariable("CHATBOT_TEST_POSTGRES");
        if (string.IsNullOrEmpty(_server))
        {
            const string missing = "No PostgreSQL server: set CHATBOT_TEST_POSTGRES to a connection string such as Host=127.0.0.1;Username=postgres;Database=postgres.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
            Assert.Skip(missing);
        }
        Execute($"CREATE SCHEMA {Schema}");
        Address = StoreAddress.Parse(_server + $";Search Path={Schema};Maximum Pool Size=8");
        Database = StoreDatabase.At(Address);
    }

    public StoreAddress Address { get; }

    public StoreDatabase Database { get; }

    private string Schema => Path.GetFileName(_folder).Replace('-', '_');

    /// <summary>Without any table.</summary>
    public static TestStore Empty(StoreKind kind) => new(kind);

    /// <summary>With the newest schema.</summary>
    public static async Task<TestStore> OpenAsync(StoreKind kind)
    {
        var store = new TestStore(kind);
        await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(TestContext.Current.CancellationToken);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_server is not null) Execute($"DROP SCHEMA {Schema} CASCADE");
        else if (Directory.Exists(_folder)) Directory.Delete(_folder, true);
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
