using System.Globalization;
using ChatBot.Store;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>What people saw, held against what was written down.</summary>
/// <param name="Deliveries">How many there were to be.</param>
/// <param name="Lost">Written down, and never seen.</param>
/// <param name="Unexpected">Seen, and never written down for that chat.</param>
/// <param name="Stuck">Not ended at the end.</param>
/// <param name="Disordered">Seen after a later one of the same chat.</param>
/// <param name="DiscordTwice">Seen more than once on the platform that recognises keys.</param>
/// <param name="TelegramTwice">Seen more than once on the one that does not.</param>
/// <param name="Unmarked">Of those, how many the store does not say may be.</param>
/// <param name="Marked">How many the store says may be.</param>
/// <param name="TooMany">Requests that a platform refused as too many.</param>
internal sealed record Reconciliation(int Deliveries, int Lost, int Unexpected, long Stuck, int Disordered, int DiscordTwice, int TelegramTwice, int Unmarked, int Marked, int TooMany)
{
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Deliveries} deliveries, lost {Lost}, unexpected {Unexpected}, stuck {Stuck}, out of order {Disordered}, seen twice on Discord {DiscordTwice}, on Telegram {TelegramTwice} (unmarked {Unmarked}; {Marked} marked), refused as too many {TooMany}");

    /// <summary>Whether every promise was kept.</summary>
    /// <param name="mostTwice">How many may be seen again where the platform recognises no keys.</param>
    public bool IsKept(int mostTwice) => Lost == 0 && Unexpected == 0 && Stuck == 0 && Disordered == 0 && DiscordTwice == 0 && TelegramTwice <= mostTwice && Unmarked == 0;

    public static async Task<Reconciliation> OfAsync(StoreDatabase database, SimulatedPlatforms platforms, RigSettings settings, long stuck)
    {
        var doubtful = await DoubtfulAsync(database);
        var expected = new List<int>[settings.Chats];
        for (var chat = 0; chat < settings.Chats; chat++) expected[chat] = [];
        for (var update = 1; update <= settings.Updates; update++)
            foreach (var chat in settings.ChatsOf(update)) expected[chat].Add(update);
        var (lost, unexpected, disordered, unmarked) = (0, 0, 0, 0);
        var twice = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var platform in new[] { RigWorker.Discord, RigWorker.Telegram })
        {
            var addresses = platforms.ChatsOn(platform);
            for (var chat = 0; chat < settings.Chats; chat++)
            {
                var wanted = expected[chat].ToHashSet();
                var seen = new HashSet<int>();
                var last = 0;
                foreach (var number in platforms.Shown(platform, chat))
                {
                    if (!wanted.Contains(number)) unexpected++;
                    else if (seen.Add(number))
                    {
                        if (number < last) disordered++;
                        last = number;
                    }
                    else
                    {
                        twice[platform] = twice.GetValueOrDefault(platform) + 1;
                        if (platform == RigWorker.Telegram && !doubtful.Contains((addresses[chat], number))) unmarked++;
                    }
                }
                lost += wanted.Count - seen.Count;
            }
        }
        return new Reconciliation(
            2 * expected.Sum(updates => updates.Count), lost, unexpected, stuck, disordered, twice.GetValueOrDefault(RigWorker.Discord), twice.GetValueOrDefault(RigWorker.Telegram), unmarked,
            doubtful.Count(delivery => platforms.ChatsOn(RigWorker.Telegram).Contains(delivery.Chat)), platforms.TooMany);
    }

    private static async Task<HashSet<(string Chat, int Update)>> DoubtfulAsync(StoreDatabase database)
    {
        var doubtful = new HashSet<(string, int)>();
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await using var command = connection.Command(
            null, "SELECT c.chat, i.subscription_id FROM deliveries d JOIN chats c ON c.id = d.chat_id JOIN delivery_items i ON i.delivery_id = d.id WHERE d.doubtful > 0");
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) doubtful.Add((rows.GetString(0), (int)rows.GetInt64(1)));
        return doubtful;
    }
}
