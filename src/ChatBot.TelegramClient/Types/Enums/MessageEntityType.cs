using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>What a stretch of text is; one that a later API adds reads as <see cref="Unknown"/>.</summary>
[JsonConverter(typeof(TolerantEnumConverter<MessageEntityType>))]
public enum MessageEntityType
{
    Unknown,
    Mention,
    Hashtag,
    Cashtag,
    BotCommand,
    Url,
    Email,
    PhoneNumber,
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Blockquote,
    ExpandableBlockquote,
    Code,
    Pre,
    TextLink,
    TextMention,
    CustomEmoji,
}
