using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.DiscordClient.Gateway;
using ChatBot.Store;

namespace ChatBot.Discord.State;

/// <summary>Keeps the count of sessions begun in the store, for all processes that use the bot's token. An exchange that another process was faster with is made again.</summary>
internal sealed class DiscordIdentifies(StoreDatabase database, string bot) : IIdentifyBudgetStore
{
    public async ValueTask<TimeSpan> ExchangeAsync(Func<IdentifyBudget, (IdentifyBudget Next, TimeSpan Wait)> change, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using (var begin = connection.Command(null, "INSERT INTO discord_identifies (bot, version, hours) VALUES (@bot, 0, '{}') ON CONFLICT DO NOTHING", ("bot", bot)))
            await begin.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            var (version, budget) = await ReadAsync();
            var (next, wait) = change(budget);
            await using var write = connection.Command(
                null, "UPDATE discord_identifies SET version = version + 1, hours = @hours WHERE bot = @bot AND version = @version",
                ("hours", Write(next)), ("bot", bot), ("version", version));
            if (await write.ExecuteNonQueryAsync(cancellationToken) > 0) return wait;
        }

        async Task<(int Version, IdentifyBudget Budget)> ReadAsync()
        {
            await using var query = connection.Command(null, "SELECT version, hours FROM discord_identifies WHERE bot = @bot", ("bot", bot));
            await using var rows = await query.ExecuteReaderAsync(cancellationToken);
            return await rows.ReadAsync(cancellationToken) ? (rows.GetInt32(0), Read(rows.GetString(1))) : throw new StoreException("The row of identify counts was deleted by someone else.");
        }
    }

    private static string Write(IdentifyBudget budget) =>
        JsonSerializer.Serialize(budget.Hours.ToDictionary(hour => hour.Key.ToString(CultureInfo.InvariantCulture), hour => hour.Value), IdentifyHoursJson.Default.DictionaryStringInt32);

    private static IdentifyBudget Read(string hours) => new(
        (JsonSerializer.Deserialize(hours, IdentifyHoursJson.Default.DictionaryStringInt32) ?? []).ToDictionary(hour => long.Parse(hour.Key, CultureInfo.InvariantCulture), hour => hour.Value));
}

/// <summary>JSON of the hours: hour since 1970 → sessions begun in it.</summary>
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class IdentifyHoursJson : JsonSerializerContext;
