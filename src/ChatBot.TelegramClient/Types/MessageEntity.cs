using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Types;

/// <summary>A formatted or meaningful stretch of a text; offset and length in UTF-16 code units, so they index a .NET string.</summary>
public sealed record MessageEntity
{
    public MessageEntityType Type { get; init; }
    public int Offset { get; init; }
    public int Length { get; init; }

    /// <summary>Of a <see cref="MessageEntityType.TextLink"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Of a <see cref="MessageEntityType.TextMention"/>: someone without a username.</summary>
    public User? User { get; init; }

    /// <summary>Of a <see cref="MessageEntityType.Pre"/>.</summary>
    public string? Language { get; init; }
}
