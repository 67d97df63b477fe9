using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram.Formatting;

/// <summary>A stretch of a text in UTF-16 code units.</summary>
internal sealed record TextEntity(string Type, int Offset, int Length)
{
    public string? Url { get; init; }
    public string? Language { get; init; }

    public int End => Offset + Length;

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = Type, ["offset"] = Offset, ["length"] = Length };
        if (Url is not null)
            json["url"] = Url;
        if (Language is not null)
            json["language"] = Language;
        return json;
    }
}
