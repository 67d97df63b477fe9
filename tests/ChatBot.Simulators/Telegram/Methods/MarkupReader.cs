using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Http;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>An inline keyboard, checked as the platform checks it.</summary>
internal static class MarkupReader
{
    private static readonly string[] Actions = ["url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat"];

    public static JsonObject? Read(Parameters parameters) => Read(parameters.Structure("reply_markup"));

    public static JsonObject? Read(JsonNode? given)
    {
        if (given is null)
            return null;
        if (given is not JsonObject markup)
            throw ApiError.BadRequest("object expected as reply markup");
        if (markup["keyboard"] is not null || markup["remove_keyboard"] is not null || markup["force_reply"] is not null)
            throw ApiError.BadRequest("this simulator knows inline keyboards only");
        if (markup["inline_keyboard"] is null)
            return null;
        if (markup["inline_keyboard"] is not JsonArray rows)
            throw ApiError.BadRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        var kept = new JsonArray();
        var count = 0;
        foreach (var row in rows)
        {
            if (row is not JsonArray buttons)
                throw ApiError.BadRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            if (buttons.Count > 8)
                throw ApiError.BadRequest("BUTTON_ROW_TOO_LONG");
            var keptRow = new JsonArray([.. buttons.Select(ReadButton)]);
            count += keptRow.Count;
            if (keptRow.Count > 0)
                kept.Add(keptRow);
        }
        if (count > 100)
            throw ApiError.BadRequest("reply markup is too long");
        return count == 0 ? null : new JsonObject { ["inline_keyboard"] = kept };
    }

    /// <summary>What the platform keeps of a button: what it knows.</summary>
    private static JsonNode ReadButton(JsonNode? given)
    {
        if (given is not JsonObject button)
            throw Broken("Expected an Object");
        if (button["text"] is not JsonValue text || !text.TryGetValue<string>(out var words))
            throw Broken("Field \"text\" must be of type String");
        if (string.IsNullOrWhiteSpace(words))
            throw ApiError.BadRequest("BUTTON_TEXT_INVALID");
        var actions = Actions.Where(action => button[action] is not null).ToArray();
        if (actions.Length == 0)
            throw Broken("Text buttons are unallowed in the inline keyboard");
        if (actions.Length > 1)
            throw Broken("A button does exactly one thing");
        var value = button[actions[0]]!.GetValue<string>();
        if (actions[0] == "callback_data" && Encoding.UTF8.GetByteCount(value) is 0 or > 64)
            throw ApiError.BadRequest("BUTTON_DATA_INVALID");
        if (actions[0] == "url" && (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https" or "tg")))
            throw ApiError.BadRequest($"inline keyboard button URL '{value}' is invalid: Unsupported URL protocol");
        return new JsonObject { ["text"] = words, [actions[0]] = value };
    }

    private static ApiError Broken(string problem) => ApiError.BadRequest($"can't parse inline keyboard button: {problem}");
}
