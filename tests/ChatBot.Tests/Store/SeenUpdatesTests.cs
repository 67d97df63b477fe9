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
