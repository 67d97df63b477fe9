using System.Globalization;
using ChatBot.DiscordClient.Entities;

namespace ChatBot.Discord;

/// <summary>The address under which people add the bot to a server, with the few rights that it needs there.</summary>
internal static class DiscordInvitation
{
    private const GuildPermission Needed =
        GuildPermission.ViewChannel | GuildPermission.SendMessages | GuildPermission.SendMessagesInThreads | GuildPermission.EmbedLinks | GuildPermission.ReadMessageHistory;

    public static Uri To(ulong application) => new(string.Create(
        CultureInfo.InvariantCulture, $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={(ulong)Needed}"));
}
