using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.Discord;

/// <summary>What the bot needs to know of servers, asked for when it does.</summary>
internal sealed class DiscordServers(DiscordRestClient rest)
{
    /// <summary>
    /// Whether a message's author may manage the chat: in a server its owner alone, because a message doesn't say what its author may do, as
    /// a command or a tap does.
    /// </summary>
    public async ValueTask<bool> IsOwnerAsync(ulong? guild, ulong person, CancellationToken cancellation) =>
        guild is not { } server || (await rest.GetGuildAsync(server, cancellation) is RestResult<Guild>.Done { Value.OwnerId: { } owner } && owner == person);

    /// <summary>The channel that a thread or forum post hangs on; null for other channels.</summary>
    public async ValueTask<ulong?> ParentOfAsync(ulong channel, CancellationToken cancellation) =>
        await rest.GetChannelAsync(channel, cancellation) is RestResult<Channel>.Done { Value: { IsThread: true, ParentId: { } parent } } ? parent : null;
}
