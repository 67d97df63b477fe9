using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

/// <summary>What only one process has at a time.</summary>
public sealed class LeasesTests
{
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(0.9);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_one_holds_no_other_gets_until_it_is_given_back(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        // Long, so that a busy machine renews in time.
        var term = TimeSpan.FromSeconds(4.5);
        var (one, other) = (new Leases(store.Database, "one", term, TimeProvider.System), new Leases(store.Database, "other", term, TimeProvider.System));
        var waits = 0;
        await using var held = await one.HoldAsync("thing", null, Cancellation);
        var wanted = other.HoldAsync("thing", () => waits++, Cancellation);
        await using var another = await other.HoldAsync("another thing", null, Cancellation);
        // Beyond its term it stays with the one who renews it.
        using var patience = new CancellationTokenSource(term * 1.5);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wanted.WaitAsync(patience.Token));
        Assert.False(held.Lost.IsCancellationRequested);
        await held.DisposeAsync();
        await one.ReleaseAsync(Cancellation);
        await using var got = await wanted.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        Assert.Equal(1, waits);
    }

    [Theory, EachDatabase]
    public async Task What_a_dead_process_held_is_free_after_its_term(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var began = TimeProvider.System.GetTimestamp();
        // Disposed of and not given back: nobody renews it any more, as after a crash.
        await (await Of(store, "dead").HoldAsync("thing", null, Cancellation)).DisposeAsync();
        await using var got = await Of(store, "other").HoldAsync("thing", null, Cancellation).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), Term / 2, TimeSpan.FromMinutes(1));
        Assert.False(got.Lost.IsCancellationRequested);
    }

    [Theory, EachDatabase]
    public async Task Who_finds_that_another_has_it_lets_go_at_once(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var held = await Of(store, "one").HoldAsync("thing", null, Cancellation);
        var lost = new TaskCompletionSource();
        await using var seen = held.Lost.Register(lost.SetResult);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
            Assert.Equal(1, await connection.ExecuteAsync(null, "UPDATE leases SET holder = 'other', held_until = held_until + 60000", Cancellation));
        await lost.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
    }

    [Fact]
    public async Task A_machine_whose_clock_is_ahead_takes_nothing_over_too_soon()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.PostgreSql);
        await using var held = await Of(store, "one").HoldAsync("thing", null, Cancellation);
        Assert.False(await new Leases(store.Database, "other", Term, new TimeAhead()).TakeAsync("thing", Cancellation));
    }

    private sealed class TimeAhead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(200);
    }

    private static Leases Of(TestStore store, string holder) => new(store.Database, holder, Term, TimeProvider.System);
}
