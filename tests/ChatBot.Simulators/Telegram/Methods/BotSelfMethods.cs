using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>getMe, the command menus, setMyDescription.</summary>
internal sealed class BotSelfMethods(PlatformWorld world)
{
    private static readonly string[] PlainScopes = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators"];

    public JsonNode GetMe()
    {
        var me = world.Bot.ToJson();
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = !world.Options.PrivacyMode;
        me["supports_inline_queries"] = world.Options.InlineMode;
        me["can_connect_to_business"] = false;
        me["has_main_web_app"] = false;
        return me;
    }

    public JsonNode SetMyCommands(Parameters parameters)
    {
        if (parameters.Structure("commands") is not JsonArray commands)
            throw ApiError.BadRequest("can't parse bot commands: expected an Array of BotCommand");
        if (commands.Count > 100)
            throw ApiError.BadRequest("BOT_COMMANDS_TOO_MUCH");
        var kept = new JsonArray();
        foreach (var command in commands)
        {
            var name = command?["command"]?.GetValue<string>().TrimStart('/') ?? "";
            var description = command?["description"]?.GetValue<string>() ?? "";
            if (name.Length is 0 or > 32 || !name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                throw ApiError.BadRequest("BOT_COMMAND_INVALID");
            if (description.Length is 0 or > 256)
                throw ApiError.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            kept.Add(new JsonObject { ["command"] = name, ["description"] = description });
        }
        world.Menus.Set(Scope(parameters), Language(parameters), kept);
        return true;
    }

    public JsonNode GetMyCommands(Parameters parameters) => world.Menus.Get(Scope(parameters), Language(parameters));

    public JsonNode DeleteMyCommands(Parameters parameters)
    {
        world.Menus.Remove(Scope(parameters), Language(parameters));
        return true;
    }

    public JsonNode SetMyDescription(Parameters parameters)
    {
        var description = parameters.Text("description") ?? "";
        if (description.Length > 512)
            throw ApiError.BadRequest("BOT_DESCRIPTION_TOO_LONG");
        world.Descriptions[Language(parameters)] = description;
        return true;
    }

    private string Scope(Parameters parameters)
    {
        if (parameters.Structure("scope") is not JsonObject scope)
            return "default";
        var type = scope["type"]?.GetValue<string>() ?? "";
        if (PlainScopes.Contains(type))
            return type;
        if (type is not ("chat" or "chat_administrators" or "chat_member"))
            throw ApiError.BadRequest("can't parse BotCommandScope: unsupported type specified");
        if (scope["chat_id"] is not JsonValue chat || !chat.TryGetValue<long>(out var id) || world.FindRoom(id) is not { } room)
            throw ApiError.BadRequest("chat not found");
        return type == "chat_member" ? $"{type}:{room.Id}:{scope["user_id"]}" : $"{type}:{room.Id}";
    }

    private static string Language(Parameters parameters)
    {
        var language = parameters.Text("language_code") ?? "";
        return language.Length is 0 or 2 ? language : throw ApiError.BadRequest("invalid language code specified");
    }
}
