using System.Text.Json;

namespace ChatBot.Knowledge.Documents.Metadata;

/// <summary>What a page's JSON-LD says of it (schema.org's Article and its kin). What cannot be read says nothing.</summary>
/// <param name="Author">Its authors.</param>
/// <param name="Publisher">Its publisher.</param>
/// <param name="Published">The day it was published.</param>
internal sealed record LinkedData(string? Author = null, string? Publisher = null, DateOnly? Published = null)
{
    /// <summary>Reads the first script that tells of an article.</summary>
    public static LinkedData Read(IEnumerable<string> scripts)
    {
        foreach (var script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(script);
                if (Article(json.RootElement) is { } article) return article;
            }
            catch (JsonException)
            {
                continue; // A page may hold anything; the other scripts, and the page's text, are read all the same.
            }
        }
        return new LinkedData();
    }

    private static LinkedData? Article(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().Select(Article).FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty("@graph", out var graph)) return Article(graph);
        var published = PageDate.OfMachine(Text(element, "datePublished"));
        var author = Name(element, "author");
        return published is null && author is null ? null : new LinkedData(author, Name(element, "publisher"), published);
    }

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Name(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => Text(value, "name"),
            JsonValueKind.Array when value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object ? Text(item, "name") : item.ToString()).OfType<string>().ToArray() is { Length: > 0 } names
                => string.Join(", ", names),
            _ => null,
        };
    }
}
