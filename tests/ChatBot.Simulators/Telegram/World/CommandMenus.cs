using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>Command lists by scope and language, and which of them someone sees.</summary>
internal sealed class CommandMenus
{
    private readonly Dictionary<(string Scope, string Language), JsonArray> lists = [];

    public void Set(string scope, string language, JsonArray commands) => lists[(scope, language)] = commands;

    public void Remove(string scope, string language) => lists.Remove((scope, language));

    public JsonArray Get(string scope, string language) => lists.GetValueOrDefault((scope, language)) is { } list ? (JsonArray)list.DeepClone() : [];

    /// <summary>The narrowest scope that has a list wins, and in it the list of the person's language.</summary>
    public IReadOnlyList<string> SeenBy(Account person, Room room)
    {
        foreach (var scope in Scopes(person, room))
            foreach (var language in new[] { person.LanguageCode ?? "", "" })
                if (lists.TryGetValue((scope, language), out var list) && list.Count > 0)
                    return [.. list.OfType<JsonObject>().Select(command => $"/{command["command"]} – {command["description"]}")];
        return [];
    }

    private static IEnumerable<string> Scopes(Account person, Room room)
    {
        if (room.IsPrivate)
            return [$"chat:{room.Id}", "all_private_chats", "default"];
        string[] member = [$"chat_member:{room.Id}:{person.Id}"];
        return room.IsAdmin(person)
            ? [.. member, $"chat_administrators:{room.Id}", $"chat:{room.Id}", "all_chat_administrators", "all_group_chats", "default"]
            : [.. member, $"chat:{room.Id}", "all_group_chats", "default"];
    }
}
