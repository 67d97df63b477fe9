using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Interactions;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>Something that happened, in the order Discord told it.</summary>
public abstract record GatewayEvent
{
    public int ShardId { get; init; }

    /// <summary>Its number within the session.</summary>
    public long Sequence { get; init; }
}

/// <summary>A new session. Servers listed here become known one by one as <see cref="GuildAvailable"/>.</summary>
public sealed record Ready(User CurrentUser, ulong ApplicationId, IReadOnlyList<ulong> GuildIds) : GatewayEvent;

/// <summary>The session goes on; what was missed has been delivered before this.</summary>
public sealed record Resumed : GatewayEvent;

public sealed record MessageReceived(Message Message) : GatewayEvent;

/// <summary>A message changed, or only its link previews did: compare <see cref="Message.EditedTimestamp"/>. Parts may be missing.</summary>
public sealed record MessageUpdated(Message Message) : GatewayEvent;

public sealed record MessageDeleted(ulong ChannelId, ulong? GuildId, IReadOnlyList<ulong> MessageIds) : GatewayEvent;

public sealed record InteractionCreated(Interaction Interaction) : GatewayEvent;

/// <summary>A server of this session is there (again).</summary>
public sealed record GuildAvailable(Guild Guild) : GatewayEvent;

/// <summary>
/// The bot was added to a server. After a restart that resumed, a server coming back from an outage looks the same:
/// <see cref="Guild.JoinedAt"/> tells them apart.
/// </summary>
public sealed record JoinedGuild(Guild Guild) : GatewayEvent;

/// <summary>An outage; the server will come back by itself.</summary>
public sealed record GuildUnavailable(ulong GuildId) : GatewayEvent;

public sealed record LeftGuild(ulong GuildId) : GatewayEvent;

/// <summary>A channel or thread is gone.</summary>
public sealed record ChannelDestroyed(Channel Channel) : GatewayEvent;

/// <summary>A channel was changed, perhaps in who may do what there.</summary>
public sealed record ChannelUpdated(Channel Channel) : GatewayEvent;
