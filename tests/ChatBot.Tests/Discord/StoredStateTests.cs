using ChatBot.Discord.State;
using ChatBot.DiscordClient.Gateway;
using ChatBot.Store;
using ChatBot.Tests.DiscordClient.Support;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>What outlives a restart: the gateway's place, the budget of new sessions.</summary>
public sealed class StoredStateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_session_s_place_is_written_once_a_second_and_at_the_end(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var time = new VirtualTime();
        var sessions = new DiscordSessions(store.Database, "7", time);
        Assert.Null(await sessions.LoadAsync(0, Cancellation));
        await sessions.SaveAsync(0, Place(1), Cancellation);
        await sessions.SaveAsync(0, Place(2), Cancellation);
        Assert.Equal(Place(1), await Kept(0));
        time.Advance(TimeSpan.FromSeconds(1));
        await sessions.SaveAsync(0, Place(3), Cancellation);
        Assert.Equal(Place(3), await Kept(0));
        await sessions.SaveAsync(0, Place(4), Cancellation);
        await sessions.FlushAsync(Cancellation);
        Assert.Equal(Place(4), await Kept(0));
        Assert.Null(await Kept(1));
        await sessions.SaveAsync(0, null, Cancellation);
        Assert.Null(await Kept(0));

        static GatewaySession Place(long sequence) => new("session", sequence, "wss://resume.example/", 1);
        ValueTask<GatewaySession?> Kept(int shard) => new DiscordSessions(store.Database, "7", time).LoadAsync(shard, Cancellation);
    }

    [Theory, EachDatabase]
    public async Task Processes_that_share_a_token_never_exceed_the_budget_together(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var now = new DateTimeOffset(2031, 3, 14, 8, 0, 0, TimeSpan.Zero);
        var waits = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(
            async () => await new DiscordIdentifies(store.Database, "7").ExchangeAsync(budget => budget.Take(now, 25), Cancellation), Cancellation)));
        Assert.Equal(25, waits.Count(wait => wait == TimeSpan.Zero));
        var other = await new DiscordIdentifies(store.Database, "8").ExchangeAsync(budget => budget.Take(now, 25), Cancellation);
        Assert.Equal(TimeSpan.Zero, other);
    }
}
