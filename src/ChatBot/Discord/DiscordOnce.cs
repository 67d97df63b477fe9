using ChatBot.DiscordClient.Interactions;
using ChatBot.Store;

namespace ChatBot.Discord;

/// <summary>Lets an act with an effect happen once, even if the platform tells of it again after a crash.</summary>
internal sealed class DiscordOnce(SeenUpdates seen, TimeProvider time)
{
    /// <summary>Whether this act wasn't let pass before.</summary>
    public async ValueTask<bool> PassAsync(Interaction interaction, CancellationToken cancellation)
    {
        var id = (long)interaction.Id;
        if ((await seen.AddAsync([new ReceivedUpdate(id, [])], time.GetUtcNow(), cancellation)).Count == 0) return false;
        await seen.DoneAsync(id, cancellation);
        return true;
    }
}
