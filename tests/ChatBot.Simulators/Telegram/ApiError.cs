using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram;

/// <summary>A refusal in the platform's words.</summary>
internal sealed class ApiError(int code, string description) : Exception(description)
{
    public int Code { get; } = code;
    public int? RetryAfter { get; init; }
    public long? MigrateToChatId { get; init; }

    public static ApiError BadRequest(string what) => new(400, $"Bad Request: {what}");

    public static ApiError Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static ApiError Conflict(string what) => new(409, $"Conflict: {what}");

    public static ApiError TooMany(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Message };
        if (RetryAfter is { } seconds)
            json["parameters"] = new JsonObject { ["retry_after"] = seconds };
        else if (MigrateToChatId is { } chat)
            json["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        return json;
    }
}
