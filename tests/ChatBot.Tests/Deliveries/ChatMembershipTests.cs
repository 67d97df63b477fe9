using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Deliveries;

public sealed class ChatMembershipTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_waits_for_a_chat_that_put_the_bot_out_ends_and_nothing_of_other_chats(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("a"), 1, 2);
        await rig.QueueAsync(await rig.ChatAsync("b"), 3);
        await new ChatMembership(rig.Database, new DeliverySignal(), TimeProvider.System).LeftAsync(new ChatAddress("loop", "a"), Cancellation);
        Assert.Equal([("b", 3L)], await rig.DrainAsync());
        Assert.Equal(2, await rig.NumberAsync($"SELECT count(*) FROM deliveries WHERE state = {DeliveryOutbox.ChatGone}"));
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_takes_the_bot_back_is_written_to_again(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        var chat = await rig.ChatAsync("a");
        var membership = new ChatMembership(rig.Database, new DeliverySignal(), TimeProvider.System);
        await membership.LeftAsync(new ChatAddress("loop", "a"), Cancellation);
        await membership.JoinedAsync(new ChatAddress("loop", "a"), Cancellation);
        Assert.Equal(0, await rig.NumberAsync("SELECT count(*) FROM chats WHERE gone_at IS NOT NULL"));
        await rig.QueueAsync(chat, 7);
        Assert.Equal([("a", 7L)], await rig.DrainAsync());
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_moved_gets_what_waits_at_its_new_address(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("old"), 1);
        var membership = new ChatMembership(rig.Database, new DeliverySignal(), TimeProvider.System);
        await membership.MovedAsync(new ChatAddress("loop", "old"), new ChatAddress("loop", "new"), Cancellation);
        await membership.MovedAsync(new ChatAddress("loop", "old"), new ChatAddress("loop", "new"), Cancellation);
        Assert.Equal([("new", 1L)], await rig.DrainAsync());
    }

    [Theory, EachDatabase]
    public async Task A_chat_known_by_both_addresses_becomes_one(StoreKind kind)
    {
        await using var rig = await OutboxRig.OpenAsync(kind);
        await rig.QueueAsync(await rig.ChatAsync("old"), 1);
        await rig.QueueAsync(await rig.ChatAsync("new"), 2);
        await new ChatMembership(rig.Database, new DeliverySignal(), TimeProvider.System).MovedAsync(new ChatAddress("loop", "old"), new ChatAddress("loop", "new"), Cancellation);
        Assert.Equal([("new", 1L), ("new", 2L)], (await rig.DrainAsync()).OrderBy(sent => sent.Update));
    }
}
