using System.Globalization;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Discord.State;

/// <summary>Keeps servers' settings in the store; what was read is believed for a few seconds, because every question asks.</summary>
internal sealed class DiscordServerStore(StoreDatabase database, TimeProvider time)
{
    private readonly ExpiringMap<ulong, ServerSettings> _read = new(10_000, TimeSpan.FromSeconds(5), time);

    public async ValueTask<ServerSettings> FindAsync(ulong guild, CancellationToken cancellation)
    {
        if (_read.TryGet(guild, out var known)) return known;
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, "SELECT for_one, channels FROM discord_servers WHERE guild = @guild", ("guild", DiscordMapping.Number(guild)));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var settings = await rows.ReadAsync(cancellation)
            ? new ServerSettings(rows.GetInt32(0) != 0, [.. rows.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => ulong.Parse(id, CultureInfo.InvariantCulture))])
            : ServerSettings.Unset;
        _read.Set(guild, settings);
        return settings;
    }

    public async ValueTask SetAsync(ulong guild, ServerSettings settings, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var write = connection.Command(
            null,
            """
            INSERT INTO discord_servers (guild, for_one, channels) VALUES (@guild, @one, @channels)
            ON CONFLICT (guild) DO UPDATE SET for_one = excluded.for_one, channels = excluded.channels
            """,
            ("guild", DiscordMapping.Number(guild)), ("one", settings.IsForOneAlone ? 1 : 0), ("channels", string.Join(' ', settings.Channels.Select(DiscordMapping.Number))));
        await write.ExecuteNonQueryAsync(cancellation);
        _read.Set(guild, settings);
    }
}
