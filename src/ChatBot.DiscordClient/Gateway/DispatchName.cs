using System.Text.Json;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>The dispatches this client knows; every other is <see cref="Other"/>.</summary>
internal enum DispatchName
{
    None,
    Other,
    Ready,
    Resumed,
    MessageCreate,
    MessageUpdate,
    MessageDelete,
    MessageDeleteBulk,
    InteractionCreate,
    GuildCreate,
    GuildDelete,
    ChannelUpdate,
    ChannelDelete,
    ThreadDelete,
}

internal static class DispatchNames
{
    public static DispatchName Of(ref Utf8JsonReader reader) => reader.HasValueSequence || reader.ValueIsEscaped ? DispatchName.Other : Of(reader.ValueSpan);

    public static GatewayEventKinds Kind(this DispatchName name) => name switch
    {
        DispatchName.Ready => GatewayEventKinds.Ready,
        DispatchName.Resumed => GatewayEventKinds.Resumed,
        DispatchName.MessageCreate => GatewayEventKinds.MessageReceived,
        DispatchName.MessageUpdate => GatewayEventKinds.MessageUpdated,
        DispatchName.MessageDelete or DispatchName.MessageDeleteBulk => GatewayEventKinds.MessageDeleted,
        DispatchName.InteractionCreate => GatewayEventKinds.InteractionCreated,
        DispatchName.GuildCreate or DispatchName.GuildDelete => GatewayEventKinds.Guilds,
        DispatchName.ChannelUpdate => GatewayEventKinds.ChannelUpdated,
        DispatchName.ChannelDelete or DispatchName.ThreadDelete => GatewayEventKinds.ChannelDestroyed,
        _ => GatewayEventKinds.None,
    };

    private static DispatchName Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 when name.SequenceEqual("READY"u8) => DispatchName.Ready,
        7 when name.SequenceEqual("RESUMED"u8) => DispatchName.Resumed,
        12 when name.SequenceEqual("GUILD_CREATE"u8) => DispatchName.GuildCreate,
        12 when name.SequenceEqual("GUILD_DELETE"u8) => DispatchName.GuildDelete,
        13 when name.SequenceEqual("THREAD_DELETE"u8) => DispatchName.ThreadDelete,
        14 when name.SequenceEqual("MESSAGE_CREATE"u8) => DispatchName.MessageCreate,
        14 when name.SequenceEqual("MESSAGE_UPDATE"u8) => DispatchName.MessageUpdate,
        14 when name.SequenceEqual("MESSAGE_DELETE"u8) => DispatchName.MessageDelete,
        14 when name.SequenceEqual("CHANNEL_UPDATE"u8) => DispatchName.ChannelUpdate,
        14 when name.SequenceEqual("CHANNEL_DELETE"u8) => DispatchName.ChannelDelete,
        18 when name.SequenceEqual("INTERACTION_CREATE"u8) => DispatchName.InteractionCreate,
        19 when name.SequenceEqual("MESSAGE_DELETE_BULK"u8) => DispatchName.MessageDeleteBulk,
        _ => DispatchName.Other,
    };
}
