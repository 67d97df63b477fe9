using System.Text.Json;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Serialization;

/// <summary>An update as bytes, for keeping it until it is dealt with. What this client does not read is not kept.</summary>
public static class UpdateJson
{
    public static byte[] Write(Update update) => JsonSerializer.SerializeToUtf8Bytes(update, TelegramJsonContext.Default.Update);

    /// <summary>Never throws for an object that lacks or garbles fields: see <see cref="Update.Problem"/>.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static Update Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, TelegramJsonContext.Default.Update) ?? new Update { Problem = "an update is an object, this is null" };
}
