using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Consoles;

/// <summary>Discord as a person meets it: a channel of a server at first; threads, other servers and the direct conversation with the bot when they go there.</summary>
internal sealed partial class DiscordScene : IConsoleScene
{
    private const string FirstName = "Ann";
    private const int LongestTitle = 60;

    private readonly DiscordSimulator _server;
    private readonly DiscordWorld _world;
    private readonly Dictionary<string, Person> _people = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each message's number in its channel.</summary>
    private readonly Dictionary<ulong, int> _numbers = [];

    /// <summary>Each message as it was last shown.</summary>
    private readonly Dictionary<ulong, string> _shown = [];

    private readonly Queue<string> _remarks = [];

    /// <summary>What is to be said behind the messages.</summary>
    private readonly Queue<string> _hints = [];
    private Person _person;
    private SimChannel _channel;
    private SimGuild _guild;
    private SimChannel? _heading;
    private SimInteraction? _interaction;
    private SimInteraction? _form;
    private bool _interactionTold = true;
    private bool _expectsAnswer;
    private string _before = "";

    public DiscordScene(DiscordSimulator server)
    {
        (_server, _world) = (server, server.World);
        _person = PersonCalled(FirstName);
        _guild = _world.AddGuild("Friends", _person.User, "general");
        _channel = _guild.Channels[0];
    }

    public IReadOnlyList<string> Greeting =>
    [
        $"A simulated Discord on {_server.ApiRoot}. In another terminal, start the service against it:",
        "",
        $"  ChatBot__Discord__ApiRoot={_server.ApiRoot} ChatBot__Discord__Token={_server.Options.Token} dotnet run --project src/ChatBot",
        "",
        $"{Where} A line that begins with / is a slash command (/ask When is it? or /ask question: When is it? only-for-me: true); any other is sent as a message, in",
        $"which @{_world.Bot.Name} mentions the bot. :help lists what else you can do.",
    ];

    public IReadOnlyList<(string Command, string Does)> Commands { get; } =
    [
        (":menu", "shows the slash commands, as the app lists them in your language"),
        (":type /COMMAND TEXT", "types a slash command without sending it, and shows what is offered"),
        (":tap [MESSAGE] BUTTON", "taps a button, by its place or its words; of the newest message with buttons unless you say which"),
        (":choose [MESSAGE] ENTRY", "chooses from a message's menu, by place or words"),
        (":fill TEXT", "fills in the form that has opened, and sends it"),
        (":apps MESSAGE ENTRY", "uses an entry of a message's menu Apps"),
        (":reply MESSAGE TEXT", "replies to a message (:quietly MESSAGE TEXT likewise, with the @ switched off)"),
        (":quietly MESSAGE TEXT", "replies without a ping"),
        (":edit MESSAGE TEXT", "changes a message of yours"),
        (":delete MESSAGE", "deletes a message of yours, or anybody's in a server that you manage"),
        (":direct", "goes to your direct conversation with the bot"),
        (":channel NAME", "goes to a channel of this server; a new name makes one"),
        (":thread NAME", "goes to a thread of this channel; a new name makes one"),
        (":forum NAME", "goes to a forum of this server; a new name makes one. What you write there opens a post; :thread goes to one that stands"),
        (":server NAME", "goes to a server; a new name makes one, and you own it"),
        (":as NAME", "is another person from now on; a new name is someone new"),
        (":manager", "gives you, or takes from you, the right to manage this server"),
        (":language CODE", "sets your app's language (de, fr, …; en-US at first)"),
        (":forbid RIGHT", "takes a right in this channel from the bot: write, frames or history (:allow gives all of them back)"),
        (":allow", "gives the bot its rights in this channel back"),
        (":forge DATA", "taps a button that the bot never made, on its newest message"),
        (":again", "shows this channel from its beginning"),
    ];

    public bool IsBotHere => _server.Gateway.IsConnected(0) && _world.Commands.Count > 0;

    public bool MayAnswer { get; private set; }

    public bool IsWaiting
    {
        get
        {
            lock (_world.Lock) return _interaction is { } interaction ? !interaction.Acknowledged.IsCompleted || interaction.Original is { IsLoading: true } : _expectsAnswer && !HasAnswered;
        }
    }

    public bool HasAnswered
    {
        get
        {
            lock (_world.Lock) return _interaction?.Acknowledged.IsCompleted == true || BotsMessages() != _before;
        }
    }

    public Task NextChange
    {
        get
        {
            lock (_world.Lock) return _world.NextChange;
        }
    }

    private string Where => $"You are {_person.User.Name}, in {WhereIs(_channel)}.";

