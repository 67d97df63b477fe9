using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Consoles;

/// <content>What a person does besides writing.</content>
internal sealed partial class DiscordScene
{
    private void Do(ConsoleLine.Act act)
    {
        var (first, rest) = act.Split();
        switch (act.Command)
        {
            case "menu": _remarks.Enqueue(Menu()); break;
            case "type": Type(Needed(act.Argument, ":type /COMMAND TEXT")); break;
            case "tap": Tap(Needed(act.Argument, ":tap [MESSAGE] BUTTON")); break;
            case "choose": Choose(Needed(act.Argument, ":choose [MESSAGE] ENTRY")); break;
            case "fill": Fill(Needed(act.Argument, ":fill TEXT")); break;
            case "apps": Interact(_person.UseMessageMenu(MessageIn(first), EntryOf(Needed(rest, ":apps MESSAGE ENTRY")))); break;
            case "reply": Reply(MessageIn(first), Needed(rest, ":reply MESSAGE TEXT"), ping: true); break;
            case "quietly": Reply(MessageIn(first), Needed(rest, ":quietly MESSAGE TEXT"), ping: false); break;
            case "edit":
                _person.Edit(MessageIn(first), Mentioning(Needed(rest, ":edit MESSAGE TEXT")));
                MayAnswer = true;
                break;
            case "delete":
                _person.Delete(MessageIn(first));
                MayAnswer = true;
                break;
            case "direct": GoTo(_person.DirectChannel); break;
            case "channel": GoTo(ChannelCalled(Needed(act.Argument, ":channel NAME").TrimStart('#'))); break;
            case "thread": GoTo(ThreadCalled(Needed(act.Argument, ":thread NAME"))); break;
            case "forum": GoTo(ForumCalled(Needed(act.Argument, ":forum NAME").TrimStart('#'))); break;
            case "server": GoTo(ServerCalled(Needed(act.Argument, ":server NAME"))); break;
            case "as": Become(Needed(act.Argument, ":as NAME")); break;
            case "manager": Manage(); break;
            case "language":
                _person.Locale = Needed(act.Argument, ":language CODE");
                _remarks.Enqueue($"Your app speaks {_person.Locale} now.");
                break;
            case "forbid":
                _channel.DeniedToBot |= RightCalled(act.Argument);
                _remarks.Enqueue($"The bot lacks that right in {WhereIs(_channel)} now.");
                break;
            case "allow":
                _world.AllowBot(_channel);
                _remarks.Enqueue($"The bot has all its rights in {WhereIs(_channel)}.");
                break;
            case "forge": Interact(_person.TapForged(Newest(message => message.Author.IsBot, "No message is the bot's"), Needed(act.Argument, ":forge DATA"))); break;
            case "again": _remarks.Enqueue(_server.TranscriptFor(_person, _channel).TrimEnd()); break;
            default: throw new InvalidOperationException($":{act.Command} is not done here.");
        }
    }

    private void Slash(string line)
    {
        if (_channel.Type == SimChannelType.Forum) throw new InvalidOperationException("In a forum itself there are no commands, only in its posts; what you write here opens one.");
        var (command, options) = SlashLine.Read(line, name => SlashLine.Find(_world, name));
        Interact(_person.Slash(_channel, command, options));
    }

    private void Type(string line)
    {
        var (command, options) = SlashLine.Read(line, name => SlashLine.Find(_world, name));
        var (option, soFar) = options.Length > 0 ? options[^1] : (SlashLine.FirstOption(_world, command) ?? throw new InvalidOperationException($"/{command} has no options."), "");
        Interact(_person.Type(_channel, command, option, soFar.ToString() ?? "", [.. options.SkipLast(1)]));
    }

    private void Reply(SimMessage to, string text, bool ping)
    {
        var written = Mentioning(text);
        _person.Reply(to, written, ping);
        Expect(written, to);
    }

    private void Tap(string argument)
    {
        var (message, asked) = Pointed(argument, candidate => Controls(candidate, 2).Count > 0, "has buttons");
        var buttons = Controls(message, 2);
        var button = Picked(buttons, asked, control => Label(control)) ?? throw new InvalidOperationException($"Message #{NumberOf(message)} has no button {asked}; it has {string.Join(", ", buttons.Select(Label))}.");
        Interact(_person.Tap(message, (string?)button["custom_id"] ?? ""));
    }

    private void Choose(string argument)
    {
        var (message, asked) = Pointed(argument, candidate => Controls(candidate, 3).Count > 0, "has a menu");
        var menu = Controls(message, 3).FirstOrDefault() ?? throw new InvalidOperationException($"Message #{NumberOf(message)} has no menu.");
        List<JsonObject> entries = [.. (menu["options"] as JsonArray ?? []).OfType<JsonObject>()];
        var entry = Picked(entries, asked, Label) ?? throw new InvalidOperationException($"The menu has no entry {asked}.");
        Interact(_person.Select(message, (string?)menu["custom_id"] ?? "", (string?)entry["value"] ?? ""));
    }

    private void Fill(string text)
    {
        var form = _form is { Modal: { } modal } opened ? (opened, Field: (string?)InputOf(modal)["custom_id"] ?? "") : throw new InvalidOperationException("No form is open.");
        Interact(_person.Submit(form.opened, (form.Field, text)));
        _form = null;
    }

