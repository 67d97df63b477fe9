using System.Data.Common;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

public sealed class SchemaTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_databases_have_the_same_tables_and_columns()
    {
        await using var sqlite = await TestStore.OpenAsync(StoreKind.Sqlite);
        await using var postgres = await TestStore.OpenAsync(StoreKind.PostgreSql);
        Assert.Equal(Print(await ColumnsAsync(sqlite, StoreKind.Sqlite)), Print(await ColumnsAsync(postgres, StoreKind.PostgreSql)));

        static string Print(Dictionary<string, List<string>> tables) => string.Join('\n', tables.OrderBy(table => table.Key, StringComparer.Ordinal).SelectMany(
            table => table.Value.Order(StringComparer.Ordinal).Select(column => $"{table.Key}.{column}")))
            .Replace(" bigint", " integer").Replace(" boolean", " integer").Replace(" bytea", " blob");
    }

    [Theory, EachDatabase]
    public async Task Migrating_again_changes_nothing(StoreKind kind)
    {
        await using var store = TestStore.Empty(kind);
        Assert.Equal(0, await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation));
        Assert.Equal(SchemaMigrator.NewestVersion, await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation));
    }

    [Theory, EachDatabase]
    public async Task A_script_whose_number_lies_below_one_applied_is_applied_too(StoreKind kind)
    {
        // Features number their scripts apart, so a store may have had a higher one first.
        await using var store = await TestStore.OpenAsync(kind);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(null, "DROP TABLE seen_updates", Cancellation);
            await connection.ExecuteAsync(null, "DELETE FROM schema_versions WHERE version = 2", Cancellation);
        }
        Assert.Equal(SchemaMigrator.NewestVersion, await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation));
        Assert.Contains("seen_updates", (await ColumnsAsync(store, kind)).Keys);
    }

    [Theory, EachDatabase]
    public async Task Several_processes_may_migrate_at_once(StoreKind kind)
    {
        await using var store = TestStore.Empty(kind);
        var found = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation), Cancellation)));
        Assert.Single(found, version => version == 0);
    }

    [Theory, EachDatabase]
    public async Task A_store_of_a_newer_program_is_refused_in_words(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
            await connection.ExecuteAsync(null, "INSERT INTO schema_versions (version, applied_at) VALUES (999, 0)", Cancellation);
        var refused = await Assert.ThrowsAsync<StoreException>(() => new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation));
        Assert.Contains("newer ChatBot", refused.Message);
        Assert.Contains("999", refused.Message);
    }

    [Theory, EachDatabase]
    public async Task A_script_with_a_number_between_is_made_up_for(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var connection = await store.Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync(null, "DROP TABLE seen_updates", Cancellation);
        await connection.ExecuteAsync(null, "DELETE FROM schema_versions WHERE version = 2", Cancellation);
        await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation);
        Assert.Equal(0, await connection.NumberAsync(null, "SELECT count(*) FROM seen_updates", Cancellation));
    }

    [Fact]
    public async Task SQLite_is_set_to_lose_nothing()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await using var connection = await store.Database.OpenAsync(Cancellation);
        Assert.Equal("wal", await ScalarAsync("PRAGMA journal_mode"));
        Assert.Equal(2L, await ScalarAsync("PRAGMA synchronous"));
        Assert.Equal(1L, await ScalarAsync("PRAGMA foreign_keys"));
        Assert.Equal(10_000L, await ScalarAsync("PRAGMA busy_timeout"));

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = connection.Command(null, sql);
            return await command.ExecuteScalarAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_in_words_and_left_alone()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, string.Join('\n', Enumerable.Repeat("These are the operator's own notes.", 100)), Cancellation);
            var before = await File.ReadAllBytesAsync(file, Cancellation);
            await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(file));
            var refused = await Assert.ThrowsAsync<StoreException>(() => new SchemaMigrator(database, TimeProvider.System).MigrateAsync(Cancellation));
            Assert.Contains(file, refused.Message);
            Assert.Contains("no SQLite file", refused.Message);
            Assert.Equal(before, await File.ReadAllBytesAsync(file, Cancellation));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_without_its_password()
    {
        await using var database = StoreDatabase.At(StoreAddress.Parse("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=geheim;Timeout=2"));
        var refused = await Assert.ThrowsAsync<StoreException>(() => database.OpenAsync(Cancellation));
        Assert.Contains("127.0.0.1", refused.Message);
        Assert.DoesNotContain("geheim", refused.Message);
    }

    private static async Task<Dictionary<string, List<string>>> ColumnsAsync(TestStore store, StoreKind kind)
    {
        await using var connection = await store.Database.OpenAsync(Cancellation);
        await using var command = connection.Command(null, kind == StoreKind.Sqlite
            ? "SELECT t.name, c.name, lower(c.type), c.\"notnull\" = 1 FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
            : "SELECT table_name, column_name, data_type, is_nullable = 'NO' FROM information_schema.columns WHERE table_schema = current_schema()");
        await using DbDataReader rows = await command.ExecuteReaderAsync(Cancellation);
        var tables = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (await rows.ReadAsync(Cancellation))
        {
            if (!tables.TryGetValue(rows.GetString(0), out var columns)) tables.Add(rows.GetString(0), columns = []);
            columns.Add($"{rows.GetString(1)} {rows.GetString(2)}{(rows.GetBoolean(3) ? " not null" : "")}");
        }
        return tables;
    }
}
