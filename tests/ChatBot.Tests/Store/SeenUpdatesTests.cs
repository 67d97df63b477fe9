using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

public sealed class SeenUpdatesTests
{
    private static readonly DateTimeOffset Now = new(2031, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_update_is_new_once_and_waits_until_it_is_done(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var seen = new SeenUpdates(store.Database, "p", "1");
        Assert.Equal([7, 5], await seen.AddAsync([new(7, [1]), new(5, [2]), new(7, [3])], Now, Cancellation));
        Assert.Equal([6], await seen.AddAsync([new(5, [9]), new(6, [4])], Now.AddSeconds(1), Cancellation));
        Assert.Equal([5, 7, 6], (await seen.WaitingAsync(Cancellation)).Select(update => update.Id));
        await seen.DoneAsync(5, Cancellation);
        await seen.DoneAsync(7, Cancellation);
        var (id, body) = Assert.Single(await seen.WaitingAsync(Cancellation));
        Assert.Equal(6, id);
        Assert.Equal([4], body);
        Assert.Empty(await seen.AddAsync([new(5, [2])], Now, Cancellation));
    }

    [Fact]
    public async Task Of_several_services_one_claims_an_update_until_it_ends_or_falls_silent()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.PostgreSql);
        var (one, other) = (new SeenUpdates(store.Database, "p", "1"), new SeenUpdates(store.Database, "p", "1"));
        await one.AddAsync([new(1, [1]), new(2, [2]), new(3, [3])], Now, Cancellation);
        Assert.Empty(await other.ClaimAsync(10, Cancellation));
        await one.ReleaseAsync([2], Cancellation);
        Assert.Equal([2], (await other.ClaimAsync(10, Cancellation)).Select(update => update.Id));
        Assert.Empty(await one.ClaimAsync(10, Cancellation));
        await FallSilentAsync();
        await one.RenewAsync([1, 3], Cancellation);
        await one.DoneAsync(3, Cancellation);
        var (id, body) = Assert.Single(await other.ClaimAsync(10, Cancellation));
        Assert.Equal(2, id);
        Assert.Equal([2], body);

        async Task FallSilentAsync()
        {
            await using var connection = await store.Database.OpenAsync(Cancellation);
            await connection.ExecuteAsync(null, "UPDATE seen_updates SET claimed_until = 1", Cancellation);
        }
    }

    [Fact]
    public async Task Services_that_claim_at_once_get_each_update_once()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.PostgreSql);
        var seen = new SeenUpdates(store.Database, "p", "1");
        var ids = Enumerable.Range(1, 200).Select(id => (long)id).ToList();
        await seen.AddAsync([.. ids.Select(id => new ReceivedUpdate(id, [1]))], Now, Cancellation);
        await seen.ReleaseAsync(ids, Cancellation);
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new SeenUpdates(store.Database, "p", "1").ClaimAsync(200, Cancellation), Cancellation)));
        Assert.Equal(ids, claims.SelectMany(claim => claim).Select(update => update.Id).Order());
    }

    [Fact]
    public async Task On_a_file_all_that_waits_is_the_next_starts()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var seen = new SeenUpdates(store.Database, "p", "1");
        await seen.AddAsync([new(7, [1]), new(5, [2])], Now, Cancellation);
        await seen.DoneAsync(7, Cancellation);
        Assert.False(seen.IsShared);
        Assert.Equal([5], (await seen.ClaimAsync(10, Cancellation)).Select(update => update.Id));
    }

    [Theory, EachDatabase]
    public async Task Each_bot_counts_for_itself_and_old_numbers_are_forgotten(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (one, other) = (new SeenUpdates(store.Database, "p", "1"), new SeenUpdates(store.Database, "p", "2"));
        await one.AddAsync([new(5, [1])], Now, Cancellation);
        Assert.Equal([5], await other.AddAsync([new(5, [1])], Now, Cancellation));
        await one.ForgetAsync(Now, Cancellation);
        Assert.Empty(await one.AddAsync([new(5, [1])], Now, Cancellation));
        await one.ForgetAsync(Now.AddMilliseconds(1), Cancellation);
        Assert.Equal([5], await one.AddAsync([new(5, [1])], Now, Cancellation));
        Assert.Single(await other.WaitingAsync(Cancellation));
    }
}
