using ChatBot.Knowledge.Documents;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

/// <summary>Every single call to the database fails in turn, once or from then on; afterwards the store is as before or as if all had gone well.</summary>
public sealed class FailingCallTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 23, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_save_that_fails_anywhere_stores_nothing_and_succeeds_when_tried_again(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        foreach (var forEver in new[] { false, true })
        {
            var failed = 0;
            for (var failAt = 1; ; failAt++)
            {
                var topic = $"{failAt} {forEver}";
                var healthy = new DocumentStore(store.Database, topic);
                await healthy.SaveAsync(new Ingest([StoredSamples.Plain("a", "Old.")], "test", "b", Now), Cancellation);

                var faults = new FaultyDatabase(store.Database) { FailAt = failAt, ForEver = forEver };
                var save = await Record.ExceptionAsync(() => new DocumentStore(faults, topic).SaveAsync(new Ingest([StoredSamples.Plain("a", "New one.", "New two."), StoredSamples.Plain("b", "Other.")], "test", "b", Now), Cancellation));
                if (save is null)
                {
                    Assert.Equal(failAt - 1, faults.Calls);
                    break;
                }
                Assert.IsType<InjectedFault>(save);
                failed++;
                Assert.Equal(["Old."], await FactsAsync(healthy));
                Assert.Null(Assert.Single(await healthy.HistoryAsync(DocumentId.Parse("a"), Cancellation)).ReplacedAt);

                await healthy.SaveAsync(new Ingest([StoredSamples.Plain("a", "New one.", "New two."), StoredSamples.Plain("b", "Other.")], "test", "b", Now), Cancellation);
                Assert.Equal(["New one.", "New two.", "Other."], await FactsAsync(healthy));
            }
            Assert.InRange(failed, 10, 30);
        }
    }

    [Theory, EachDatabase]
    public async Task A_migration_that_fails_anywhere_leaves_no_half_schema(StoreKind kind)
    {
        var failed = 0;
        for (var failAt = 1; ; failAt++)
        {
            await using var store = TestStore.Empty(kind);
            var migration = await Record.ExceptionAsync(() => new SchemaMigrator(new FaultyDatabase(store.Database) { FailAt = failAt }, TimeProvider.System).MigrateAsync(Cancellation));
            if (migration is null) break;
            Assert.IsType<InjectedFault>(migration);
            failed++;
            await using (var connection = await store.Database.OpenAsync(Cancellation))
                Assert.Equal(0, await connection.NumberAsync(null, store.Database.VersionTableQuery, Cancellation));
            Assert.Equal(0, await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation));
            Assert.Equal(SchemaMigrator.NewestVersion, await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation));
        }
        Assert.InRange(failed, 5, 60);
    }

    private static async Task<string[]> FactsAsync(DocumentStore documents) =>
        [.. (await documents.LoadAsync(Cancellation)).SelectMany(document => document.Content.Facts).Select(fact => fact.Text)];
}
