using ChatBot.Store;
using Npgsql;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>A store of the rig's own, gone with it.</summary>
internal sealed class RigStore : IAsyncDisposable
{
    private readonly Func<Task> _remove;

    private RigStore(string address, Func<Task> remove)
    {
        (Address, _remove) = (address, remove);
        Database = StoreDatabase.At(StoreAddress.Parse(address));
    }

    public string Address { get; }

    public StoreDatabase Database { get; }

    public string Kind => Address.StartsWith("Host", StringComparison.Ordinal) ? "PostgreSQL" : "SQLite";

    /// <param name="server">'Host=…' for PostgreSQL; empty for SQLite.</param>
    public static async Task<RigStore> MakeAsync(string server)
    {
        if (server.Length == 0)
        {
            var folder = Directory.CreateTempSubdirectory("crash-rig").FullName;
            return new RigStore(Path.Combine(folder, "store.db"), () =>
            {
                Directory.Delete(folder, true);
                return Task.CompletedTask;
            });
        }
        var schema = "rig_" + Guid.NewGuid().ToString("N");
        await ExecuteAsync(server, $"CREATE SCHEMA {schema}");
        return new RigStore($"{server};Search Path={schema};Maximum Pool Size=10", () => ExecuteAsync(server, $"DROP SCHEMA {schema} CASCADE"));
    }

    /// <summary>Makes the tables, and a row for each chat, platform after platform.</summary>
    public async Task PrepareAsync(SimulatedPlatforms platforms)
    {
        await new SchemaMigrator(Database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        foreach (var platform in new[] { RigWorker.Discord, RigWorker.Telegram })
            foreach (var chat in platforms.ChatsOn(platform))
                await connection.ExecuteAsync(null, $"INSERT INTO chats (platform, chat, thread, leased_until, claim) VALUES ('{platform}', '{chat}', '', 0, 0)", CancellationToken.None);
    }

    /// <summary>How many updates are written down, and how many deliveries have not ended.</summary>
    public async Task<(long Written, long Waiting)> StandingAsync()
    {
        await using var connection = await Database.OpenAsync(CancellationToken.None);
        var written = await connection.NumberAsync(null, "SELECT count(*) FROM updates", CancellationToken.None);
        return (written, await connection.NumberAsync(null, "SELECT count(*) FROM deliveries WHERE ended_at IS NULL", CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _remove();
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
