namespace ChatBot.Simulators.Discord.World;

[Flags]
public enum Permission : ulong
{
    None = 0,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    ReadMessageHistory = 1UL << 16,
    UseApplicationCommands = 1UL << 31,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
    Everyone = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | UseApplicationCommands | CreatePublicThreads | SendMessagesInThreads,
}
