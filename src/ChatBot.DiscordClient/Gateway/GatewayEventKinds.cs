namespace ChatBot.DiscordClient.Gateway;

/// <summary>The events this client can deliver. Those not asked for are passed over before anything is decoded.</summary>
[Flags]
public enum GatewayEventKinds
{
    None = 0,
    MessageReceived = 1 << 0,
    MessageUpdated = 1 << 1,
    MessageDeleted = 1 << 2,
    InteractionCreated = 1 << 3,
    Guilds = 1 << 4,
    ChannelDestroyed = 1 << 5,
    Ready = 1 << 6,
    Resumed = 1 << 7,
    ChannelUpdated = 1 << 8,
    All = (1 << 9) - 1,
}
