using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Json;

internal sealed class PermissionConverter : JsonConverter<GuildPermission>
{
    private static readonly SnowflakeConverter Bits = new();

    public override GuildPermission Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (GuildPermission)Bits.Read(ref reader, typeof(ulong), options);

    public override void Write(Utf8JsonWriter writer, GuildPermission value, JsonSerializerOptions options) =>
        Bits.Write(writer, (ulong)value, options);
}
