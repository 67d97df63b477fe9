using System.Buffers;
using System.Text.Json;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>The four payloads that this client sends.</summary>
internal static class OutgoingPayload
{
    public static byte[] Heartbeat(long? sequence) => Write(GatewayOpcode.Heartbeat, w =>
    {
        if (sequence is { } s)
            w.WriteNumberValue(s);
        else
            w.WriteNullValue();
    });

    public static byte[] Identify(DiscordToken token, DiscordSocketConfig config, Presence presence, int shardId, int shardCount) => Write(GatewayOpcode.Identify, w =>
    {
        w.WriteStartObject();
        w.WriteString("token", token.Value);
        w.WriteNumber("intents", (int)config.GatewayIntents);
        w.WriteStartObject("properties");
        w.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        w.WriteString("browser", "ChatBot");
        w.WriteString("device", "ChatBot");
        w.WriteEndObject();
        w.WriteNumber("large_threshold", 50);
        w.WriteStartArray("shard");
        w.WriteNumberValue(shardId);
        w.WriteNumberValue(shardCount);
        w.WriteEndArray();
        w.WritePropertyName("presence");
        WritePresence(w, presence);
        w.WriteEndObject();
    });

    public static byte[] Resume(DiscordToken token, GatewaySession session) => Write(GatewayOpcode.Resume, w =>
    {
        w.WriteStartObject();
        w.WriteString("token", token.Value);
        w.WriteString("session_id", session.SessionId);
        w.WriteNumber("seq", session.Sequence);
        w.WriteEndObject();
    });

    public static byte[] PresenceUpdate(Presence presence) => Write(GatewayOpcode.PresenceUpdate, w => WritePresence(w, presence));

    private static void WritePresence(Utf8JsonWriter w, Presence presence)
    {
        const int customStatus = 4;
        w.WriteStartObject();
        w.WriteNull("since");
        w.WriteStartArray("activities");
        if (presence.CustomStatus is { } text)
        {
            w.WriteStartObject();
            w.WriteString("name", "Custom Status");
            w.WriteNumber("type", customStatus);
            w.WriteString("state", text);
            w.WriteEndObject();
        }
        w.WriteEndArray();
        w.WriteString("status", presence.Status);
        w.WriteBoolean("afk", false);
        w.WriteEndObject();
    }

    private static byte[] Write(GatewayOpcode opcode, Action<Utf8JsonWriter> writeData)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var w = new Utf8JsonWriter(buffer))
        {
            w.WriteStartObject();
            w.WriteNumber("op", (int)opcode);
            w.WritePropertyName("d");
            writeData(w);
            w.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
