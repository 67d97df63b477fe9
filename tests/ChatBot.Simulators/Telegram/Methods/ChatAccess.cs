using ChatBot.Simulators.Telegram.Http;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Telegram.Methods;

/// <summary>Which chat is meant, and whether the bot may act in it.</summary>
internal static class ChatAccess
{
    public static Room Find(PlatformWorld world, Parameters parameters)
    {
        if (string.IsNullOrEmpty(parameters.Text("chat_id")))
            throw ApiError.BadRequest("chat_id is empty");
        if (parameters.Number("chat_id") is not { } id || world.FindRoom(id) is not { } room)
            throw ApiError.BadRequest("chat not found");
        if (room.MigratedTo is { } now)
            throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateToChatId = now.Id };
        return room;
    }

    public static Room FindWritable(PlatformWorld world, Parameters parameters)
    {
        var room = Find(world, parameters);
        if (room.Person is { } person)
        {
            if (person.IsDeactivated)
                throw ApiError.Forbidden("user is deactivated");
            if (room.StandingOf(world.Bot) == "kicked")
                throw ApiError.Forbidden("bot was blocked by the user");
            if (!room.IsStarted)
                throw ApiError.Forbidden("bot can't initiate conversation with a user");
            return room;
        }
        RequireMember(world, room);
        if (IsMuted(world, room))
            throw ApiError.BadRequest("not enough rights to send text messages to the chat");
        return room;
    }

    /// <summary>The bot is in a group and may not write there.</summary>
    public static bool IsMuted(PlatformWorld world, Room room) => room.StandingOf(world.Bot) == "restricted" || (room.IsMuted && !room.IsAdmin(world.Bot));

    public static void RequireMember(PlatformWorld world, Room room)
    {
        if (room.IsPrivate || room.Has(world.Bot))
            return;
        throw ApiError.Forbidden(room.StandingOf(world.Bot) == "kicked" ? $"bot was kicked from the {room.Kind} chat"
            : $"bot is not a member of the {room.Kind} chat");
    }
}
