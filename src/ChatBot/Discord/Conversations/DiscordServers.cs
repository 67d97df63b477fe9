using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;

namespace ChatBot.Discord.Conversations;

/// <summary>What the bot needs to know of servers, asked for when it does.</summary>
internal sealed class DiscordServers(DiscordRestClient rest)
{
    private const GuildPermission Managing = GuildPermission.Administrator | GuildPermission.ManageGuild;

    /// <summary>
    /// Whether a message's author may manage the server: its owner, or who has a role that allows it. A message names only its author's roles, so what they
    /// allow is asked for; a command or a tap comes with the rights themselves.
    /// </summary>
    public async ValueTask<bool> MayManageAsync(ulong? guild, ulong person, IReadOnlyList<ulong> roles, CancellationToken cancellation)
    {
        if (guild is not { } server) return true;
        if (await rest.GetGuildAsync(server, cancellation) is not RestResult<Guild>.Done { Value: var found }) return false;
        return found.OwnerId == person || found.Roles.Any(role => (role.Id == server || roles.Contains(role.Id)) && (role.Permissions & Managing) != 0);
    }

    /// <summary>The channel that a thread or forum post hangs on; null for other channels.</summary>
    public async ValueTask<ulong?> ParentOfAsync(ulong channel, CancellationToken cancellation) =>
        await rest.GetChannelAsync(channel, cancellation) is RestResult<Channel>.Done { Value: { IsThread: true, ParentId: { } parent } } ? parent : null;
}
