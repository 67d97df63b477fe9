using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>Someone's standing in a chat.</summary>
[JsonConverter(typeof(TolerantEnumConverter<ChatMemberStatus>))]
public enum ChatMemberStatus
{
    Unknown,
    Creator,
    Administrator,
    Member,
    Restricted,
    Left,
    Kicked,
}
