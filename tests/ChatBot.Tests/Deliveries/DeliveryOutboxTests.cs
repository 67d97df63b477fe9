using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Deliveries;

public sealed class DeliveryOutboxTests
{
    [Theory, EachDatabase]
    public async Task A_chats_deliveries_go_in_order_and_one_at_a_time(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var chat = await rig.ChatAsync("a");
        await rig.QueueAsync(chat, 1, 2, 3);
        var first = Assert.Single(await rig.ClaimAsync());
        Assert.Equal([1], await rig.UpdatesAsync(first));
        Assert.Empty(await rig.ClaimAsync());
        Assert.Equal([2], await rig.UpdatesAsync(Assert.Single(await rig.EndAsync(first, new DeliveryOutcome.Sent("m1"), most: 5))));
    }

    [Theory, EachDatabase]
    public async Task Chats_are_served_in_turn_however_much_one_has_waiting(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var busy = await rig.ChatAsync("busy");
        await rig.QueueAsync(busy, [.. Enumerable.Range(100, 50)]);
        rig.Now += TimeSpan.FromSeconds(1);
        foreach (var name in new[] { "a", "b", "c" }) await rig.QueueAsync(await rig.ChatAsync(name), 1, 2);
        var sent = await rig.DrainAsync();
        Assert.Equal(["busy", "a", "b", "c", "busy", "a", "b", "c", "busy", "busy"], sent.Take(10).Select(message => message.Chat));
        Assert.Equal(56, sent.Count);
        Assert.Equal(sent.Where(message => message.Chat == "busy").Select(message => message.Update).Order(), sent.Where(message => message.Chat == "busy").Select(message => message.Update));
    }

