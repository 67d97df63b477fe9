using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Shows the bot typing.</summary>
public sealed record SendChatActionRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "sendChatAction";

    public required ChatId ChatId { get; init; }

    public int? MessageThreadId { get; init; }

    public required ChatAction Action { get; init; }
}
