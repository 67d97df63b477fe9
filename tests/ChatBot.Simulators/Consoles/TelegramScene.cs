using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;

namespace ChatBot.Simulators.Consoles;

/// <summary>Telegram as a person meets it: the private chat with the bot at first, groups and forums when they go there.</summary>
internal sealed partial class TelegramScene : IConsoleScene
{
    private const string FirstName = "Ann";

    private readonly TelegramSimulator _server;
    private readonly PlatformWorld _world;
    private readonly TimeSpan _patience;
    private readonly Dictionary<string, Person> _people = new(StringComparer.OrdinalIgnoreCase);
    private Person _person;
    private Room _room;
    private Topic? _topic;
    private InlineAnswer? _offered;
    private Task _tapped = Task.CompletedTask;
    private readonly Queue<(int At, string Text)> _remarks = [];
    private bool _expectsAnswer;
    private Room? _shown;
    private int _taken;
    private int _answeredFrom;

    /// <param name="server">The platform.</param>
    /// <param name="patience">How long an inline query waits for what is offered.</param>
    public TelegramScene(TelegramSimulator server, TimeSpan patience)
    {
        (_server, _world, _patience) = (server, server.World, patience);
        // The service remembers for days which updates it has dealt with, and this platform begins anew at every start.
        server.RestartUpdateIds((int)(_world.Now - DateTimeOffset.UnixEpoch.AddYears(54)).TotalSeconds);
        _person = PersonCalled(FirstName);
        _room = _person.Private;
    }

    public IReadOnlyList<string> Greeting =>
    [
        $"A simulated Telegram on {_server.BaseUrl}. In another terminal, start the service against it:",
        "",
        $"  ChatBot__Telegram__ApiRoot={_server.BaseUrl} ChatBot__Telegram__Token={_server.Options.Token} dotnet run --project src/ChatBot",
        "",
        $"{Where} What you type is sent as a message; :help lists what else you can do.",
    ];

    public IReadOnlyList<(string Command, string Does)> Commands { get; } =
    [
        (":tap [MESSAGE] BUTTON", "taps a button, by its place or its words; of the newest message with buttons unless you say which"),
        (":reply MESSAGE TEXT", "replies to a message"),
        (":edit MESSAGE TEXT", "changes a message of yours"),
        (":delete MESSAGE", "deletes a message"),
        (":forward MESSAGE", "forwards a message to the bot"),
        (":news TEXT", "forwards to the bot what a channel has published"),
        (":send KIND [CAPTION]", "sends a sticker, photo, voice, document or location"),
        (":inline QUESTION", "types @bot and a question, as in any chat, and shows what is offered"),
        (":choose NUMBER", "sends what was offered into the chat where you are"),
        (":open LINK", "opens a link to the bot, whole or only what stands behind ?start="),
        (":menu", "shows the menu of commands that the bot has set for this chat"),
        (":private", "goes to the private chat with the bot"),
        (":group TITLE", "goes to a group; a new title makes one (:supergroup and :forum likewise)"),
        (":supergroup TITLE", "goes to a supergroup"),
        (":forum TITLE", "goes to a forum, a supergroup with topics"),
        (":topic [NAME]", "goes to a topic of the forum; a new name opens one, no name is General"),
        (":add [admin]", "adds the bot to this group, as an administrator if you say so"),
        (":remove", "removes the bot from this group"),
        (":forbid", "takes the right to write in this group from the bot (:allow gives it back)"),
        (":allow", "lets the bot write in this group again"),
        (":migrate", "makes this group a supergroup"),
        (":as NAME", "is another person from now on; a new name is someone new"),
        (":block", "blocks the bot"),
        (":unblock", "unblocks it"),
        (":forge DATA", "taps a button that the bot never made, on the newest message with buttons"),
        (":again", "shows this chat from its beginning"),
    ];

    public bool IsBotHere => _server.IsListenedTo;

    public bool MayAnswer { get; private set; }

    public bool IsWaiting => _server.PendingUpdates > 0 || !_tapped.IsCompleted || (_expectsAnswer && !HasAnswered);

    public bool HasAnswered
    {
        get
        {
            lock (_world.Gate) return _world.Transcript.Notes.Count > _answeredFrom;
        }
    }

    public Task NextChange
    {
        get
        {
            lock (_world.Gate) return _world.NextChange;
        }
    }

    private string Where => $"You are {_person.Name}, in {WhereIs(_room)}{(_topic is { } topic ? $", topic “{topic.Name}”" : "")}.";

    private bool IsBotIn
    {
        get
        {
            lock (_world.Gate) return _room.Has(_world.Bot);
        }
    }

    public IReadOnlyList<string> TakeSeen()
    {
        lock (_world.Gate)
        {
            var lines = new List<string>();
            for (var notes = _world.Transcript.Notes; ; _taken++)
            {
                while (_remarks.TryPeek(out var next) && next.At <= _taken) lines.Add(_remarks.Dequeue().Text);
                if (_taken >= notes.Count) return lines;
                var (room, line) = notes[_taken];
                if (room != _shown) lines.Add($"— {Transcript.Title(room)} —");
                _shown = room;
                lines.Add(line);
            }
        }
    }

    public Task SayAsync(string text, CancellationToken cancellationToken)
    {
        Doing(() => RemarkOn(_person.Say(text, _room, _topic)));
        return Task.CompletedTask;
    }

