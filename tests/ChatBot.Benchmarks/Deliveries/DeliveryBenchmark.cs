using System.Diagnostics;
using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Store;
using ChatBot.Subscriptions;
using ChatBot.Updates;
using ChatBot.Knowledge.Updates;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>How fast, how fair and how soon deliveries are, against a platform without limits.</summary>
internal static class DeliveryBenchmark
{
    public static int Run(IReadOnlyList<string> arguments)
    {
        RunAsync(Options.Get(arguments, "--store", Path.Combine(Directory.CreateTempSubdirectory("deliveries").FullName, "store.db")), Options.Get(arguments, "--only", "throughput,latency,fairness,matching").Split(',')).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string store, string[] only)
    {
        await using var database = StoreDatabase.At(StoreAddress.Parse(store));
        await new SchemaMigrator(database, TimeProvider.System).MigrateAsync(CancellationToken.None);
        if (only.Contains("latency")) await LatencyAsync(database);
        if (only.Contains("throughput")) await ThroughputAsync(database, 20_000, 10, 4_000);
        if (only.Contains("fairness")) await FairnessAsync(database, 100_000, 99, 30);
        if (only.Contains("matching")) await MatchingAsync(database, 1_000_000);
    }

    private static async Task ThroughputAsync(StoreDatabase database, int chats, int each, int lanes)
    {
        var outbox = new DeliveryOutbox(database);
        var first = await ChatsAsync(database, "fast", chats);
        var queueing = Stopwatch.GetTimestamp();
        for (var update = 1; update <= each; update++)
            await QueueAsync(database, outbox, Enumerable.Range(0, chats).Select(chat => new QueuedDelivery(first + chat, TimeProvider.System.GetUtcNow(), false, [new DeliveryItem(update, 1)])));
        var queued = Stopwatch.GetElapsedTime(queueing);

        var channel = new Unlimited("fast");
        using var stop = new CancellationTokenSource();
        var options = new DeliveryOptions { Lanes = lanes };
        var started = Stopwatch.GetTimestamp();
        var pump = Pump(outbox, channel, options, new DeliverySignal()).RunAsync(stop.Token);
        await channel.CountAsync(chats * each);
        var sent = Stopwatch.GetElapsedTime(started);
        await stop.CancelAsync();
        await pump;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{database.Dialect}: {chats * each:N0} deliveries to {chats:N0} chats: written down at {chats * each / queued.TotalSeconds:N0}/s, claimed, sent and noted at {chats * each / sent.TotalSeconds:N0}/s ({lanes} lanes)"));
    }

