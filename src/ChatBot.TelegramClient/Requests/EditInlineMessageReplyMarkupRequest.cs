using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Changes the buttons of a message sent by inline mode; null removes them.</summary>
public sealed record EditInlineMessageReplyMarkupRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "editMessageReplyMarkup";

    public required string InlineMessageId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