    private void Interact(SimInteraction interaction) => (_interaction, _interactionTold) = (interaction, false);

    private string Menu()
    {
        var rows = new List<string>();
        foreach (var command in _world.Commands)
        {
            if ((int?)command["type"] == 3)
            {
                rows.Add($"  Apps → {command["name"]}");
                continue;
            }
            rows.Add($"  /{command["name"]}  {Described(command)}");
            foreach (var option in (command["options"] as JsonArray ?? []).OfType<JsonObject>()) rows.Add($"      {option["name"]}{((bool?)option["required"] == true ? "" : " (optional)")}: {Described(option)}");
        }
        return rows.Count == 0 ? "The bot has set no commands." : string.Join('\n', rows);
    }

    private string Described(JsonObject node) => ((node["description_localizations"] as JsonObject)?[_person.Locale] ?? node["description"])?.ToString() ?? "";

    private string EntryOf(string asked) => _world.Commands.Where(command => (int?)command["type"] == 3).Select(command => (string?)command["name"]).OfType<string>()
        .FirstOrDefault(name => name.StartsWith(asked, StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidOperationException($"The menu Apps has no entry {asked}; :menu lists them.");

    private void Become(string name)
    {
        var known = _people.ContainsKey(name);
        _person = PersonCalled(name);
        if (!known && _channel.Guild is { } guild && !guild.Members.Contains(_person.User)) guild.Members.Add(_person.User);
        GoTo(_channel.Guild is null ? _person.DirectChannel : _channel);
    }

    private void Manage()
    {
        var guild = Guild();
        if (guild.Owner.Id == _person.User.Id) throw new InvalidOperationException("You own this server, and may do all there.");
        var may = guild.Managers.Add(_person.User.Id) || !guild.Managers.Remove(_person.User.Id);
        _remarks.Enqueue(may ? $"{_person.User.Name} may manage “{guild.Name}” now." : $"{_person.User.Name} may not manage “{guild.Name}” any more.");
    }

    private void GoTo(SimChannel channel)
    {
        _channel = channel;
        _guild = channel.Guild ?? _guild;
        _remarks.Enqueue(Where);
    }

    private SimChannel ChannelCalled(string name)
    {
        var guild = Guild();
        return guild.Channels.FirstOrDefault(channel => channel.Type == SimChannelType.Text && channel.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? _world.AddChannel(guild, name);
    }

    private SimChannel ThreadCalled(string name)
    {
        var parent = _channel.Guild is null ? Guild().Channels[0] : _channel.Parent ?? _channel;
        return Guild().Channels.FirstOrDefault(channel => channel.Parent == parent && channel.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (parent.Type == SimChannelType.Forum ? throw new InvalidOperationException($"The forum has no post “{name}”; what you write in the forum opens one.") : _world.AddThread(parent, name));
    }

    private SimChannel ForumCalled(string name)
    {
        var guild = Guild();
        return guild.Channels.FirstOrDefault(channel => channel.Type == SimChannelType.Forum && channel.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? _world.AddChannel(guild, name, SimChannelType.Forum);
    }

    private SimChannel ServerCalled(string name) =>
        (_world.Guilds.Find(guild => guild.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? _world.AddGuildWithNotices(name, _person.User, "general")).Channels[0];

    /// <summary>The server where the person is, or was last.</summary>
    private SimGuild Guild() => _channel.Guild ?? _guild;

    private static Permission RightCalled(string right) => right switch
    {
        "write" => Permission.SendMessages | Permission.SendMessagesInThreads,
        "frames" => Permission.EmbedLinks,
        "history" => Permission.ReadMessageHistory,
        _ => throw new InvalidOperationException("Say :forbid write, :forbid frames or :forbid history."),
    };

    private (SimMessage Message, string Asked) Pointed(string argument, Func<SimMessage, bool> fits, string what)
    {
        var (first, rest) = new ConsoleLine.Act("", argument).Split();
        if (rest.Length > 0 && int.TryParse(first.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out _)) return (MessageIn(first), rest);
        return (Newest(fits, $"No message here {what}"), argument);
    }

    private SimMessage Newest(Func<SimMessage, bool> fits, string otherwise) =>
        _world.Messages.LastOrDefault(message => message.Channel == _channel && !message.Deleted && IsVisible(message) && fits(message)) ?? throw new InvalidOperationException($"{otherwise}.");

    private SimMessage MessageIn(string number)
    {
        if (int.TryParse(number.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            && _world.Messages.Find(message => message.Channel == _channel && IsVisible(message) && _numbers.GetValueOrDefault(message.Id) == asked) is { } found) return found;
        throw new InvalidOperationException(number.Length == 0 ? "Say which message, by its number." : $"There is no message {number} in {WhereIs(_channel)}.");
    }

    private static List<JsonObject> Controls(SimMessage message, int type) => [.. message.Controls.Where(control => (int?)control["type"] == type)];

    private static JsonObject? Picked(IReadOnlyList<JsonObject> from, string asked, Func<JsonObject, string> label) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? from.ElementAtOrDefault(place - 1)
            : from.FirstOrDefault(candidate => label(candidate).StartsWith(asked, StringComparison.OrdinalIgnoreCase));

    private static string Label(JsonObject control) => control["label"]?.ToString() ?? "";

    private static string Needed(string argument, string usage) => argument.Length > 0 ? argument : throw new InvalidOperationException($"Say it as {usage}");
}
