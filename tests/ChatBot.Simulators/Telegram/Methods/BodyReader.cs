using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Formatting;
using ChatBot.Simulators.Telegram.Http;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>The text of a request as it will stand in the chat, or the platform's reason why it will not.</summary>
internal static class BodyReader
{
    private static readonly string[] SettableEntities =
        ["bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link"];

    public static FormattedText Read(Parameters parameters) =>
        Read(parameters.Text("text"), parameters.Text("parse_mode"), parameters.Structure("entities"));

    public static FormattedText Read(string? text, string? parseMode, JsonNode? entities)
    {
        if (string.IsNullOrEmpty(text))
            throw ApiError.BadRequest("message text is empty");
        if (HasLoneSurrogate(text))
            throw ApiError.BadRequest("strings must be encoded in UTF-8");
        var parsed = parseMode?.ToLowerInvariant() switch
        {
            null or "" => new FormattedText(text, Explicit(text, entities)),
            "html" => HtmlParser.Parse(text),
            "markdown" or "markdownv2" => throw ApiError.BadRequest("this simulator reads parse_mode HTML only"),
            _ => throw ApiError.BadRequest("unsupported parse_mode"),
        };
        var clean = ServerText.Clean(parsed);
        if (clean.Text.Length == 0)
            throw ApiError.BadRequest("message text is empty");
        if (clean.Text.Length > ServerText.MaxLength)
            throw ApiError.BadRequest("message is too long");
        return EntityFinder.AddFound(clean);
    }

    private static List<TextEntity> Explicit(string text, JsonNode? entities)
    {
        var read = new List<TextEntity>();
        foreach (var item in (entities as JsonArray ?? []).OfType<JsonObject>())
        {
            var (offset, length) = (item["offset"]?.GetValue<int>() ?? -1, item["length"]?.GetValue<int>() ?? -1);
            var entity = new TextEntity(item["type"]?.GetValue<string>() ?? "", offset, length)
            {
                Url = item["url"]?.GetValue<string>(),
                Language = item["language"]?.GetValue<string>(),
            };
            if (entity.Offset < 0 || entity.Length <= 0 || entity.End > text.Length)
                throw ApiError.BadRequest("wrong message entity: it lies outside of the text");
            if (SettableEntities.Contains(entity.Type))
                read.Add(entity);
        }
        return [.. read.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)];
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
