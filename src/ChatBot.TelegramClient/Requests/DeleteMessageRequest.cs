using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Deletes a message that is less than 48 hours old.</summary>
public sealed record DeleteMessageRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "deleteMessage";

    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }
}
