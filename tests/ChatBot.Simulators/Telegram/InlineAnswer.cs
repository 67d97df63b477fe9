using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram;

/// <summary>What the bot offered for an inline query.</summary>
public sealed class InlineAnswer
{
    internal InlineAnswer(string query, JsonObject answer)
    {
        Query = query;
        var results = answer["results"] is JsonValue text ? JsonNode.Parse(text.GetValue<string>()) : answer["results"];
        Results = [.. (results as JsonArray ?? []).OfType<JsonObject>()];
    }

    public string Query { get; }

    /// <summary>First rows of the list.</summary>
    public IReadOnlyList<string> Titles => [.. Results.Select(result => result["title"]!.GetValue<string>())];

    /// <summary>The list as people see it: first row, second row.</summary>
    public IReadOnlyList<string> Lines => [.. Results.Select(result => $"[{result["title"]}]{(result["description"] is { } second ? $" {second}" : "")}")];

    internal IReadOnlyList<JsonObject> Results { get; }
}
