using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Changes the text of one of the bot's messages. Without a reply markup its buttons go away.</summary>
public sealed record EditMessageTextRequest : IRequest<Message>
{
    [JsonIgnore]
    public string MethodName => "editMessageText";

    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    /// <summary>1–4096 characters after parsing.</summary>
    public required string Text { get; init; }

    public ParseMode? ParseMode { get; init; }

    /// <summary>Instead of a parse mode.</summary>
    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
