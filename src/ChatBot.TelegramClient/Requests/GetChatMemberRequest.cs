using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Someone's place in a chat.</summary>
public sealed record GetChatMemberRequest : IRequest<ChatMember>
{
    [JsonIgnore]
    public string MethodName => "getChatMember";

    public required ChatId ChatId { get; init; }

    public required long UserId { get; init; }
}
