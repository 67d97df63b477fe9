using System.Collections.Concurrent;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Tests.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Deliveries;

/// <summary>The faults that a chaos rig over a comparable outbox has found (collisions of ids, a paused node that wakes, a commit that applied but reported an error, unfenced retries), and every failing call in turn.</summary>
public sealed class DurabilityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_of_two_processes_on_one_machine_never_collide()
    {
        await using var one = await OutboxRig.OpenAsync(StoreKind.Sqlite);
        await using var other = await OutboxRig.OpenAsync(StoreKind.Sqlite);
        var keys = new List<string>();
        foreach (var rig in new[] { one, other })
        {
            // Both at the same moment and with the same numbers: nothing that they share goes into a key.
            for (var i = 0; i < 500; i++) await rig.QueueAsync(i == 0 ? await rig.ChatAsync("a") : 1, i);
            await using var connection = await rig.Database.OpenAsync(Cancellation);
            await using var command = ChatBot.Store.SqlCommands.Command(connection, null, "SELECT key FROM deliveries");
            await using var rows = await command.ExecuteReaderAsync(Cancellation);
            while (await rows.ReadAsync(Cancellation)) keys.Add(rows.GetString(0));
        }
        Assert.Equal(1_000, keys.Distinct().Count());
    }

    [Theory, EachDatabase]
    public async Task A_paused_process_that_wakes_after_it_was_replaced_changes_nothing(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1, 2);
        var paused = Assert.Single(await rig.ClaimAsync());
        rig.Now += TimeSpan.FromSeconds(60);
        var replacement = Assert.Single(await rig.ClaimAsync());

        Assert.Empty(await rig.Outbox.RenewAsync([paused], rig.Now + OutboxRig.Lease, Cancellation));
        Assert.Empty(await rig.EndAsync(paused, new DeliveryOutcome.Gone("blocked"), most: 5));
        Assert.Equal(0, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state > 1"));
        Assert.Equal(0, await rig.NumberAsync("SELECT count(*) FROM chats WHERE gone_at IS NOT NULL"));

        Assert.Equal([2], await rig.UpdatesAsync(Assert.Single(await rig.EndAsync(replacement, new DeliveryOutcome.Sent("m"), most: 5))));
    }

    [Theory, EachDatabase]
    public async Task A_commit_that_applied_but_reported_an_error_is_told_once_more_without_harm(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1, 2);
        var first = Assert.Single(await rig.ClaimAsync());
        // The turn was committed; its process was told otherwise, and tells the same again.
        var second = Assert.Single(await rig.EndAsync(first, new DeliveryOutcome.Sent("m1"), most: 1));
        Assert.Empty(await rig.EndAsync(first, new DeliveryOutcome.Sent("m1"), most: 1));
        Assert.Equal(1, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2"));
        Assert.Equal(1, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 1"));
        await rig.EndAsync(second, new DeliveryOutcome.Sent("m2"));
        Assert.Equal(2, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2 AND attempt = 1"));
    }

    [Theory, EachDatabase]
    public async Task A_retry_of_a_holder_whose_time_ran_out_is_void(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1);
        var slow = Assert.Single(await rig.ClaimAsync());
        rig.Now += OutboxRig.Lease + TimeSpan.FromSeconds(1);
        var taken = Assert.Single(await rig.ClaimAsync());
        await rig.EndAsync(taken, new DeliveryOutcome.Sent("m"));
        // It now wants another attempt of what has long arrived.
        await rig.EndAsync(slow, new DeliveryOutcome.Later(TimeSpan.Zero));
        rig.Now += TimeSpan.FromMinutes(1);
        Assert.Empty(await rig.ClaimAsync());
        Assert.Equal(1, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2"));
    }

    [Theory, EachDatabase]
    public async Task Whichever_call_to_the_store_fails_nothing_is_lost_and_nothing_comes_twice(StoreKind kind)
    {
        var failed = 0;
        for (var failAt = 1; ; failAt++)
        {
            await using var rig = await OutboxRig.OpenAsync(kind);
            rig.Now = TimeProvider.System.GetUtcNow();
            for (var chat = 0; chat < 3; chat++) await rig.QueueAsync(await rig.ChatAsync($"c{chat}"), 1, 2);
            var faults = new FaultyDatabase(rig.Database) { FailAt = failAt };
            var channel = new Collecting();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var pump = new DeliveryPump(
                new DeliveryOutbox(faults), channel, static (deliveries, _) => new(deliveries.ToDictionary(delivery => delivery.Id, delivery => new ComposedDelivery(Reply.Saying(delivery.Key), []))),
                new DeliveryOptions { Poll = TimeSpan.FromMilliseconds(5) }, new DeliverySignal(), new ShiftedTime(rig.Now + TimeSpan.FromSeconds(1)), NullLogger<DeliveryPump>.Instance);
            var running = pump.RunAsync(stop.Token);
            await channel.HasAsync(6).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            await stop.CancelAsync();
            await running;
            Assert.Equal(6, channel.Keys.Distinct().Count());
            Assert.Equal(6, channel.Keys.Count);
            Assert.Equal(6, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2 AND attempt = 1"));
            if (faults.Calls < failAt) break;
            failed++;
            if (failed >= 24) break;
        }
        Assert.InRange(failed, 12, 24);
    }

    [Theory, EachDatabase]
    public async Task Whichever_commit_applies_but_reports_an_error_nothing_is_lost_stuck_or_sent_twice(StoreKind kind)
    {
        for (var failAt = 1; failAt <= 24; failAt++)
        {
            await using var rig = await OutboxRig.OpenAsync(kind);
            rig.Now = TimeProvider.System.GetUtcNow();
            for (var chat = 0; chat < 3; chat++) await rig.QueueAsync(await rig.ChatAsync($"c{chat}"), 1, 2);
            var faults = new FaultyDatabase(rig.Database) { FailAt = failAt, AppliesCommits = true };
            var channel = new Collecting();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var running = new DeliveryPump(
                new DeliveryOutbox(faults), channel, static (deliveries, _) => new(deliveries.ToDictionary(delivery => delivery.Id, delivery => new ComposedDelivery(Reply.Saying(delivery.Key), []))),
                new DeliveryOptions { Poll = TimeSpan.FromMilliseconds(5), Lease = TimeSpan.FromSeconds(1) }, new DeliverySignal(), new ShiftedTime(rig.Now + TimeSpan.FromSeconds(1)), NullLogger<DeliveryPump>.Instance).RunAsync(stop.Token);
            // What was claimed by a commit that nobody heard of comes when its lease is over.
            await channel.HasAsync(6).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            await stop.CancelAsync();
            await running;
            Assert.Equal(6, channel.Keys.Distinct().Count());
            Assert.Equal(6, channel.Keys.Count);
            Assert.Equal(6, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2"));
            Assert.Equal(0, await rig.NumberAsync("SELECT count(*) FROM chats WHERE leased_until > 0"));
        }
    }

    [Theory, EachDatabase]
    public async Task Those_who_write_and_those_who_send_never_block_each_other_for_good(StoreKind kind)
    {
        // The crash rig found that two processes which took the same chats in different orders stopped each other.
        await using var rig = await OutboxRig.OpenAsync(kind);
        var chats = new List<long>();
        for (var i = 0; i < 12; i++) chats.Add(await rig.ChatAsync($"c{i}"));
        var writers = new[] { chats, [.. Enumerable.Reverse(chats)], [.. chats.OrderBy(chat => chat * 7 % 12)] }.Select(order => Task.Run(async () =>
        {
            for (var round = 0; round < 25; round++) await rig.QueueAsync([.. order.Select(chat => new QueuedDelivery(chat, rig.Now, false, [new DeliveryItem(round, 1)]))]);
        })).ToList();
        var written = Task.WhenAll(writers);
        var senders = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            IReadOnlyList<EndedDelivery> ended = [];
            while (!written.IsCompleted || ended.Count > 0)
            {
                var mine = await rig.Outbox.TurnAsync(new OutboxRig.Loop(false), ended, 5, UnknownPolicy.Repeat, rig.Now, OutboxRig.Lease, Cancellation);
                if (mine.Count > 0) await rig.Outbox.RenewAsync(mine, rig.Now + OutboxRig.Lease, Cancellation);
                ended = [.. Enumerable.Reverse(mine).Select(delivery => new EndedDelivery(delivery, new DeliveryOutcome.Sent("m")))];
            }
        }));
        await Task.WhenAll([written, .. senders]).WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        await rig.DrainAsync();
        Assert.Equal(900, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2 AND attempt = 1"));
    }

    [Theory, EachDatabase]
    public async Task A_machine_whose_clock_is_wrong_delivers_all_the_same_and_takes_nothing_over_too_soon(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        rig.Now = TimeProvider.System.GetUtcNow();
        var (a, b) = (await rig.ChatAsync("a"), await rig.ChatAsync("b"));
        await rig.QueueAsync(a, 1);
        // Held by a process whose clock is right.
        var held = Assert.Single(await rig.Outbox.TurnAsync(new OutboxRig.Loop(false), [], 1, UnknownPolicy.Repeat, TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), Cancellation));
        await rig.QueueAsync(b, 2);
        var channel = new Collecting();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        // On one machine, SQLite's, there is but one clock.
        var wrong = kind == StoreKind.PostgreSql ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(1);
        var running = new DeliveryPump(
            rig.Outbox, channel, static (deliveries, _) => new(deliveries.ToDictionary(delivery => delivery.Id, delivery => new ComposedDelivery(Reply.Saying(delivery.Key), []))),
            new DeliveryOptions { Poll = TimeSpan.FromMilliseconds(5) }, new DeliverySignal(), new ShiftedTime(TimeProvider.System.GetUtcNow() + wrong), NullLogger<DeliveryPump>.Instance).RunAsync(stop.Token);
        await channel.HasAsync(1).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await stop.CancelAsync();
        await running;
        Assert.DoesNotContain(held.Key, channel.Keys);
        Assert.Equal(1, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2"));
    }

    [Theory]
    [InlineData("later", 0)]
    [InlineData("unknown, not arrived", 0)]
    [InlineData("unknown, arrived", 1)]
    [InlineData("thrown, arrived", 1)]
    public async Task Whichever_send_fails_nothing_is_lost_and_what_comes_twice_is_marked(string failure, int twice)
    {
        for (var failAt = 1; failAt <= 6; failAt++)
        {
            await using var rig = await OutboxRig.OpenAsync(StoreKind.Sqlite);
            rig.Now = TimeProvider.System.GetUtcNow();
            for (var chat = 0; chat < 3; chat++) await rig.QueueAsync(await rig.ChatAsync($"c{chat}"), 1, 2);
            var channel = new Collecting { FailAt = failAt, Failure = failure };
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var running = new DeliveryPump(
                rig.Outbox, channel, static (deliveries, _) => new(deliveries.ToDictionary(delivery => delivery.Id, delivery => new ComposedDelivery(Reply.Saying(delivery.Key), []))),
                new DeliveryOptions { Poll = TimeSpan.FromMilliseconds(5) }, new DeliverySignal(), TimeProvider.System, NullLogger<DeliveryPump>.Instance).RunAsync(stop.Token);
            await channel.HasAsync(6 + twice).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
            await stop.CancelAsync();
            await running;
            Assert.Equal(6, channel.Keys.Distinct().Count());
            Assert.Equal(6 + twice, channel.Keys.Count);
            Assert.Equal(6, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2"));
            Assert.Equal(failure == "later" ? 0 : 1, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE doubtful = 1"));
        }
    }

    private sealed class Collecting : IDeliveryChannel
    {
        private readonly ConcurrentQueue<string> _keys = new();
        private readonly TaskCompletionSource _enough = new();
        private int _wanted = int.MaxValue;
        private int _sends;

        /// <summary>Which send fails, counted from 1; 0: none.</summary>
        public int FailAt { get; init; }

        public string Failure { get; init; } = "";

        public string Platform => "loop";

        public bool RecognisesKeys => false;

        public IReadOnlyCollection<string> Keys => _keys;

        public Task HasAsync(int count)
        {
            Volatile.Write(ref _wanted, count);
            if (_keys.Count >= count) _enough.TrySetResult();
            return _enough.Task;
        }

        public Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation)
        {
            var fails = Interlocked.Increment(ref _sends) == FailAt;
            if (fails && Failure == "later") return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Later(TimeSpan.FromMilliseconds(5)));
            if (fails && Failure == "unknown, not arrived") return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Unknown());
            _keys.Enqueue(delivery.Key);
            if (fails && Failure == "unknown, arrived") return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Unknown());
            if (fails) throw new InvalidOperationException("The platform's client has a fault.");
            if (_keys.Count >= Volatile.Read(ref _wanted)) _enough.TrySetResult();
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent("m"));
        }
    }
}
