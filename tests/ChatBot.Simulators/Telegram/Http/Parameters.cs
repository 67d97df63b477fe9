using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatBot.Simulators.Telegram.Http;

/// <summary>A call's parameters: query, form, multipart and JSON in one, values read as leniently as the platform reads them.</summary>
internal sealed class Parameters(JsonObject all)
{
    public JsonObject All { get; } = all;

    public static async Task<Parameters> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var all = new JsonObject();
        foreach (var (name, value) in request.Query)
            all[name] = value.ToString();
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancellationToken))
                all[name] = value.ToString();
        }
        else if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
        {
            foreach (var (name, value) in await ReadJsonAsync(request, cancellationToken))
                all[name] = value?.DeepClone();
        }
        return new Parameters(all);
    }

    public string? Text(string name) => All[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name)?.ToLowerInvariant() is "true" or "1" or "yes";

    /// <summary>An object or a list, also when written as text.</summary>
    public JsonNode? Structure(string name)
    {
        switch (All[name])
        {
            case null:
                return null;
            case JsonValue value when value.TryGetValue<string>(out var text):
                if (text.Length == 0)
                    return null;
                try
                {
                    return JsonNode.Parse(text);
                }
                catch (JsonException)
                {
                    throw ApiError.BadRequest($"can't parse {name} JSON object");
                }
            case var node:
                return node.DeepClone();
        }
    }

    private static async Task<JsonObject> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength == 0)
            return [];
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken) as JsonObject
                ?? throw ApiError.BadRequest("the request's body is no JSON object");
        }
        catch (JsonException)
        {
            throw ApiError.BadRequest("can't parse the request's body as JSON");
        }
    }
}
