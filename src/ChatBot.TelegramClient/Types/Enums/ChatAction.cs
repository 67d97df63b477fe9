using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>What the chat shows the bot doing, for 5 seconds or until its message comes.</summary>
[JsonConverter(typeof(TolerantEnumConverter<ChatAction>))]
public enum ChatAction
{
    Typing,
    UploadDocument,
}
