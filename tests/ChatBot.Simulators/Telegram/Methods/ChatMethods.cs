using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>leaveChat, getChat, getChatMember, getChatAdministrators.</summary>
internal sealed class ChatMethods(PlatformWorld world)
{
    public JsonNode Leave(Parameters parameters)
    {
        var room = ChatAccess.Find(world, parameters);
        if (room.IsPrivate)
            throw ApiError.BadRequest("chat member status can't be changed in private chats");
        ChatAccess.RequireMember(world, room);
        world.Transcript.Note(room, $"{world.Bot.FirstName} leaves");
        world.MoveBot(room, world.Bot, "left");
        return true;
    }

    public JsonNode Get(Parameters parameters)
    {
        var room = ChatAccess.Find(world, parameters);
        ChatAccess.RequireMember(world, room);
        var json = room.ToJson();
        (json["accent_color_id"], json["max_reaction_count"]) = (0, 11);
        json["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        return json;
    }

    public JsonNode GetMember(Parameters parameters)
    {
        var room = ChatAccess.Find(world, parameters);
        ChatAccess.RequireMember(world, room);
        if (parameters.Number("user_id") is not { } id || world.FindAccount(id) is not { } account)
            throw ApiError.BadRequest("PARTICIPANT_ID_INVALID");
        return MemberJson.Of(account, room.IsPrivate ? "member" : room.StandingOf(account));
    }

    public JsonNode GetAdministrators(Parameters parameters)
    {
        var room = ChatAccess.Find(world, parameters);
        if (room.IsPrivate)
            throw ApiError.BadRequest("there are no administrators in the private chat");
        ChatAccess.RequireMember(world, room);
        var administrators = room.Standing.Keys.Order().Select(id => world.FindAccount(id)).OfType<Account>().Where(account => room.IsAdmin(account) && !account.IsBot);
        return new JsonArray([.. administrators.Select(account => MemberJson.Of(account, room.StandingOf(account)))]);
    }
}
