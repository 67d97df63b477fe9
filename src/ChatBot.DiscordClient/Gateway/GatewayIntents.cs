namespace ChatBot.DiscordClient.Gateway;

/// <summary>Which events are sent at all. Interactions come without any.</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    GuildMessageReactions = 1 << 10,
    DirectMessages = 1 << 12,
    DirectMessageReactions = 1 << 13,

    /// <summary>Privileged: switched on in the portal, reviewed above 10,000 users.</summary>
    MessageContent = 1 << 15,

    /// <summary>All that this bot needs, none of it privileged.</summary>
    Unprivileged = Guilds | GuildMessages | DirectMessages,
}
