using System.Text.Json;
using ChatBot.DiscordClient.Json;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>Dispatches as records. Knows which servers are expected, so that joining and coming back are told apart.</summary>
internal sealed class EventDecoder
{
    private readonly HashSet<ulong> _expected = [];

    /// <summary>Null for what lacks the parts without which nothing can be done.</summary>
    /// <exception cref="JsonException">The data has another form than documented.</exception>
    public GatewayEvent? Decode(DispatchName name, ReadOnlySpan<byte> data) => name switch
    {
        DispatchName.MessageCreate => JsonSerializer.Deserialize(data, DiscordJson.Default.Message) is { Id: not 0, ChannelId: not 0 } m ? new MessageReceived(m) : null,
        DispatchName.MessageUpdate => JsonSerializer.Deserialize(data, DiscordJson.Default.Message) is { Id: not 0, ChannelId: not 0 } m ? new MessageUpdated(m) : null,
        DispatchName.MessageDelete => JsonSerializer.Deserialize(data, DiscordJson.Default.DeletedMessageJson) is { Id: not 0 } d ? new MessageDeleted(d.ChannelId, d.GuildId, [d.Id]) : null,
        DispatchName.MessageDeleteBulk => JsonSerializer.Deserialize(data, DiscordJson.Default.DeletedMessagesJson) is { Ids: { } ids } d ? new MessageDeleted(d.ChannelId, d.GuildId, ids) : null,
        DispatchName.InteractionCreate => JsonSerializer.Deserialize(data, DiscordJson.Default.InteractionJson)?.ToInteraction() is { } i ? new InteractionCreated(i) : null,
        DispatchName.GuildCreate => GuildCreated(data),
        DispatchName.GuildDelete => GuildDeleted(data),
        DispatchName.ChannelUpdate => JsonSerializer.Deserialize(data, DiscordJson.Default.Channel) is { Id: not 0 } changed ? new ChannelUpdated(changed) : null,
        DispatchName.ChannelDelete or DispatchName.ThreadDelete => JsonSerializer.Deserialize(data, DiscordJson.Default.Channel) is { Id: not 0 } c ? new ChannelDestroyed(c) : null,
        DispatchName.Resumed => new Resumed(),
        _ => null,
    };

    public static ReadyJson? DecodeReady(ReadOnlySpan<byte> data) => JsonSerializer.Deserialize(data, DiscordJson.Default.ReadyJson);

    public Ready? Decode(ReadyJson ready)
    {
        _expected.Clear();
        _expected.UnionWith(ready.Guilds.Select(g => g.Id));
        return ready.User is { } user ? new Ready(user, ready.Application?.Id ?? user.Id, [.. _expected]) : null;
    }

    private GatewayEvent? GuildCreated(ReadOnlySpan<byte> data)
    {
        if (JsonSerializer.Deserialize(data, DiscordJson.Default.Guild) is not { Id: not 0 } guild)
            return null;
        if (guild.Unavailable)
            return new GuildUnavailable(guild.Id);
        return _expected.Remove(guild.Id) ? new GuildAvailable(guild) : new JoinedGuild(guild);
    }

    private GatewayEvent? GuildDeleted(ReadOnlySpan<byte> data)
    {
        if (JsonSerializer.Deserialize(data, DiscordJson.Default.Guild) is not { Id: not 0 } guild)
            return null;
        if (!guild.Unavailable)
            return new LeftGuild(guild.Id);
        _expected.Add(guild.Id);
        return new GuildUnavailable(guild.Id);
    }
}
