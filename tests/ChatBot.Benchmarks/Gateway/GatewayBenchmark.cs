using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ChatBot.DiscordClient.Gateway;

namespace ChatBot.Benchmarks.Gateway;

/// <summary>Events per second and bytes per event: passed over, decoded, and beside them a plain JsonDocument.</summary>
internal static class GatewayBenchmark
{
    private const int Events = 400_000;
    private const int Rounds = 5;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var rounds = int.Parse(Options.Get(arguments, "--rounds", $"{Rounds}"), System.Globalization.CultureInfo.InvariantCulture);
        var message = Message();
        var presence = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(message).Replace("MESSAGE_CREATE", "PRESENCE_UPDATE", StringComparison.Ordinal));
        Console.WriteLine($"one MESSAGE_CREATE of {message.Length} bytes, {Events:N0} times, median of {rounds} rounds, one thread");
        Console.WriteLine($"{"",-34}{"events/s",12}{"bytes/event",14}");
        Measure("passed over (op, s, t read)", rounds, () => PassOver(presence));
        Measure("decoded to a Message", rounds, () => Decode(message));
        Measure("JsonDocument, content and id read", rounds, () => Document(message));
        return 0;
    }

    private static void PassOver(byte[] payload)
    {
        if (PayloadHeader.Read(payload).Name.Kind() != GatewayEventKinds.None)
            throw new InvalidOperationException("Nobody wants this event.");
    }

    private static readonly EventDecoder Decoder = new();

    private static void Decode(byte[] payload)
    {
        var header = PayloadHeader.Read(payload);
        if (Decoder.Decode(header.Name, payload.AsSpan()[header.Data]) is not MessageReceived { Message.Content.Length: > 0 })
            throw new InvalidOperationException("The message was not read.");
    }

    private static void Document(byte[] payload)
    {
        using var document = JsonDocument.Parse(payload);
        var data = document.RootElement.GetProperty("d");
        if (data.GetProperty("content").GetString() is not { Length: > 0 } || data.GetProperty("id").GetString() is null)
            throw new InvalidOperationException("The message was not read.");
    }

    private static void Measure(string name, int rounds, Action one)
    {
        for (var i = 0; i < 20_000; i++)
            one();
        var speeds = new List<double>();
        var bytes = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Events; i++)
                one();
            speeds.Add(Events / watch.Elapsed.TotalSeconds);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Events;
        }
        speeds.Sort();
        Console.WriteLine($"{name,-34}{speeds[rounds / 2],12:N0}{bytes,14:N1}");
    }

    /// <summary>The documented object of an ordinary message in a server, with one mention.</summary>
    private static byte[] Message()
    {
        const string user = """{"id":"80351110224678912","username":"ada","discriminator":"0","global_name":"Ada","avatar":"8342729096ea3675442027381ff50dfe","avatar_decoration_data":null,"banner":null,"accent_color":null,"bot":false,"public_flags":64,"flags":64,"primary_guild":null}""";
        const string member = """{"nick":null,"avatar":null,"roles":["41771983423143936","41771983423143937"],"joined_at":"2024-04-26T06:26:56.936000+00:00","premium_since":null,"deaf":false,"mute":false,"flags":0,"pending":false,"communication_disabled_until":null}""";
        return Encoding.UTF8.GetBytes($$$"""
            {"t":"MESSAGE_CREATE","s":4711,"op":0,"d":{"type":0,"tts":false,"timestamp":"2025-06-24T08:15:30.936000+00:00","pinned":false,"nonce":"1387024734843043840","mentions":[{{{user}}}],"mention_roles":[],"mention_everyone":false,"member":{{{member}}},"id":"1387024734843043841","flags":0,"embeds":[],"edited_timestamp":null,"content":"<@80351110224678912> when does the summit begin, and who speaks first?","components":[],"channel_type":0,"channel_id":"1387024734843043000","author":{{{user}}},"attachments":[],"guild_id":"1387024734843042000"}}
            """.Trim());
    }
}