    public IReadOnlyList<string> TakeSeen()
    {
        lock (_world.Lock)
        {
            var lines = new List<string>();
            while (_remarks.TryDequeue(out var remark)) lines.Add(remark);
            foreach (var message in _world.Messages.Where(IsVisible))
            {
                var isNew = !_shown.TryGetValue(message.Id, out var before);
                var now = Transcript.Of(_world, message).TrimEnd('\n');
                _shown[message.Id] = now;
                // That the message replied to is gone changes nothing of what it says.
                if (!isNew && Head().Replace(before!, "") == Head().Replace(now, "")) continue;
                if (message.Channel != _heading) lines.Add($"— {WhereIs(message.Channel)} —");
                _heading = message.Channel;
                lines.Add($"#{NumberOf(message)} {(isNew || message.Deleted ? "" : "(changed) ")}{now}");
            }
            Outcome(lines);
            while (_hints.TryDequeue(out var hint)) lines.Add(hint);
            return lines;
        }
    }

    public Task SayAsync(string text, CancellationToken cancellationToken)
    {
        if (text[0] == '/') Doing(() => Slash(text));
        else Doing(() => Say(text));
        return Task.CompletedTask;
    }

    public Task DoAsync(ConsoleLine.Act act, CancellationToken cancellationToken)
    {
        Doing(() => Do(act));
        return Task.CompletedTask;
    }

    /// <summary>Whatever is seen after it comes from the bot.</summary>
    private void Doing(Action what)
    {
        lock (_world.Lock)
        {
            (_interaction, _expectsAnswer, MayAnswer) = (null, false, false);
            _before = BotsMessages();
            what();
            MayAnswer |= _interaction is not null || _expectsAnswer;
        }
    }

    private void Say(string text)
    {
        var written = Mentioning(text);
        if (_channel.Type == SimChannelType.Forum) GoTo(_person.OpenPost(_channel, TitleOf(text), written).Channel);
        else _person.Say(_channel, written);
        Expect(written, replied: null);
    }

    /// <summary>A post's title, for which the app asks: its words without the bot's name.</summary>
    private string TitleOf(string text) => text.Replace($"@{_world.Bot.Name}", "", StringComparison.OrdinalIgnoreCase).Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestTitle)] : text;

    /// <summary>The bot answers what is meant for it; of the rest a person wants to know why nothing comes.</summary>
    private void Expect(string written, SimMessage? replied)
    {
        _expectsAnswer = _channel.Guild is null || written.Contains(_person.MentionOfBot, StringComparison.Ordinal) || replied?.Author.Id == _world.Bot.Id;
        if (!_expectsAnswer) _hints.Enqueue($"(Nobody asked the bot: mention it as @{_world.Bot.Name}, reply to it, or use a slash command.)");
    }

    private string Mentioning(string text) => text.Replace($"@{_world.Bot.Name}", _person.MentionOfBot, StringComparison.OrdinalIgnoreCase);

    /// <summary>What an interaction brought besides messages.</summary>
    private void Outcome(List<string> lines)
    {
        if (_interactionTold || _interaction is not { Acknowledged.IsCompleted: true } done) return;
        _interactionTold = true;
        if (done.Modal is { } form)
        {
            _form = done;
            var input = InputOf(form);
            lines.Add($"  A form opens: {form["title"]}");
            lines.Add($"    {input["label"] ?? form["components"]?[0]?["label"]}: {input["value"] ?? "…"}");
            lines.Add("  :fill TEXT sends it.");
        }
        else if (done.Type == 4)
        {
            lines.Add(done.Choices.Count == 0 ? "  (nothing is offered)" : string.Join('\n', done.Choices.Select((choice, i) => $"  {i + 1}  {choice["name"]}")));
        }
    }

    private static JsonObject InputOf(JsonObject form)
    {
        var row = form["components"] is JsonArray { Count: > 0 } rows ? rows[0] as JsonObject : null;
        return row?["component"] as JsonObject ?? (row?["components"] as JsonArray)?[0] as JsonObject ?? throw new InvalidOperationException("The form has no field.");
    }

    private string BotsMessages() => string.Concat(_world.Messages.Where(message => message.Author.IsBot && !message.IsLoading).Select(message => Transcript.Of(_world, message)));

    private bool IsVisible(SimMessage message) =>
        message.Channel.Guild is null ? message.Channel.Recipient?.Id == _person.User.Id : !message.IsEphemeral || message.Interaction?.User.Id == _person.User.Id;

    private int NumberOf(SimMessage message)
    {
        if (_numbers.TryGetValue(message.Id, out var known)) return known;
        return _numbers[message.Id] = 1 + _world.Messages.Count(other => other.Channel == message.Channel && _numbers.ContainsKey(other.Id));
    }

    private Person PersonCalled(string name, string locale = "en-US")
    {
        if (_people.TryGetValue(name, out var known)) return known;
        return _people[name] = _server.AddPerson(name, locale);
    }

    private static string WhereIs(SimChannel channel) => channel.Guild is not { } guild ? "your direct conversation with the bot"
        : channel.Parent is { Type: SimChannelType.Forum } forum ? $"the post “{channel.Name}” in the forum #{forum.Name} of “{guild.Name}”"
        : channel.Type == SimChannelType.Forum ? $"the forum #{channel.Name} of “{guild.Name}”"
        : channel.Parent is { } parent ? $"the thread “{channel.Name}” in #{parent.Name} of “{guild.Name}”" : $"#{channel.Name} of “{guild.Name}”";

    [GeneratedRegex(", reply to [^:,\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
