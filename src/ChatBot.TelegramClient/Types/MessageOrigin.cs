using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Types;

/// <summary>Where a forwarded message came from. One record for the API's four kinds; <see cref="Type"/> says which fields are set.</summary>
public sealed record MessageOrigin
{
    public MessageOriginType Type { get; init; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset Date { get; init; }

    public User? SenderUser { get; init; }

    /// <summary>Someone who hides the account in forwards.</summary>
    public string? SenderUserName { get; init; }

    public Chat? SenderChat { get; init; }
    public Chat? Chat { get; init; }
    public int? MessageId { get; init; }
    public string? AuthorSignature { get; init; }
}
