using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>The kinds of chat; one that a later API adds reads as <see cref="Unknown"/>.</summary>
[JsonConverter(typeof(TolerantEnumConverter<ChatType>))]
public enum ChatType
{
    Unknown,
    Private,
    Group,
    Supergroup,
    Channel,

    /// <summary>Only in inline queries: the private chat with the bot itself.</summary>
    Sender,
}
