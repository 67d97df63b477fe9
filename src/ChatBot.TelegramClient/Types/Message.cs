using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient.Types;

/// <summary>A message, a service message, or the shell of one that can no longer be seen (<see cref="IsInaccessible"/>).</summary>
public sealed record Message
{
    /// <summary>Unique within its chat only.</summary>
    [JsonPropertyName("message_id")]
    public int Id { get; init; }

    /// <summary>A forum's topic, or in other supergroups the root of a reply thread.</summary>
    public int? MessageThreadId { get; init; }

    /// <summary>The message stands in a forum's topic; only then is the thread id sent back.</summary>
    public bool IsTopicMessage { get; init; }

    /// <summary>Absent in channels; for anonymous administrators a placeholder, see <see cref="SenderChat"/>.</summary>
    public User? From { get; init; }

    /// <summary>An anonymous administrator's group, or the channel that posts.</summary>
    public Chat? SenderChat { get; init; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset Date { get; init; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? EditDate { get; init; }

    public Chat Chat { get => field ?? new Chat(); init; }

    public string? Text { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }

    /// <summary>The message answered to; itself without a further <c>reply_to_message</c>.</summary>
    public Message? ReplyToMessage { get; init; }

    /// <summary>The part of the answered message that the person marked.</summary>
    public TextQuote? Quote { get; init; }

    /// <summary>Set when the message is a forward.</summary>
    public MessageOrigin? ForwardOrigin { get; init; }

    /// <summary>A channel's post repeated by Telegram itself in the linked group.</summary>
    public bool IsAutomaticForward { get; init; }

    /// <summary>The bot whose inline result this message is.</summary>
    public User? ViaBot { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public IReadOnlyList<User>? NewChatMembers { get; init; }
    public User? LeftChatMember { get; init; }
    public string? NewChatTitle { get; init; }
    public bool GroupChatCreated { get; init; }
    public bool SupergroupChatCreated { get; init; }

    /// <summary>The group has become the supergroup of this id; the old id is dead.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>This supergroup was the group of this id.</summary>
    public long? MigrateFromChatId { get; init; }

    public JsonElement? ForumTopicCreated { get; init; }
    public JsonElement? ForumTopicEdited { get; init; }
    public JsonElement? ForumTopicClosed { get; init; }
    public JsonElement? ForumTopicReopened { get; init; }
    public JsonElement? PinnedMessage { get; init; }

    public JsonElement? Animation { get; init; }
    public JsonElement? Audio { get; init; }
    public JsonElement? Contact { get; init; }
    public JsonElement? Dice { get; init; }
    public JsonElement? Document { get; init; }
    public JsonElement? Location { get; init; }
    public JsonElement? Photo { get; init; }
    public JsonElement? Poll { get; init; }
    public JsonElement? Sticker { get; init; }
    public JsonElement? Story { get; init; }
    public JsonElement? Video { get; init; }
    public JsonElement? VideoNote { get; init; }
    public JsonElement? Voice { get; init; }

    /// <summary>Deleted or too old: only <see cref="Chat"/> and <see cref="Id"/> mean anything.</summary>
    [JsonIgnore]
    public bool IsInaccessible => Date == DateTimeOffset.UnixEpoch;

    [JsonIgnore]
    public MessageType Type => this switch
    {
        { IsInaccessible: true } => MessageType.Inaccessible,
        { Text: not null } => MessageType.Text,
        { MigrateToChatId: not null } => MessageType.MigrateToChatId,
        { MigrateFromChatId: not null } => MessageType.MigrateFromChatId,
        { NewChatMembers: not null } => MessageType.NewChatMembers,
        { LeftChatMember: not null } => MessageType.LeftChatMember,
        _ when HasMedia => MessageType.Media,
        _ when IsOtherService => MessageType.Service,
        _ => MessageType.Unknown,
    };

    private bool HasMedia =>
        (Animation ?? Audio ?? Contact ?? Dice ?? Document ?? Location ?? Photo ?? Poll ?? Sticker ?? Story ?? Video ?? VideoNote ?? Voice)
        is not null;

    private bool IsOtherService => GroupChatCreated || SupergroupChatCreated || NewChatTitle is not null
        || (ForumTopicCreated ?? ForumTopicEdited ?? ForumTopicClosed ?? ForumTopicReopened ?? PinnedMessage) is not null;
}