    private static async Task LatencyAsync(StoreDatabase database)
    {
        var outbox = new DeliveryOutbox(database);
        var first = await ChatsAsync(database, "idle", 20);
        var channel = new Unlimited("idle");
        using var stop = new CancellationTokenSource();
        var pump = Pump(outbox, channel, new DeliveryOptions(), new DeliverySignal()).RunAsync(stop.Token);
        var took = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            await Task.Delay(20 + i % 7 * 10);
            // As if another process had written it: nothing wakes this one.
            await QueueAsync(database, outbox, [new QueuedDelivery(first + i % 20, TimeProvider.System.GetUtcNow(), false, [new DeliveryItem(i, 1)])]);
            var committed = Stopwatch.GetTimestamp();
            await channel.CountAsync(i + 1);
            took.Add(Stopwatch.GetElapsedTime(committed).TotalMilliseconds);
        }
        await stop.CancelAsync();
        await pump;
        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database.Dialect}: from commit by another process to sent, idle: p50 {took[100]:0} ms, p99 {took[197]:0} ms (looks every 250 ms)"));
    }

    /// <summary>In simulated time: one chat has very much waiting, the others one each; so many are sent a second.</summary>
    private static async Task FairnessAsync(StoreDatabase database, int waiting, int others, int perSecond)
    {
        var outbox = new DeliveryOutbox(database);
        var now = new DateTimeOffset(2025, 6, 24, 8, 0, 0, TimeSpan.Zero);
        var first = await ChatsAsync(database, "fair", others + 1);
        await QueueAsync(database, outbox, Enumerable.Range(0, waiting).Select(update => new QueuedDelivery(first, now, false, [new DeliveryItem(update, 1)])));
        now += TimeSpan.FromSeconds(10);
        var channel = new Unlimited("fair");
        IReadOnlyList<EndedDelivery> ended = [];
        // The busy chat has been served for a while when the others come.
        for (var i = 0; i < 20; i++) await SendAsync();
        var came = now;
        await QueueAsync(database, outbox, Enumerable.Range(1, others).Select(chat => new QueuedDelivery(first + chat, now, false, [new DeliveryItem(chat, 1)])));
        var waits = new List<double>();
        while (waits.Count < others)
            if (await SendAsync() is { } chat && chat != first) waits.Add((now - came).TotalSeconds);
        waits.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{database.Dialect}: one chat with {waiting:N0} waiting, {others} with one, {perSecond}/s: those wait p50 {waits[others / 2]:0.00} s, p99 {waits[^1]:0.00} s (the optimum is {(others + 1.0) / perSecond:0.00} s)"));

        async Task<long?> SendAsync()
        {
            now += TimeSpan.FromSeconds(1.0 / perSecond);
            var claimed = await outbox.TurnAsync(channel, ended, 1, UnknownPolicy.Repeat, now, TimeSpan.FromSeconds(12), CancellationToken.None);
            ended = [.. claimed.Select(delivery => new EndedDelivery(delivery, new DeliveryOutcome.Sent("m")))];
            return claimed.Count > 0 ? claimed[0].ChatId : null;
        }
    }

    private static async Task MatchingAsync(StoreDatabase database, int count)
    {
        const string topic = "bench";
        var first = await ChatsAsync(database, "many", count / 4);
        var random = new Random(3);
        string Subject(int i) => (i % 100) switch { < 60 => $"entity-{Zipf(random, 5_000)}", < 75 => $"attribute-{Zipf(random, 200)}", < 85 => $"Outlet {Zipf(random, 300)}", < 95 => $"word{Zipf(random, 20_000)} other{random.Next(20_000)}", _ => $"Question {Zipf(random, 5_000)}?" };
        SubscriptionKind Kind(int i) => (i % 100) switch { < 60 => SubscriptionKind.Entity, < 75 => SubscriptionKind.Attribute, < 85 => SubscriptionKind.Source, < 95 => SubscriptionKind.Keywords, _ => SubscriptionKind.Question };
        await using (var connection = await database.OpenAsync(CancellationToken.None))
        {
            for (var from = 0; from < count; from += 20_000)
            {
                var rows = Enumerable.Range(from, Math.Min(20_000, count - from)).Select(i => (Kind: Kind(i), Subject: Subject(i), Chat: first + i % (count / 4)))
                    .Select(row => $"{{\"kind_text\":\"{row.Kind.ToString().ToLowerInvariant()}\",\"subject_text\":\"{row.Subject}\",\"anchor_text\":\"{UpdateTerms.AnchorOf(row.Kind, row.Subject)}\",\"chat\":{row.Chat}}}");
                await using var transaction = await connection.BeginTransactionAsync();
                await using var insert = connection.Command(
                    transaction,
                    $"INSERT INTO subscriptions (topic, chat_id, person, kind, subject, anchor, label, rhythm, hour, weekday, created_at) SELECT '{topic}', chat, 'p', kind_text, subject_text, anchor_text, 'l', 'instant', 9, 1, 0 FROM {database.Rows("@rows", "j", "kind_text", "subject_text", "anchor_text", "chat")} WHERE true ON CONFLICT DO NOTHING",
                    ("rows", $"[{string.Join(',', rows)}]"));
                await insert.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }
            await connection.ExecuteAsync(null, "ANALYZE", CancellationToken.None);
        }
        var subscriptions = new SubscriptionStore(database, topic);
        var stored = await CountAsync(database, $"SELECT count(*) FROM subscriptions WHERE topic = '{topic}'");
        var statement = new UpdateStatement("d", 0, "The word40 and other7 of word900 were seen with word12 near the old quay on Monday, said the office, and nobody knew why.", "Source", null);
        var content = new UpdateContent("Source", "Outlet 90", [.. Enumerable.Repeat(new UpdateLine(NewsKind.New, null, statement, []), 8)], ["entity-60", "entity-400", "entity-90", "entity-2000"], ["attribute-50"]);
        await using var reading = await database.OpenAsync(CancellationToken.None);
        var took = new List<double>();
        var matched = 0;
        for (var i = 0; i < 21; i++)
        {
            var started = Stopwatch.GetTimestamp();
            matched = (await subscriptions.MatchAsync(reading, null, new UpdateTerms(content, null), TimeProvider.System.GetUtcNow(), CancellationToken.None)).Count;
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{database.Dialect}: one update against {stored:N0} subscriptions: {matched:N0} match, p50 {took[10]:0.0} ms, slowest of 21 {took[20]:0.0} ms"));
    }

    private static int Zipf(Random random, int count) => (int)Math.Pow(count, random.NextDouble());

    private static async Task<long> ChatsAsync(StoreDatabase database, string platform, int count)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var first = await connection.NumberAsync(null, "SELECT COALESCE(max(id), 0) + 1 FROM chats", CancellationToken.None);
        foreach (var chunk in Enumerable.Range(0, count).Chunk(20_000))
        {
            await using var insert = connection.Command(
                null, $"INSERT INTO chats (id, platform, chat, thread, leased_until, claim) SELECT id, '{platform}', id, '', 0, 0 FROM {database.Rows("@rows", "j", "id")}", ("rows", RowIds.Json(chunk.Select(i => first + i))));
            await insert.ExecuteNonQueryAsync();
        }
        return first;
    }

    private static async Task QueueAsync(StoreDatabase database, DeliveryOutbox outbox, IEnumerable<QueuedDelivery> deliveries)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await outbox.EnqueueAsync(connection, transaction, [.. deliveries], TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static async Task<long> CountAsync(StoreDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        return await connection.NumberAsync(null, sql, CancellationToken.None);
    }

    private static DeliveryPump Pump(DeliveryOutbox outbox, IDeliveryChannel channel, DeliveryOptions options, DeliverySignal signal) => new(
        outbox, channel, async (claimed, cancellation) =>
        {
            // What a composer reads for each delivery is read here too.
            var items = await outbox.ItemsAsync([.. claimed.Select(delivery => delivery.Id)], cancellation);
            return claimed.ToDictionary(delivery => delivery.Id, delivery => new ComposedDelivery(
                Reply.Saying(items[delivery.Id].First().UpdateId.ToString(CultureInfo.InvariantCulture)), [.. items[delivery.Id].Select(item => new ToldNews(item.UpdateId, NewsFate.Shown, [0]))]));
        }, options, signal, TimeProvider.System, NullLogger<DeliveryPump>.Instance);

    private sealed class Unlimited(string platform) : IDeliveryChannel
    {
        private int _count;
        private int _wanted = int.MaxValue;
        private TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Platform => platform;

        public bool RecognisesKeys => true;

        public Task CountAsync(int wanted)
        {
            _enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _wanted, wanted);
            if (Volatile.Read(ref _count) >= wanted) _enough.TrySetResult();
            return _enough.Task;
        }

        public Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation)
        {
            if (Interlocked.Increment(ref _count) >= Volatile.Read(ref _wanted)) _enough.TrySetResult();
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Sent("m"));
        }
    }
}
