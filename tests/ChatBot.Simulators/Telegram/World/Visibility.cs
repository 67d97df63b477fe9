using ChatBot.Simulators.Telegram.Formatting;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>Which messages of a chat reach the bot: the documented rules of privacy mode.</summary>
internal static class Visibility
{
    public static bool BotSees(Post post, PlatformWorld world)
    {
        var room = post.Room;
        if (room.IsPrivate)
            return room.StandingOf(world.Bot) != "kicked";
        if (!room.Has(world.Bot))
            return false;
        if (post.IsService || post.ViaBot == world.Bot)
            return true;
        if (post.Author.IsBot)
            return false;
        if (!world.Options.PrivacyMode || room.IsAdmin(world.Bot))
            return true;
        return post.Answered?.Author == world.Bot || IsCommandFor(post, world) || (world.Options.MentionsReachTheBot && Mentions(post, world.Bot));
    }

    private static bool IsCommandFor(Post post, PlatformWorld world)
    {
        if (post.Body is not { } body || body.Entities.FirstOrDefault(entity => entity is { Type: "bot_command", Offset: 0 }) is not { } command)
            return false;
        var written = body.Slice(command);
        var at = written.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
            return written.AsSpan(at + 1).Equals(world.Bot.Username, StringComparison.OrdinalIgnoreCase);
        return LastBot(post) is not { } last || last == world.Bot;
    }

    private static Account? LastBot(Post post) =>
        post.Room.Posts.Where(other => other.Id < post.Id && other.Author.IsBot && !other.IsService).LastOrDefault()?.Author;

    private static bool Mentions(Post post, Account bot) =>
        post.Body is { } body && body.Entities.Any(entity => entity.Type == "mention"
            && body.Slice(entity).AsSpan(1).Equals(bot.Username, StringComparison.OrdinalIgnoreCase));
}
