using System.Text.Json;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// The outer part of a payload: what kind it is and its place in the session, read from the raw bytes without making any object.
/// <see cref="Data"/> is where <c>d</c> stands.
/// </summary>
internal readonly record struct PayloadHeader(GatewayOpcode Opcode, long? Sequence, DispatchName Name, Range Data)
{
    /// <exception cref="JsonException">The bytes are not one JSON object.</exception>
    public static PayloadHeader Read(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = 128 });
        var opcode = GatewayOpcode.Unknown;
        long? sequence = null;
        var name = DispatchName.None;
        var data = default(Range);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A gateway payload is an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = start..(int)reader.BytesConsumed;
            }
            else if (reader.ValueTextEquals("op"u8))
            {
                reader.Read();
                opcode = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var op) ? (GatewayOpcode)op : GatewayOpcode.Unknown;
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                sequence = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var s) ? s : null;
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                name = reader.TokenType == JsonTokenType.String ? DispatchNames.Of(ref reader) : DispatchName.None;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
        return new PayloadHeader(opcode, sequence, name, data);
    }
}
