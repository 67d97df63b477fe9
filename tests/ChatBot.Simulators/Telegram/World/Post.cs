using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Formatting;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>A message as it stands in a chat.</summary>
public sealed class Post
{
    internal Post(int id, Room room, Account author, DateTimeOffset date)
    {
        Id = id;
        Room = room;
        Author = author;
        Date = date;
    }

    public int Id { get; }
    public Room Room { get; }
    public bool IsDeleted { get; internal set; }

    /// <summary>Without marks; null for a service message and for media.</summary>
    public string? Text => Body?.Text;

    /// <summary>With its formatting as marks, as the transcript shows it.</summary>
    public string? MarkedText => Body is null ? null : MarkWriter.Write(Body);

    public int? ThreadId { get; internal init; }

    public int? ReplyTo => Answered?.Id;

    /// <summary>What the buttons say, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Buttons =>
        Markup?["inline_keyboard"] is JsonArray rows
            ? [.. rows.OfType<JsonArray>().Select(row => (IReadOnlyList<string>)[.. row.OfType<JsonObject>().Select(button => button["text"]?.GetValue<string>() ?? "")])]
            : [];

    internal Account Author { get; }
    internal DateTimeOffset Date { get; }
    internal DateTimeOffset? EditDate { get; set; }
    internal FormattedText? Body { get; set; }
    internal JsonObject? Markup { get; set; }
    internal Post? Answered { get; init; }
    internal JsonObject? Origin { get; init; }
    internal Account? ViaBot { get; init; }
    internal string? InlineMessageId { get; init; }

    /// <summary>Further fields of the message: service notes, media.</summary>
    internal JsonObject? Extra { get; init; }

    internal bool IsService { get; init; }

    internal bool IsInTopic => Room.IsForum && ThreadId is not null;

    internal JsonObject ToJson(bool withAnswered = true)
    {
        var json = new JsonObject
        {
            ["message_id"] = Id,
            ["from"] = Author.ToJson(),
            ["chat"] = Room.ToJson(),
            ["date"] = Date.ToUnixTimeSeconds(),
        };
        if (ThreadId is { } thread)
            json["message_thread_id"] = thread;
        if (IsInTopic)
            json["is_topic_message"] = true;
        if (EditDate is { } edited)
            json["edit_date"] = edited.ToUnixTimeSeconds();
        if (withAnswered && Answered is { IsDeleted: false } answered)
            json["reply_to_message"] = answered.ToJson(withAnswered: false);
        if (Origin is not null)
            json["forward_origin"] = Origin.DeepClone();
        if (ViaBot is not null)
            json["via_bot"] = ViaBot.ToJson();
        var isCaption = Extra is not null;
        if (Body is not null)
        {
            json[isCaption ? "caption" : "text"] = Body.Text;
            if (Body.Entities.Count > 0)
                json[isCaption ? "caption_entities" : "entities"] = new JsonArray([.. Body.Entities.Select(entity => entity.ToJson())]);
        }
        if (Markup is not null)
            json["reply_markup"] = Markup.DeepClone();
        foreach (var (name, value) in Extra ?? [])
            json[name] = value?.DeepClone();
        return json;
    }
}
