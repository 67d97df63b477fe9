using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Types;

/// <summary>
/// Something that happened. Unknown kinds have <see cref="UpdateType.Unknown"/>; one that could not be read has <see cref="Problem"/>.
/// </summary>
[JsonConverter(typeof(UpdateConverter))]
public sealed record Update
{
    /// <summary>Grows by one; after a quiet week it may restart anywhere.</summary>
    public int Id { get; init; }

    public Message? Message { get; init; }
    public Message? EditedMessage { get; init; }
    public Message? ChannelPost { get; init; }
    public Message? EditedChannelPost { get; init; }
    public InlineQuery? InlineQuery { get; init; }
    public ChosenInlineResult? ChosenInlineResult { get; init; }
    public CallbackQuery? CallbackQuery { get; init; }
    public ChatMemberUpdated? MyChatMember { get; init; }
    public ChatMemberUpdated? ChatMember { get; init; }

    /// <summary>Why the update could not be read, in words without its content; it is then of the unknown type, and counts as received.</summary>
    public string? Problem { get; init; }

    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { ChannelPost: not null } => UpdateType.ChannelPost,
        { EditedChannelPost: not null } => UpdateType.EditedChannelPost,
        { InlineQuery: not null } => UpdateType.InlineQuery,
        { ChosenInlineResult: not null } => UpdateType.ChosenInlineResult,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        { ChatMember: not null } => UpdateType.ChatMember,
        _ => UpdateType.Unknown,
    };
}
