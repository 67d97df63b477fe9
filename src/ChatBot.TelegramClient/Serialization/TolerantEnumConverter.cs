using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Serialization;

/// <summary>Snake-case names for an enum; a name it does not know reads as the first member, because platforms add some without notice.</summary>
internal sealed class TolerantEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Name, StringComparer.Ordinal);
    private static readonly Dictionary<T, string> Names = Values.ToDictionary(pair => pair.Value, pair => pair.Key);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Values.GetValueOrDefault(reader.GetString() ?? "");
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);

    private static string Name(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
