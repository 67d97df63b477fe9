using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Sends a text. The platform has no key against sending twice: see <see cref="Sending.SendOutcome"/>.</summary>
public sealed record SendMessageRequest : IRequest<Message>
{
    [JsonIgnore]
    public string MethodName => "sendMessage";

    public required ChatId ChatId { get; init; }

    /// <summary>The topic to stay in.</summary>
    public int? MessageThreadId { get; init; }

    /// <summary>1–4096 characters after parsing.</summary>
    public required string Text { get; init; }

    public ParseMode? ParseMode { get; init; }

    /// <summary>Instead of a parse mode.</summary>
    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public bool? DisableNotification { get; init; }

    public bool? ProtectContent { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
