using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>A request, whatever it came by.</summary>
public sealed record SimRequest(string Method, string Path, string Query, string? Authorization, string? UserAgent, string? ContentType, byte[] Body)
{
    public string[] Segments { get; } = [.. Path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
}

/// <summary>An answer. <see cref="Text"/> instead of <see cref="Body"/> is what is not JSON.</summary>
public sealed record SimResponse(int Status, JsonNode? Body = null)
{
    public string? Text { get; init; }
    public Dictionary<string, string> Headers { get; init; } = [];

    internal static SimResponse Error(int status, int code, string message, JsonObject? errors = null)
    {
        var body = new JsonObject { ["code"] = code, ["message"] = message };
        if (errors is not null)
            body["errors"] = errors;
        return new SimResponse(status, body);
    }
}

/// <summary>What may go wrong with the next request, apart from its answer.</summary>
public enum LineFault
{
    /// <summary>The connection is refused: the request never arrives.</summary>
    Refused,

    /// <summary>The request is carried out, and its answer is lost.</summary>
    AnswerLost,
}
