using ChatBot.Simulators.Telegram.Methods;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Consoles;

/// <content>Groups, forums and the bot in them.</content>
internal sealed partial class TelegramScene
{
    private string? DoInGroups(ConsoleLine.Act act)
    {
        switch (act.Command)
        {
            case "group": return Visit(act, title => _server.AddGroup(title, _person));
            case "supergroup": return Visit(act, title => _server.AddSupergroup(title, isForum: false, _person));
            case "forum": return Visit(act, title => _server.AddSupergroup(title, isForum: true, _person));
            case "topic": return Enter(act.Argument);
            case "add": _person.AddBot(Group(), act.Argument is "admin"); return null;
            case "remove": _person.KickBot(Group()); return null;
            case "forbid": return Forbid(Muting());
            case "allow":
                _person.MuteBot(Muting(), muted: false);
                return $"The bot may write in {WhereIs(_room)}.";
            case "migrate": return GoTo(_person.Migrate(Group()));
            default: throw new InvalidOperationException($":{act.Command} is not done here.");
        }
    }

    private string Visit(ConsoleLine.Act act, Func<string, Room> make)
    {
        var title = Needed(act.Argument, $":{act.Command} TITLE");
        var room = _world.Rooms.FirstOrDefault(room => !room.IsPrivate && room.MigratedTo is null && room.Name.Equals(title, StringComparison.OrdinalIgnoreCase)) ?? make(title);
        if (!room.Has(_world.FindAccount(_person.Id)!)) _server.AddMember(room, _person);
        return GoTo(room) + (IsBotIn ? "" : " The bot isn't in it; :add adds it.");
    }

    private string Enter(string name)
    {
        var forum = Group();
        _topic = name.Length == 0 ? null : forum.Topics.Find(topic => topic.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? _person.OpenTopic(forum, name);
        return Where;
    }

    private string Forbid(Room group)
    {
        _person.MuteBot(group);
        return $"The bot may not write in {WhereIs(group)} now{(group.Kind == "group" ? ", nor may any member who doesn't manage it; Telegram doesn't tell it so" : "; Telegram tells it so")}.";
    }

    /// <summary>The group whose bot has a right to lose.</summary>
    private Room Muting()
    {
        var group = Group();
        if (!IsBotIn) throw new InvalidOperationException("The bot isn't in this group; :add adds it.");
        return group.IsAdmin(_world.Bot) ? throw new InvalidOperationException("The bot is an administrator here, and those may always write; :add makes it a member like others.") : group;
    }

    private Room Group() => _room.IsPrivate ? throw new InvalidOperationException("That is done in a group; :group TITLE goes to one.") : _room;

    /// <summary>Why the bot won't answer, if it won't: newcomers take its privacy for a fault.</summary>
    private string? RemarkOn(Post post)
    {
        if (!IsBotIn) return "(The bot isn't in this group; :add adds it.)";
        if (!Visibility.BotSees(post, _world))
            return $"(Telegram doesn't show this to the bot: of a group it sees commands, such as /ask@{_world.Bot.Username} QUESTION, and replies to it.)";
        if (ChatAccess.IsMuted(_world, _room)) return "(The bot may not write here; :allow lets it.)";
        _expectsAnswer = _room.IsPrivate || _world.Options.PrivacyMode;
        return null;
    }

    private string? Privately(Post post)
    {
        var moved = _room != post.Room;
        var where = GoTo(post.Room);
        return RemarkOn(post) ?? (moved ? where : null);
    }
}
