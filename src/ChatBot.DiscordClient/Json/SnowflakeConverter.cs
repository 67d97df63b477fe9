using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.DiscordClient.Json;

/// <summary>Ids and permission sets: 64 bits, written as strings because JavaScript's numbers cannot hold them. Numbers are read too.</summary>
internal sealed class SnowflakeConverter : JsonConverter<ulong>
{
    public override ulong Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.GetUInt64();
        Span<char> digits = stackalloc char[24];
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan.Length > digits.Length)
            throw new JsonException("An id was expected.");
        var length = reader.CopyString(digits);
        return ulong.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new JsonException("An id was expected.");
    }

    public override void Write(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        writer.WriteStringValue(digits[..length]);
    }
}
