using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Owner and administrators that are not bots.</summary>
public sealed record GetChatAdministratorsRequest : IRequest<ChatMember[]>
{
    [JsonIgnore]
    public string MethodName => "getChatAdministrators";

    public required ChatId ChatId { get; init; }
}
