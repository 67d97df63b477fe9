using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Serialization;

/// <summary>Seconds since 1970, UTC; a number outside of what a calendar holds reads as its nearest end.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTimeOffset>
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(reader.GetInt64(), Earliest, Latest));

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
