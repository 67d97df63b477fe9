using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Store;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Deliveries;

/// <summary>An outbox on a store of its own, with chats to deliver to and time that passes when told.</summary>
internal sealed class OutboxRig : IAsyncDisposable
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(12);

    private readonly TestStore _store;

    private OutboxRig(TestStore store) => (_store, Outbox) = (store, new DeliveryOutbox(store.Database));

    public DeliveryOutbox Outbox { get; }

    public StoreDatabase Database => _store.Database;

    public DateTimeOffset Now { get; set; } = new(2025, 6, 24, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OutboxRig> OpenAsync(StoreKind kind) => new(await TestStore.OpenAsync(kind));

    public async Task<long> ChatAsync(string chat, string platform = "loop")
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        return await connection.NumberAsync(null, $"INSERT INTO chats (platform, chat, thread, leased_until, claim) VALUES ('{platform}', '{chat}', '', 0, 0) RETURNING id", Cancellation);
    }

    /// <summary>Queues one delivery for each update, in order.</summary>
    public async Task QueueAsync(long chat, params long[] updates) => await QueueAsync([.. updates.Select(update => new QueuedDelivery(chat, Now, false, [new DeliveryItem(update, 1)]))]);

    public async Task QueueAsync(params QueuedDelivery[] deliveries)
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Outbox.EnqueueAsync(connection, transaction, deliveries, Now, Cancellation);
        await transaction.CommitAsync(Cancellation);
    }

    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(int most = 10, bool keys = false, UnknownPolicy policy = UnknownPolicy.Repeat) =>
        Outbox.TurnAsync(new Loop(keys), [], most, policy, Now, Lease, Cancellation);

    public Task<IReadOnlyList<ClaimedDelivery>> EndAsync(ClaimedDelivery delivery, DeliveryOutcome outcome, int most = 0, bool keys = false, UnknownPolicy policy = UnknownPolicy.Repeat) =>
        Outbox.TurnAsync(new Loop(keys), [new EndedDelivery(delivery, outcome)], most, policy, Now, Lease, Cancellation);

    /// <summary>What a delivery is about.</summary>
    public async Task<List<long>> UpdatesAsync(ClaimedDelivery delivery) => [.. (await Outbox.ItemsAsync([delivery.Id], Cancellation))[delivery.Id].Select(item => item.UpdateId)];

    /// <summary>Sends all there is, one at a time, and says to which chat what went.</summary>
    public async Task<List<(string Chat, long Update)>> DrainAsync()
    {
        var sent = new List<(string, long)>();
        while (true)
        {
            Now += TimeSpan.FromMilliseconds(1);
            if (await ClaimAsync(1) is not [var delivery]) return sent;
            sent.AddRange((await UpdatesAsync(delivery)).Select(update => (delivery.Chat.Chat, update)));
            await EndAsync(delivery, new DeliveryOutcome.Sent("m"));
        }
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        return await connection.NumberAsync(null, sql, Cancellation);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    internal sealed class Loop(bool keys) : IDeliveryChannel
    {
        public string Platform => "loop";

        public bool RecognisesKeys => keys;

        public Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation) => throw new InvalidOperationException("Nothing is sent here.");
    }
}
