using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Webhooks;

/// <summary>What proves that a webhook call comes from the platform. Printed, it shows nothing of itself.</summary>
[JsonConverter(typeof(WebhookSecret.WebhookSecretConverter))]
public sealed class WebhookSecret
{
    /// <summary>The header in which the platform gives it back.</summary>
    public const string HeaderName = "X-Telegram-Bot-Api-Secret-Token";

    private readonly string value;

    /// <param name="value">1–256 of A–Z, a–z, 0–9, _ and -.</param>
    /// <exception cref="FormatException">It is not; the message does not repeat it.</exception>
    public WebhookSecret(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is 0 or > 256 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw new FormatException("A webhook's secret is 1 to 256 of A-Z, a-z, 0-9, _ and -; this one is not.");
        this.value = value;
    }

    /// <summary>A fresh one of 256 random bits.</summary>
    public static WebhookSecret Create() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Whether a request's header holds this secret. Takes the same time wherever the two differ, and whatever the length given.</summary>
    /// <param name="header">Null when the request has no such header.</param>
    public bool Matches(string? header)
    {
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(value), expected);
        SHA256.HashData(Encoding.UTF8.GetBytes(header ?? ""), given);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    public override string ToString() => "[secret]";

    internal sealed class WebhookSecretConverter : JsonConverter<WebhookSecret>
    {
        public override WebhookSecret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, WebhookSecret value, JsonSerializerOptions options) => writer.WriteStringValue(value.value);
    }
}
