using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>The kinds of update this client reads; the names are those of <c>allowed_updates</c>.</summary>
[JsonConverter(typeof(TolerantEnumConverter<UpdateType>))]
public enum UpdateType
{
    Unknown,
    Message,
    EditedMessage,
    ChannelPost,
    EditedChannelPost,
    InlineQuery,
    ChosenInlineResult,
    CallbackQuery,
    MyChatMember,
    ChatMember,
}
