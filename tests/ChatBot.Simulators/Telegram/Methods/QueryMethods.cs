using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>answerCallbackQuery, answerInlineQuery.</summary>
internal sealed class QueryMethods(PlatformWorld world)
{
    public JsonNode AnswerCallback(Parameters parameters)
    {
        var text = parameters.Text("text") ?? "";
        if (text.Length > 200)
            throw ApiError.BadRequest("MESSAGE_TOO_LONG");
        var query = Take(parameters.Text("callback_query_id"), isInline: false);
        if (text.Length > 0 && query.Room is { } room)
            world.Transcript.Note(room, $"    ({(parameters.Flag("show_alert") ? "box" : "notice")} for {query.From.FirstName}: {text})");
        query.Answer.TrySetResult((JsonObject)parameters.All.DeepClone());
        world.Changed();
        return true;
    }

    public JsonNode AnswerInline(Parameters parameters)
    {
        if (parameters.Structure("results") is not JsonArray results)
            throw ApiError.BadRequest("results must be an Array");
        if (results.Count > 50)
            throw ApiError.BadRequest("RESULTS_TOO_MUCH");
        if (Encoding.UTF8.GetByteCount(parameters.Text("next_offset") ?? "") > 64)
            throw ApiError.BadRequest("NEXT_OFFSET_INVALID");
        var seen = new HashSet<string>();
        foreach (var result in results)
            CheckArticle(result as JsonObject ?? throw ApiError.BadRequest("inline query result must be an Object"), seen);
        var query = Take(parameters.Text("inline_query_id"), isInline: true);
        query.Answer.TrySetResult((JsonObject)parameters.All.DeepClone());
        world.Changed();
        return true;
    }

    private static void CheckArticle(JsonObject result, HashSet<string> seen)
    {
        if (result["type"]?.GetValue<string>() != "article")
            throw ApiError.BadRequest("this simulator knows inline results of the type article only");
        var id = result["id"]?.GetValue<string>() ?? "";
        if (Encoding.UTF8.GetByteCount(id) is 0 or > 64)
            throw ApiError.BadRequest("RESULT_ID_INVALID");
        if (!seen.Add(id))
            throw ApiError.BadRequest("RESULT_ID_DUPLICATE");
        if (string.IsNullOrEmpty(result["title"]?.GetValue<string>()))
            throw ApiError.BadRequest("ARTICLE_TITLE_EMPTY");
        if (result["input_message_content"] is not JsonObject content)
            throw ApiError.BadRequest("input message content is not specified");
        BodyReader.Read(content["message_text"]?.GetValue<string>(), content["parse_mode"]?.GetValue<string>(), content["entities"]);
        MarkupReader.Read(result["reply_markup"]?.DeepClone());
    }

    private PendingQuery Take(string? id, bool isInline)
    {
        if (id is null || !world.Queries.TryGetValue(id, out var query) || query.IsInline != isInline)
            throw TooOld();
        world.Queries.Remove(id);
        return world.Now - query.Asked < world.Options.QueryLifetime ? query : throw TooOld();
    }

    private static ApiError TooOld() => ApiError.BadRequest("query is too old and response timeout expired or query ID is invalid");
}
