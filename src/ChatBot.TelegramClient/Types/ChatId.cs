using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types;

/// <summary>A chat named by its number, or a public one by its @name.</summary>
[JsonConverter(typeof(ChatIdConverter))]
public sealed record ChatId
{
    public ChatId(long identifier) => Identifier = identifier;

    /// <param name="username">With the leading @.</param>
    /// <exception cref="ArgumentException">The name does not begin with @ or is empty after it.</exception>
    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username is not ['@', _, ..])
            throw new ArgumentException($"A chat's name begins with @: '{username}' does not.", nameof(username));
        Username = username;
    }

    public long? Identifier { get; }
    public string? Username { get; }

    public static implicit operator ChatId(long identifier) => new(identifier);

    public override string ToString() => Username ?? Identifier.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
}

internal sealed class ChatIdConverter : JsonConverter<ChatId>
{
    public override ChatId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => new ChatId(reader.GetInt64()),
        JsonTokenType.String when reader.GetString() is ['@', _, ..] name => new ChatId(name),
        _ => throw new JsonException("A chat is a number or an @name."),
    };

    public override void Write(Utf8JsonWriter writer, ChatId value, JsonSerializerOptions options)
    {
        if (value.Identifier is { } identifier)
            writer.WriteNumberValue(identifier);
        else
            writer.WriteStringValue(value.Username);
    }
}
