using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Changes the buttons only; null removes them.</summary>
public sealed record EditMessageReplyMarkupRequest : IRequest<Message>
{
    [JsonIgnore]
    public string MethodName => "editMessageReplyMarkup";

    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
