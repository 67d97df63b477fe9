namespace ChatBot.DiscordClient.Entities;

[Flags]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,

    /// <summary>Only the person who acted sees it; possible only in answers to an interaction.</summary>
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotification = 1 << 12,
    ComponentsV2 = 1 << 15,
}
