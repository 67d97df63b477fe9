using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Changes the text of a message sent by inline mode.</summary>
public sealed record EditInlineMessageTextRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "editMessageText";

    public required string InlineMessageId { get; init; }

    /// <summary>1–4096 characters after parsing.</summary>
    public required string Text { get; init; }

    public ParseMode? ParseMode { get; init; }

    /// <summary>Instead of a parse mode.</summary>
    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
