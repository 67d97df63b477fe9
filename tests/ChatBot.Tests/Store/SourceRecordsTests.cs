using ChatBot.Knowledge.Documents;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

public sealed class SourceRecordsTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 24, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_source_is_claimed_by_one_process_and_not_before_it_is_due(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var records = new SourceRecords(store.Database, "t");
        var claims = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => records.ClaimAsync("wire", "https://a", Now, Now.AddMinutes(i), Cancellation), Cancellation)));
        var holder = Assert.Single(claims.Index(), claim => claim.Item.Claimed).Index + 1;

        await records.SaveAsync(claims[0].State with { NextAt = Now.AddHours(1), Documents = 3, ETag = "\"x\"", CaughtUp = true }, Now.AddMinutes(holder), Cancellation);
        var (state, early) = await records.ClaimAsync("wire", "https://a", Now.AddMinutes(30), Now.AddMinutes(40), Cancellation);
        Assert.Equal((false, 3, "\"x\"", true, Now.AddHours(1)), (early, state.Documents, state.ETag, state.CaughtUp, state.NextAt));
        Assert.True((await records.ClaimAsync("wire", "https://a", Now.AddHours(1), Now.AddHours(2), Cancellation)).Claimed);
    }

    [Theory, EachDatabase]
    public async Task A_source_that_is_asked_for_is_due_at_once_until_it_was_looked_at(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var records = new SourceRecords(store.Database, "t");
        foreach (var name in new[] { "wire", "other" })
        {
            var (fresh, _) = await records.ClaimAsync(name, "https://a", Now, Now.AddMinutes(5), Cancellation);
            await records.SaveAsync(fresh with { NextAt = Now.AddHours(6), Failures = 4 }, Now.AddMinutes(5), Cancellation);
        }
        Assert.Empty(await records.DueAtOnceAsync(Cancellation));
        await records.AskForAsync(["wire"], Cancellation);
        Assert.Equal(["wire"], await records.DueAtOnceAsync(Cancellation));
        var (state, claimed) = await records.ClaimAsync("wire", "https://a", Now.AddMinutes(1), Now.AddMinutes(6), Cancellation);
        Assert.Equal((true, 4), (claimed, state.Failures));
        await records.SaveAsync(state with { NextAt = Now.AddMinutes(15) }, Now.AddMinutes(6), Cancellation);
        Assert.Empty(await records.DueAtOnceAsync(Cancellation));
    }

    [Theory, EachDatabase]
    public async Task A_process_that_comes_back_after_its_claim_ran_out_changes_nothing(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var records = new SourceRecords(store.Database, "t");
        var (state, _) = await records.ClaimAsync("wire", "https://a", Now, Now.AddMinutes(5), Cancellation);
        Assert.True((await records.ClaimAsync("wire", "https://a", Now.AddMinutes(6), Now.AddMinutes(11), Cancellation)).Claimed);
        await records.SaveAsync(state with { Documents = 99 }, Now.AddMinutes(5), Cancellation);
        Assert.Equal(0, Assert.Single(await records.AllAsync(Cancellation)).Documents);
        await records.SaveAsync(state with { Documents = 1 }, Now.AddMinutes(11), Cancellation);
        Assert.Equal(1, Assert.Single(await records.AllAsync(Cancellation)).Documents);
    }

    [Theory, EachDatabase]
    public async Task Entries_are_remembered_until_they_have_long_left_their_feed(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var records = new SourceRecords(store.Database, "t");
        var full = new RememberedEntry("k1", DocumentId.Parse("doc-1"), "c3", ["c2", "c1"], "c1", 2, Now);
        await records.RememberAsync("wire", [full, new RememberedEntry("k2", DocumentId.Parse("doc-2"), "c4", [], null, 0, Now.AddDays(-399))], Now, Cancellation);
        await records.RememberAsync("other", [full], Now, Cancellation);
        var entries = await records.EntriesAsync("wire", Cancellation);
        Assert.Equal(["k1", "k2"], entries.Select(entry => entry.Key));
        Assert.Equivalent(full, entries[0], strict: true);
        await records.RememberAsync("wire", [full with { Content = "c5", Waiting = null, WaitingFor = 0 }], Now.AddDays(2), Cancellation);
        Assert.Equal(("c5", null), Assert.Single((await records.EntriesAsync("wire", Cancellation)).Select(entry => (entry.Content, entry.Waiting))));
    }
}
