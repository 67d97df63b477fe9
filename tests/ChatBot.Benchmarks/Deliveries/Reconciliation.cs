using System.Globalization;
using ChatBot.Store;

namespace ChatBot.Benchmarks.Deliveries;

/// <summary>What people saw, held against what was written down.</summary>
/// <param name="Deliveries">How many were to arrive.</param>
/// <param name="Lost">Never seen.</param>
/// <param name="Unexpected">Seen, but never written down.</param>
/// <param name="Stuck">Neither arrived nor given up.</param>
/// <param name="Disordered">Seen for the first time after a later one of the same chat.</param>
/// <param name="KeyedTwice">Seen twice where the platform recognises keys.</param>
/// <param name="PlainTwice">Seen again where it recognises none.</param>
/// <param name="Unmarked">Of those, not marked as doubtful.</param>
internal sealed record Reconciliation(int Deliveries, int Lost, int Unexpected, long Stuck, int Disordered, int KeyedTwice, int PlainTwice, int Unmarked)
{
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Deliveries} deliveries, lost {Lost}, unexpected {Unexpected}, stuck {Stuck}, out of order {Disordered}, seen twice with keys {KeyedTwice}, without {PlainTwice} (unmarked {Unmarked})");

    /// <summary>Whether every promise was kept.</summary>
    /// <param name="mostTwice">How many may be seen again where the platform recognises no keys.</param>
    public bool IsKept(int mostTwice) => Lost == 0 && Unexpected == 0 && Stuck == 0 && Disordered == 0 && KeyedTwice == 0 && PlainTwice <= mostTwice && Unmarked == 0;

    public static async Task<Reconciliation> OfAsync(StoreDatabase database, LoopbackSink sink, int updates, long stuck)
    {
        var doubtful = new HashSet<string>(StringComparer.Ordinal);
        await using (var connection = await database.OpenAsync(CancellationToken.None))
        {
            await using var command = connection.Command(null, "SELECT key FROM deliveries WHERE doubtful > 0");
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync()) doubtful.Add(rows.GetString(0));
        }
        var expected = Enumerable.Range(1, updates).SelectMany(update => RigWorker.ChatsOf(update).Select(chat => (Chat: chat.ToString(CultureInfo.InvariantCulture), Update: update.ToString(CultureInfo.InvariantCulture)))).ToHashSet();
        var (lost, unexpected, disordered, unmarked) = (0, 0, 0, 0);
        var twice = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var platform in new[] { "keyed", "plain" })
        {
            var shown = sink.On(platform);
            var seen = new HashSet<(string, string)>();
            var last = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var message in shown)
            {
                if (!expected.Contains((message.Chat, message.Text))) unexpected++;
                else if (seen.Add((message.Chat, message.Text)))
                {
                    var number = int.Parse(message.Text, CultureInfo.InvariantCulture);
                    if (last.TryGetValue(message.Chat, out var before) && before > number) disordered++;
                    last[message.Chat] = number;
                }
                else
                {
                    twice[platform] = twice.GetValueOrDefault(platform) + 1;
                    if (platform == "plain" && !doubtful.Contains(message.Key)) unmarked++;
                }
            }
            lost += expected.Count - seen.Count;
        }
        return new Reconciliation(2 * expected.Count, lost, unexpected, stuck, disordered, twice.GetValueOrDefault("keyed"), twice.GetValueOrDefault("plain"), unmarked);
    }
}
