using ChatBot.DiscordClient.Components;

namespace ChatBot.DiscordClient.Entities;

public enum MessageType
{
    Default = 0,
    Reply = 19,
    ApplicationCommand = 20,
    ThreadStarterMessage = 21,
    ContextMenuCommand = 23,
}

/// <summary>A message. Without the message-content intent <see cref="Content"/> is empty unless the bot was mentioned, written to, or asked by a menu.</summary>
public sealed record Message
{
    public ulong Id { get; init; }
    public ulong ChannelId { get; init; }
    public ulong? GuildId { get; init; }
    public MessageType Type { get; init; }
    public User? Author { get; init; }
    public Member? Member { get; init; }
    public string Content { get; init => field = value ?? ""; } = "";
    public DateTimeOffset? Timestamp { get; init; }
    public DateTimeOffset? EditedTimestamp { get; init; }
    public IReadOnlyList<User> Mentions { get; init => field = value ?? []; } = [];
    public bool MentionEveryone { get; init; }
    public IReadOnlyList<Embed> Embeds { get; init => field = value ?? []; } = [];
    public IReadOnlyList<MessageComponent> Components { get; init => field = value ?? []; } = [];
    public MessageFlags Flags { get; init; }
    public ulong? WebhookId { get; init; }
    public ulong? ApplicationId { get; init; }
    public MessageReference? MessageReference { get; init; }

    /// <summary>The message replied to; null if it was deleted or not loaded.</summary>
    public Message? ReferencedMessage { get; init; }
    public Channel? Thread { get; init; }

    /// <summary>The command or tap that this answers; null for other messages.</summary>
    public MessageInteractionMetadata? InteractionMetadata { get; init; }

    /// <summary>Written by a person: not by a bot, not by a webhook, not by Discord itself.</summary>
    public bool IsFromPerson => Author is { Bot: false } && WebhookId is null && Type is MessageType.Default or MessageType.Reply;

    public bool IsReplyTo(ulong userId) => ReferencedMessage?.Author?.Id == userId;

    public bool MentionsUser(ulong userId) => Mentions.Any(u => u.Id == userId);
}

/// <summary>Whose interaction a message answers.</summary>
public sealed record MessageInteractionMetadata
{
    public ulong Id { get; init; }
    public User? User { get; init; }
}
