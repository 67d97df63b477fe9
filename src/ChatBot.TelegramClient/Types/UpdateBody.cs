using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types;

/// <summary>An update's shape on the wire; <see cref="UpdateConverter"/> reads it and forgives what it cannot read.</summary>
internal sealed record UpdateBody
{
    [JsonPropertyName("update_id")]
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

    public Update ToUpdate() => new()
    {
        Id = Id,
        Message = Message,
        EditedMessage = EditedMessage,
        ChannelPost = ChannelPost,
        EditedChannelPost = EditedChannelPost,
        InlineQuery = InlineQuery,
        ChosenInlineResult = ChosenInlineResult,
        CallbackQuery = CallbackQuery,
        MyChatMember = MyChatMember,
        ChatMember = ChatMember,
    };

    public static UpdateBody From(Update update) => new()
    {
        Id = update.Id,
        Message = update.Message,
        EditedMessage = update.EditedMessage,
        ChannelPost = update.ChannelPost,
        EditedChannelPost = update.EditedChannelPost,
        InlineQuery = update.InlineQuery,
        ChosenInlineResult = update.ChosenInlineResult,
        CallbackQuery = update.CallbackQuery,
        MyChatMember = update.MyChatMember,
        ChatMember = update.ChatMember,
    };
}