    [Theory, EachDatabase]
    public async Task One_that_is_to_be_tried_later_holds_its_chat_back_and_no_other(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var (a, b) = (await rig.ChatAsync("a"), await rig.ChatAsync("b"));
        await rig.QueueAsync(a, 1, 2);
        await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Later(TimeSpan.FromSeconds(30)));
        await rig.QueueAsync(b, 3);
        Assert.Equal("b", Assert.Single(await rig.ClaimAsync()).Chat.Chat);
        rig.Now += TimeSpan.FromSeconds(31);
        var again = (await rig.ClaimAsync()).Single(delivery => delivery.Chat.Chat == "a");
        Assert.Equal([1], await rig.UpdatesAsync(again));
        Assert.Equal((2, 0), (again.Attempt, again.Doubtful));
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_is_gone_gets_nothing_more_until_it_subscribes_again(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1, 2, 3);
        Assert.Empty(await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Gone("blocked"), most: 5));
        Assert.Equal(3, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 4"));
        Assert.Equal(1, await rig.NumberAsync("SELECT count(*) FROM chats WHERE gone_at IS NOT NULL"));
        Assert.Empty(await rig.ClaimAsync());
    }

    [Theory, EachDatabase]
    public async Task What_waits_for_a_later_hour_is_tried_then_in_a_chat_that_was_gone_and_tells_whether_it_is_back(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var chat = await rig.ChatAsync("a");
        await rig.QueueAsync(chat, 1);
        await rig.QueueAsync(new QueuedDelivery(chat, rig.Now.AddHours(1), true, [new DeliveryItem(2, 1)]), new QueuedDelivery(chat, rig.Now.AddHours(2), true, [new DeliveryItem(3, 1)]));
        Assert.Empty(await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Gone("blocked"), most: 5));
        rig.Now += TimeSpan.FromHours(1);
        var first = Assert.Single(await rig.ClaimAsync());
        Assert.Equal([2], await rig.UpdatesAsync(first));
        Assert.Empty(await rig.EndAsync(first, new DeliveryOutcome.Gone("blocked"), most: 5));
        rig.Now += TimeSpan.FromHours(1);
        await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Sent("m"));
        Assert.Equal(0, await rig.NumberAsync("SELECT count(*) FROM chats WHERE gone_at IS NOT NULL"));
        Assert.Equal(TimeSpan.FromHours(2).TotalMilliseconds, await rig.NumberAsync("SELECT back_at - gone_at FROM chat_absences"));
    }

    [Theory, EachDatabase]
    public async Task What_fell_due_in_an_absence_and_was_not_tried_is_not_sent_after_it(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var chat = await rig.ChatAsync("a");
        await rig.QueueAsync(new QueuedDelivery(chat, rig.Now.AddHours(1), true, [new DeliveryItem(1, 1)]), new QueuedDelivery(chat, rig.Now.AddHours(3), true, [new DeliveryItem(2, 1)]));
        await new ChatMembership(rig.Database, new DeliverySignal(), new ShiftedTime(rig.Now)).LeftAsync(new ChatAddress("loop", "a"), TestContext.Current.CancellationToken);
        await new ChatMembership(rig.Database, new DeliverySignal(), new ShiftedTime(rig.Now.AddHours(2))).JoinedAsync(new ChatAddress("loop", "a"), TestContext.Current.CancellationToken);
        rig.Now += TimeSpan.FromHours(4);
        Assert.Equal([("a", 2L)], await rig.DrainAsync());
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_moved_is_written_to_where_it_is_now(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("-1"), 1, 2);
        var next = Assert.Single(await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Moved(new ChatAddress("loop", "-100")), most: 5));
        Assert.Equal("-100", next.Chat.Chat);
        Assert.Equal([1], await rig.UpdatesAsync(next));
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_moved_to_a_known_one_joins_it(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("-1"), 1, 2);
        await rig.ChatAsync("-100");
        await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Moved(new ChatAddress("loop", "-100")));
        Assert.Equal([("-100", 1L), ("-100", 2L)], await rig.DrainAsync());
    }

    [Theory, EachDatabase]
    public async Task A_refused_message_makes_way_for_the_next(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1, 2);
        Assert.Equal([2], await rig.UpdatesAsync(Assert.Single(await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Refused("too long"), most: 5))));
        Assert.Equal(1, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE problem = 'too long'"));
    }

    [Theory, EachDatabase]
    public async Task What_is_due_later_joins_what_is_due_then_and_does_not_hold_up_what_is_due_now(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var chat = await rig.ChatAsync("a");
        var morning = rig.Now + TimeSpan.FromHours(10);
        await rig.QueueAsync(new QueuedDelivery(chat, morning, true, [new DeliveryItem(1, 1)]));
        await rig.QueueAsync(new QueuedDelivery(chat, morning, true, [new DeliveryItem(2, 1)]));
        await rig.QueueAsync(chat, 3);
        Assert.Equal([("a", 3L)], await rig.DrainAsync());
        rig.Now = morning;
        var digest = Assert.Single(await rig.ClaimAsync());
        Assert.Equal([1, 2], await rig.UpdatesAsync(digest));
    }

    [Theory, EachDatabase]
    public async Task An_outcome_nobody_knows_is_repeated_with_the_same_key_where_the_platform_knows_keys(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1);
        var first = Assert.Single(await rig.ClaimAsync(keys: true));
        Assert.Matches("^[a-z0-9]{24}$", first.Key);
        await rig.EndAsync(first, new DeliveryOutcome.Unknown(), keys: true);
        rig.Now += TimeSpan.FromSeconds(2);
        var second = Assert.Single(await rig.ClaimAsync(keys: true));
        Assert.Equal((first.Key, 0), (second.Key, second.Doubtful));
    }

    [Theory, EachDatabase]
    public async Task An_outcome_nobody_knows_is_marked_and_repeated_or_left_as_the_policy_says(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1);
        await rig.EndAsync(Assert.Single(await rig.ClaimAsync()), new DeliveryOutcome.Unknown());
        rig.Now += TimeSpan.FromSeconds(2);
        var again = Assert.Single(await rig.ClaimAsync());
        Assert.Equal(1, again.Doubtful);
        await rig.EndAsync(again, new DeliveryOutcome.Unknown(), policy: UnknownPolicy.LeaveIt);
        rig.Now += TimeSpan.FromSeconds(2);
        Assert.Empty(await rig.ClaimAsync());
        Assert.Equal(1, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 5 AND doubtful = 2"));
    }

    [Theory, EachDatabase]
    public async Task What_a_dead_process_held_is_taken_over_when_its_lease_is_over_and_marked(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1, 2);
        var dead = Assert.Single(await rig.ClaimAsync());
        rig.Now += OutboxRig.Lease - TimeSpan.FromSeconds(1);
        Assert.Empty(await rig.ClaimAsync());
        rig.Now += TimeSpan.FromSeconds(2);
        var taken = Assert.Single(await rig.ClaimAsync());
        Assert.Equal((dead.Key, 1, 2), (taken.Key, taken.Doubtful, taken.Attempt));
    }

    [Theory, EachDatabase]
    public async Task What_was_left_in_doubt_by_a_dead_process_is_not_repeated_where_the_policy_forbids(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1, 2);
        await rig.ClaimAsync(policy: UnknownPolicy.LeaveIt);
        rig.Now += OutboxRig.Lease;
        Assert.Empty(await rig.ClaimAsync(policy: UnknownPolicy.LeaveIt));
        rig.Now += TimeSpan.FromSeconds(1);
        Assert.Equal([2], await rig.UpdatesAsync(Assert.Single(await rig.ClaimAsync(policy: UnknownPolicy.LeaveIt))));
    }

    [Theory, EachDatabase]
    public async Task A_renewed_lease_holds(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1);
        var held = await rig.ClaimAsync();
        Assert.Single(await rig.Outbox.RenewAsync(held, rig.Now + 2 * OutboxRig.Lease, TestContext.Current.CancellationToken));
        rig.Now += OutboxRig.Lease + TimeSpan.FromSeconds(1);
        Assert.Empty(await rig.ClaimAsync());
    }

    [Theory, EachDatabase]
    public async Task Many_processes_claim_each_delivery_once(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var queued = new List<QueuedDelivery>();
        for (var i = 0; i < 60; i++)
        {
            var chat = await rig.ChatAsync($"c{i}");
            queued.AddRange(Enumerable.Range(1, 5).Select(update => new QueuedDelivery(chat, rig.Now, false, [new DeliveryItem(update, 1)])));
        }
        await rig.QueueAsync([.. queued]);
        var claimed = new System.Collections.Concurrent.ConcurrentBag<(string Chat, long Id, long Order)>();
        long order = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            IReadOnlyList<EndedDelivery> ended = [];
            for (var idle = 0; idle < 3;)
            {
                var mine = await rig.Outbox.TurnAsync(new OutboxRig.Loop(false), ended, 7, UnknownPolicy.Repeat, rig.Now, OutboxRig.Lease, TestContext.Current.CancellationToken);
                foreach (var delivery in mine) claimed.Add((delivery.Chat.Chat, delivery.Id, Interlocked.Increment(ref order)));
                ended = [.. mine.Select(delivery => new EndedDelivery(delivery, new DeliveryOutcome.Sent("m")))];
                idle = mine.Count == 0 ? idle + 1 : 0;
            }
        })));
        Assert.Equal(300, claimed.Count);
        Assert.Equal(300, claimed.Select(claim => claim.Id).Distinct().Count());
        foreach (var chat in claimed.GroupBy(claim => claim.Chat)) Assert.Equal(chat.OrderBy(claim => claim.Order).Select(claim => claim.Id), chat.Select(claim => claim.Id).Order());
        Assert.Equal(300, await rig.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 2 AND attempt = 1"));
    }
}
