using ChatBot.DiscordClient.Interactions;
using ChatBot.Store;

namespace ChatBot.Discord.State;

/// <summary>Lets an act with an effect happen once, even if the platform tells of it again after a crash.</summary>
internal sealed class DiscordOnce(StoreDatabase database, string bot, TimeProvider time)
{
    /// <summary>Whether this act wasn't let pass before.</summary>
    public ValueTask<bool> PassAsync(Interaction interaction, CancellationToken cancellation) => PassAsync(interaction.Id, cancellation);

    /// <summary>The same for an act that is about something of that number; it is remembered for three days.</summary>
    public async ValueTask<bool> PassAsync(ulong id, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var insert = connection.Command(
            null, "INSERT INTO seen_updates (platform, bot, id, received_at, body) VALUES (@platform, @bot, @id, @now, NULL) ON CONFLICT DO NOTHING",
            ("platform", DiscordMapping.Platform), ("bot", bot), ("id", (long)id), ("now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        return await insert.ExecuteNonQueryAsync(cancellation) > 0;
    }
}
