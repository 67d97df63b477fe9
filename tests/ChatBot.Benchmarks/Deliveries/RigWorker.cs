using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Store;
using ChatBot.Updates;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>
/// One process of the crash rig: writes numbered updates down, each with its deliveries in one transaction, and delivers. It is killed at any moment, and goes on
/// where the store says.
/// </summary>
internal static class RigWorker
{
    public const string Topic = "rig";

    /// <summary>Chats on each platform.</summary>
    public const int Chats = 20;

    /// <summary>Chats on each platform that get an update.</summary>
    public const int FanOut = 5;

    /// <summary>The chats that an update goes to.</summary>
    public static IEnumerable<int> ChatsOf(int update) => Enumerable.Range(0, FanOut).Select(i => (update * 7 + i * 3) % Chats);

    public static int Run(IReadOnlyList<string> arguments)
    {
        RunAsync(Options.Get(arguments, "--store"), Options.Get(arguments, "--sink"), Number("--updates"), Number("--rate")).GetAwaiter().GetResult();
        return 0;

        int Number(string name) => int.Parse(Options.Get(arguments, name), CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(string store, string sink, int updates, int rate)
    {
        await using var database = StoreDatabase.At(StoreAddress.Parse(store));
        var outbox = new DeliveryOutbox(database);
        var log = new UpdateLog(database, Topic);
        var signal = new DeliverySignal();
        using var http = new HttpClient();
        var options = new DeliveryOptions { Lease = TimeSpan.FromSeconds(3), Poll = TimeSpan.FromMilliseconds(50) };
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        var pumps = new[] { "keyed", "plain" }.Select(platform => new DeliveryPump(
            outbox, new SinkChannel(http, sink, platform), (claimed, cancellation) => ComposeAsync(outbox, claimed, cancellation), options, signal, TimeProvider.System, NullLogger<DeliveryPump>.Instance).RunAsync(stop.Token)).ToList();
        Console.WriteLine("ready");
        while (await WriteAsync(database, outbox, log, updates))
        {
            signal.Wake();
            await Task.Delay(TimeSpan.FromSeconds(1.0 / rate));
        }
        await Task.WhenAll(pumps);
    }

    private static async ValueTask<IReadOnlyDictionary<long, Reply>> ComposeAsync(DeliveryOutbox outbox, IReadOnlyList<ClaimedDelivery> claimed, CancellationToken cancellation)
    {
        var items = await outbox.ItemsAsync([.. claimed.Select(delivery => delivery.Id)], cancellation);
        return claimed.ToDictionary(delivery => delivery.Id, delivery => Reply.Saying(string.Join(' ', items[delivery.Id].Select(item => item.SubscriptionId))));
    }

    private static async Task<bool> WriteAsync(StoreDatabase database, DeliveryOutbox outbox, UpdateLog log, int updates)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        if (database.IngestLock.Length > 0) await connection.ExecuteAsync(transaction, database.IngestLock, CancellationToken.None);
        var number = (int)await connection.NumberAsync(transaction, "SELECT count(*) FROM updates", CancellationToken.None) + 1;
        if (number > updates) return false;
        var now = TimeProvider.System.GetUtcNow();
        var id = await log.AddAsync(connection, transaction, $"u{number}", 1, null, false, new UpdateContent("rig", null, [], [], [], []), now, CancellationToken.None);
        var first = await connection.NumberAsync(transaction, "SELECT min(id) FROM chats WHERE platform = 'keyed'", CancellationToken.None);
        var deliveries = new List<QueuedDelivery>();
        // The rig's chats are numbered one after the other, first those of one platform, then those of the other.
        foreach (var chat in ChatsOf(number))
            for (var platform = 0; platform < 2; platform++)
                deliveries.Add(new QueuedDelivery(first + platform * Chats + chat, now, false, [new DeliveryItem(id, number)]));
        await outbox.EnqueueAsync(connection, transaction, deliveries, now, CancellationToken.None);
        await transaction.CommitAsync();
        return true;
    }
}
