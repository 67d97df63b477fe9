using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>Who wrote a forwarded message first.</summary>
[JsonConverter(typeof(TolerantEnumConverter<MessageOriginType>))]
public enum MessageOriginType
{
    Unknown,
    User,
    HiddenUser,
    Chat,
    Channel,
}
