using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram;

/// <summary>What people see, chat by chat, in the order in which they see it: new messages, then what becomes of them.</summary>
internal sealed class Transcript
{
    private readonly Dictionary<Room, StringBuilder> pages = [];
    private readonly List<(Room Room, string Line)> notes = [];

    public string Of(Room room) => $"— {Title(room)} —\n{Page(room)}";

    /// <summary>What was seen in all chats together, in its order; a line may have line breaks.</summary>
    public IReadOnlyList<(Room Room, string Line)> Notes => notes;

    public void Posted(Post post)
    {
        var marks = new StringBuilder();
        if (post.IsInTopic)
            marks.Append($" in topic “{post.Room.Topics.FirstOrDefault(topic => topic.Id == post.ThreadId)?.Name}”");
        if (post.ReplyTo is { } answered)
            marks.Append($" to #{answered}");
        if (post.Origin is { } origin)
            marks.Append($", forwarded from {OriginName(origin)}");
        if (post.ViaBot is { } via)
            marks.Append($" via {via.FirstName}");
        Write(post, $"#{post.Id} {post.Author.FirstName}{marks}: ");
    }

    public void Edited(Post post, Account by) => Write(post, $"#{post.Id} {by.FirstName} changes it: ");

    public void ButtonsChanged(Post post)
    {
        Note(post.Room, post.Buttons.Count == 0 ? $"#{post.Id} loses its buttons" : $"#{post.Id} has other buttons:");
        WriteButtons(post);
    }

    public void Note(Room room, string line)
    {
        notes.Add((room, line));
        Page(room).Append(line).Append('\n');
    }

    private void Write(Post post, string head)
    {
        var media = post.Extra is { } extra && !post.IsService ? $"({string.Join(", ", extra.Select(field => field.Key))}) " : "";
        Note(post.Room, $"{head}{media}{post.MarkedText?.Replace("\n", "\n    ", StringComparison.Ordinal)}".TrimEnd());
        WriteButtons(post);
    }

    private void WriteButtons(Post post)
    {
        foreach (var row in (post.Markup?["inline_keyboard"] as JsonArray ?? []).OfType<JsonArray>())
            Note(post.Room, "    " + string.Join(' ', row.OfType<JsonObject>().Select(Button)));
    }

    private static string Button(JsonObject button) => button switch
    {
        _ when button["url"] is { } url => $"[{button["text"]} → {url}]",
        _ when button["switch_inline_query"] is { } query => $"[{button["text"]} → any chat: {query}]",
        _ when button["switch_inline_query_current_chat"] is { } query => $"[{button["text"]} → input: {query}]",
        _ => $"[{button["text"]}]",
    };

    private static string? OriginName(JsonObject origin) => origin["type"]?.GetValue<string>() switch
    {
        "user" => origin["sender_user"]?["first_name"]?.GetValue<string>(),
        "hidden_user" => origin["sender_user_name"]?.GetValue<string>(),
        _ => (origin["chat"] ?? origin["sender_chat"])?["title"]?.GetValue<string>(),
    };

    public static string Title(Room room) => room.IsPrivate ? $"private chat with {room.Name}" : $"{room.Kind} “{room.Name}”";

    private StringBuilder Page(Room room)
    {
        if (!pages.TryGetValue(room, out var page))
            pages[room] = page = new StringBuilder();
        return page;
    }
}
