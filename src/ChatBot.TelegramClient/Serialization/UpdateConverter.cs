using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Serialization;

/// <summary>
/// Reads an update so that none can spoil the batch it came in: what does not fit its documented shape becomes an
/// update of unknown type with <see cref="Update.Problem"/>, keeping its id so that the poll can move past it.
/// </summary>
internal sealed class UpdateConverter : JsonConverter<Update>
{
    public override Update Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var element = document.RootElement;
        if (element.ValueKind != JsonValueKind.Object)
            return new Update { Problem = $"an update is an object, this is {element.ValueKind}" };
        var id = element.TryGetProperty("update_id", out var number) && number.ValueKind == JsonValueKind.Number
            && number.TryGetInt32(out var value)
            ? value
            : 0;
        if (id == 0)
            return new Update { Problem = "an update without a usable update_id" };
        try
        {
            return element.Deserialize(TelegramJsonContext.Default.UpdateBody)?.ToUpdate() ?? new Update { Id = id, Problem = "an empty update" };
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            return new Update { Id = id, Problem = $"its {(failure as JsonException)?.Path ?? "content"} is not as documented" };
        }
    }

    public override void Write(Utf8JsonWriter writer, Update value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, UpdateBody.From(value), TelegramJsonContext.Default.UpdateBody);
}
