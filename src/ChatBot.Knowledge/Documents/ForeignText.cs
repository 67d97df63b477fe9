using System.Text.Json;

namespace ChatBot.Knowledge.Documents;

/// <summary>Tells text that is written for programs from articles, by its content.</summary>
internal static class ForeignText
{
    /// <summary>What a text is; null where it may be an article.</summary>
    public static string? Of(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (start.StartsWith("{\\rtf", StringComparison.Ordinal)) return "RTF";
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase)) return "XML";
        return start is ['{' or '[', ..] && IsJson(start.ToString()) ? "JSON" : null;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text);
            // "[1]" may begin and end a note.
            return read.RootElement.ValueKind == JsonValueKind.Object || read.RootElement.GetArrayLength() > 1 || read.RootElement.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
