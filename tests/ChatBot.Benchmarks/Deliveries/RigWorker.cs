using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Discord;
using ChatBot.Discord.Conversations;
using ChatBot.Discord.State;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Questions;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.Updates;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>
/// One process of the crash rig: writes numbered updates down, each with its deliveries in one transaction, and delivers them over the service's own channels
/// and clients. It is killed at any moment, and another goes on where the store says. It ends with its input.
/// </summary>
internal static class RigWorker
{
    public const string Discord = DiscordMapping.Platform;

    public const string Telegram = TelegramMapping.Platform;

    /// <summary>What a message begins with; the update's number follows.</summary>
    public const string Said = "Update ";

    private static readonly TimeSpan NothingToWrite = TimeSpan.FromMilliseconds(20);

    public static bool IsUpdate(string text) => text.StartsWith(Said, StringComparison.Ordinal);

    public static int Run(IReadOnlyList<string> arguments)
    {
        RunAsync(RigSettings.Read(arguments), arguments).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(RigSettings settings, IReadOnlyList<string> arguments)
    {
        await using var database = StoreDatabase.At(StoreAddress.Parse(settings.Store));
        var outbox = new DeliveryOutbox(database);
        var log = new UpdateLog(database, "rig");
        var signal = new DeliverySignal();
        var channels = await ChannelsAsync(settings, arguments);
        var options = new DeliveryOptions { Lease = TimeSpan.FromMilliseconds(settings.Lease), Poll = TimeSpan.FromMilliseconds(50) };
        using var stop = new CancellationTokenSource();
        var allowed = 0;
        foreach (var channel in channels) await outbox.HasReadyAsync(channel.Platform, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Console.WriteLine("ready");

        // Each line of the input says how many updates may be written down; the first lets it begin, the end ends it.
        var begin = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            while (await Console.In.ReadLineAsync() is { } line)
            {
                Volatile.Write(ref allowed, int.Parse(line, CultureInfo.InvariantCulture));
                begin.TrySetResult();
            }
            await stop.CancelAsync();
            begin.TrySetResult();
        });
        await begin.Task;
        var pumps = channels.Select(channel => new DeliveryPump(
            outbox, channel, (claimed, cancellation) => ComposeAsync(outbox, claimed, cancellation), options, signal, TimeProvider.System, NullLogger<DeliveryPump>.Instance).RunAsync(stop.Token)).ToList();
        while (!stop.IsCancellationRequested)
        {
            if (await WriteAsync(database, outbox, log, settings, Volatile.Read(ref allowed))) signal.Wake();
            else await Task.Delay(NothingToWrite);
        }
        await Task.WhenAll([.. pumps, reading]);
    }

    /// <summary>The channels, with their connections made: a process that is killed must have had time to deliver.</summary>
    private static async Task<IReadOnlyList<IDeliveryChannel>> ChannelsAsync(RigSettings settings, IReadOnlyList<string> arguments)
    {
        var time = TimeProvider.System;
        HttpMessageHandler Line() => new SlowLine(new SocketsHttpHandler(), settings.Seed, settings.Line);
        var discord = new DiscordRestClient(
            new DiscordRestConfig { ApiRoot = new Uri(Options.Get(arguments, "--discord")), GlobalRequestsPerSecond = settings.PerSecond }, new DiscordToken(Options.Get(arguments, "--discord-token")), time,
            new Random(settings.Seed), Line());
        var telegram = new TelegramBotClient(new TelegramBotClientOptions(Options.Get(arguments, "--telegram-token"), Options.Get(arguments, "--telegram")), Line(), time);
        var pacer = new TelegramPacer(new PacingLimits { Overall = settings.PerSecond, ChatInterval = TimeSpan.FromSeconds(1.0 / settings.PerSecond) }, time);
        var sender = new TelegramSender(telegram, pacer, new TelegramMembership([], time), time, NullLogger<TelegramSender>.Instance);
        // A channel that there is not: each process asks for another, so that no limit of the simulator is met.
        await discord.GetChannelAsync((ulong)Environment.ProcessId, CancellationToken.None);
        await telegram.GetMe(CancellationToken.None);
        // Made once: every message that goes out is looked through for statements.
        var nothing = KnowledgeBase.Build(Topic.None, []);
        return [new DiscordDeliveries(discord, () => nothing), new TelegramDeliveries(sender, new MessageHandler(() => nothing, new ConversationMemory(time), new Allowance(time), []))];
    }

    private static async ValueTask<IReadOnlyDictionary<long, ComposedDelivery>> ComposeAsync(DeliveryOutbox outbox, IReadOnlyList<ClaimedDelivery> claimed, CancellationToken cancellation)
    {
        var items = await outbox.ItemsAsync([.. claimed.Select(delivery => delivery.Id)], cancellation);
        return claimed.ToDictionary(delivery => delivery.Id, delivery => new ComposedDelivery(
            Reply.Saying(Said + string.Join(' ', items[delivery.Id].Select(item => item.SubscriptionId))), [.. items[delivery.Id].Select(item => new ToldNews(item.UpdateId, NewsFate.Shown, [0]))]));
    }

    /// <returns>Whether one was written down.</returns>
    private static async Task<bool> WriteAsync(StoreDatabase database, DeliveryOutbox outbox, UpdateLog log, RigSettings settings, int allowed)
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        if (await connection.NumberAsync(null, "SELECT count(*) FROM updates", CancellationToken.None) >= allowed) return false;
        await using var transaction = await connection.BeginTransactionAsync();
        if (database.IngestLock.Length > 0) await connection.ExecuteAsync(transaction, database.IngestLock, CancellationToken.None);
        var number = (int)await connection.NumberAsync(transaction, "SELECT count(*) FROM updates", CancellationToken.None) + 1;
        if (number > allowed) return false;
        var now = TimeProvider.System.GetUtcNow();
        var id = await log.AddAsync(connection, transaction, $"u{number}", 1, null, false, new UpdateContent("rig", null, [], [], []), now, CancellationToken.None);
        var first = await connection.NumberAsync(transaction, "SELECT min(id) FROM chats", CancellationToken.None);
        var deliveries = new List<QueuedDelivery>();
        // The rig's chats are numbered one after the other, first those of one platform, then those of the other.
        foreach (var chat in settings.ChatsOf(number))
            for (var platform = 0; platform < 2; platform++)
                deliveries.Add(new QueuedDelivery(first + platform * settings.Chats + chat, now, false, [new DeliveryItem(id, number)]));
        await outbox.EnqueueAsync(connection, transaction, deliveries, now, CancellationToken.None);
        await transaction.CommitAsync();
        return true;
    }
}
