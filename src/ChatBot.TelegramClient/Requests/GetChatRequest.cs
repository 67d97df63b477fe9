using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>A chat as it is now.</summary>
public sealed record GetChatRequest : IRequest<Chat>
{
    [JsonIgnore]
    public string MethodName => "getChat";

    public required ChatId ChatId { get; init; }
}
