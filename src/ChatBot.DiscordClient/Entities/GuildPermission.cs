namespace ChatBot.DiscordClient.Entities;

/// <summary>The permissions this bot asks about; other bits are kept.</summary>
[Flags]
public enum GuildPermission : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageChannels = 1UL << 4,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    ReadMessageHistory = 1UL << 16,
    UseApplicationCommands = 1UL << 31,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
}
