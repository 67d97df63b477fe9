using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Leaves a group or channel.</summary>
public sealed record LeaveChatRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "leaveChat";

    public required ChatId ChatId { get; init; }
}
