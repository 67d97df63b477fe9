using System.Text.Json;
using ChatBot.DiscordClient.Json;

namespace ChatBot.DiscordClient.Rest;

/// <summary>The body of a refusal, and of a 429.</summary>
internal sealed record ErrorJson
{
    public int? Code { get; init; }
    public string? Message { get; init; }
    public JsonElement Errors { get; init; }
    public double? RetryAfter { get; init; }
    public bool Global { get; init; }

    /// <summary>Null if the body is not Discord's JSON (a proxy's page, say).</summary>
    public static ErrorJson? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.ErrorJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IReadOnlyList<DiscordJsonError> Flatten()
    {
        var found = new List<DiscordJsonError>();
        Walk(Errors, "");
        return found;

        void Walk(JsonElement node, string path)
        {
            if (node.ValueKind != JsonValueKind.Object)
                return;
            foreach (var member in node.EnumerateObject())
            {
                if (member.Name == "_errors" && member.Value.ValueKind == JsonValueKind.Array)
                    found.AddRange(member.Value.EnumerateArray().Select(e => new DiscordJsonError(path, Text(e, "code"), Text(e, "message"))));
                else
                    Walk(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
            }
        }

        static string Text(JsonElement e, string name) => e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out var value) ? value.ToString() : "";
    }
}