    public async Task DoAsync(ConsoleLine.Act act, CancellationToken cancellationToken)
    {
        if (act.Command == "inline") await AskInlineAsync(act.Argument, cancellationToken);
        else Doing(() => Do(act));
    }

    /// <summary>Whatever is seen after it comes from the bot.</summary>
    private void Doing(Func<string?> what)
    {
        lock (_world.Gate)
        {
            (_tapped, _expectsAnswer, MayAnswer) = (Task.CompletedTask, false, false);
            var told = _world.Updates.Added;
            if (what() is { } remark) _remarks.Enqueue((_world.Transcript.Notes.Count, remark));
            _answeredFrom = _world.Transcript.Notes.Count;
            MayAnswer = _world.Updates.Added > told;
        }
    }

    private string? Do(ConsoleLine.Act act)
    {
        var (first, rest) = act.Split();
        switch (act.Command)
        {
            case "tap": return Tap(act.Argument);
            case "forge": return Forge(act.Argument);
            case "reply": return RemarkOn(_person.Reply(PostIn(first), Needed(rest, ":reply MESSAGE TEXT")));
            case "edit": _person.Edit(PostIn(first), Needed(rest, ":edit MESSAGE TEXT")); return null;
            case "delete": _person.Delete(PostIn(first)); return null;
            case "forward": return Privately(_person.Forward(PostIn(first)));
            case "news": return Privately(_person.ForwardFromChannel("The News", Needed(act.Argument, ":news TEXT")));
            case "send": return RemarkOn(_person.SendMedia(Kind(first), rest.Length == 0 ? null : rest, _room));
            case "choose": return Choose(act.Argument);
            case "open": return Open(act.Argument);
            case "menu": return _person.CommandMenu(_room) is { Count: > 0 } menu ? string.Join('\n', menu.Select(row => "  " + row)) : "The bot has set no menu.";
            case "private": return GoTo(_person.Private);
            case "as": return Become(Needed(act.Argument, ":as NAME"));
            case "block": _person.Block(); return null;
            case "unblock": _person.Unblock(); return null;
            case "again": return _server.Transcript(_room).TrimEnd();
            default: return DoInGroups(act);
        }
    }

    private string? Become(string name)
    {
        var wasPrivate = _room.IsPrivate;
        _person = PersonCalled(name);
        if (wasPrivate) return GoTo(_person.Private);
        if (_room.StandingOf(_world.FindAccount(_person.Id)!) == "left") _server.AddMember(_room, _person);
        return Where;
    }

    private string GoTo(Room room)
    {
        (_room, _topic) = (room, null);
        return Where;
    }

    private Person PersonCalled(string name)
    {
        if (_people.TryGetValue(name, out var known)) return known;
        return _people[name] = _server.AddPerson(name);
    }

    private string? Tap(string argument)
    {
        var (post, button) = ButtonIn(argument);
        if (Text(button, "url") is { } link)
            return link.StartsWith($"https://t.me/{_world.Bot.Username}?start=", StringComparison.Ordinal) ? Open(link) : $"The browser opens {link}";
        if (Text(button, "callback_data") is null) throw new InvalidOperationException($"The button “{Text(button, "text")}” leads to another chat; this console can't follow it.");
        _tapped = _person.Tap(post, Text(button, "text") ?? "").Answer;
        return null;
    }

    private string? Forge(string data)
    {
        _tapped = _person.TapForged(NewestWithButtons(), Needed(data, ":forge DATA")).Answer;
        return null;
    }

    private Post PostIn(string number)
    {
        if (int.TryParse(number.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _room.Find(id) is { } post) return post;
        throw new InvalidOperationException(number.Length == 0 ? "Say which message, by its number." : $"There is no message {number} in {WhereIs(_room)}.");
    }

    private Post NewestWithButtons() =>
        _room.Posts.LastOrDefault(post => !post.IsDeleted && post.Buttons.Count > 0) ?? throw new InvalidOperationException($"No message in {WhereIs(_room)} has buttons.");

    private (Post Post, JsonObject Button) ButtonIn(string argument)
    {
        var words = new ConsoleLine.Act("tap", Needed(argument, ":tap [MESSAGE] BUTTON")).Split();
        var post = words.Remainder.Length > 0 && int.TryParse(words.First.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? PostIn(words.First) : null;
        var asked = post is null ? argument : words.Remainder;
        post ??= NewestWithButtons();
        List<JsonObject> buttons = [.. (post.Markup?["inline_keyboard"] as JsonArray ?? []).OfType<JsonArray>().SelectMany(row => row.OfType<JsonObject>())];
        var button = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? buttons.ElementAtOrDefault(place - 1)
            : buttons.Find(candidate => Text(candidate, "text")?.StartsWith(asked, StringComparison.OrdinalIgnoreCase) == true);
        return (post, button ?? throw new InvalidOperationException($"Message #{post.Id} has no button {asked}."));
    }

    private static string? Text(JsonObject button, string field) => button[field]?.GetValue<string>();

    private static string Kind(string kind) => kind is "sticker" or "photo" or "voice" or "document" or "location" ? kind
        : throw new InvalidOperationException("Say what to send: sticker, photo, voice, document or location.");

    private static string Needed(string argument, string usage) => argument.Length > 0 ? argument : throw new InvalidOperationException($"Say it as {usage}");

    private static string WhereIs(Room room) => room.IsPrivate ? "the private chat with the bot" : $"the {(room.IsForum ? "forum" : room.Kind)} “{room.Name}”";
}
