using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.Gateway;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Discord.People;

/// <summary>Someone at a Discord client: writes, taps, and can only do what the client offers. What is impossible there throws here.</summary>
public sealed class Person
{
    private readonly DiscordWorld _world;

    internal Person(DiscordWorld world, SimUser user) => (_world, User) = (world, user);

    public SimUser User { get; }
    public string Locale { get; set; } = "en-US";

    public string MentionOfBot => $"<@{_world.Bot.Id}>";

    public SimChannel DirectChannel => _world.DirectChannel(User);

    public SimMessage Say(SimChannel channel, string text) => Send(channel, text, replyTo: null, ping: false);

    /// <summary>Replying pings the other side unless one switches it off.</summary>
    public SimMessage Reply(SimMessage to, string text, bool ping = true) => Send(to.Channel, text, to, ping);

    /// <summary>Opens a post of a forum: a thread whose first message bears its number.</summary>
    public SimMessage OpenPost(SimChannel forum, string title, string text)
    {
        lock (_world.Lock)
        {
            Require(forum.Type == SimChannelType.Forum && title.Length is > 0 and <= 100, "Only a forum has posts, and their titles have 1 to 100 characters.");
            return Send(_world.AddThread(forum, title), text, replyTo: null, ping: false);
        }
    }

    public void Edit(SimMessage own, string text)
    {
        lock (_world.Lock)
        {
            Require(own.Author.Id == User.Id && !own.Deleted, "Only own messages can be edited.");
            own.Content = text;
            own.EditedAt = _world.Now;
            own.Mentions = MentionedIn(text, own.ReplyTo is { } target && own.Mentions.Contains(target.Author) ? target : null);
            _world.EmitMessage("MESSAGE_UPDATE", own);
        }
    }

    public void Delete(SimMessage message)
    {
        lock (_world.Lock)
        {
            var mayAll = message.Channel.Guild is { } guild && guild.PermissionsOf(User).HasFlag(Permission.ManageMessages);
            Require((message.Author.Id == User.Id || mayAll) && !message.Deleted, "Only own messages can be deleted, and those of others by who manages the server.");
            message.Deleted = true;
            _world.Emit("MESSAGE_DELETE", _ => Rest.ChannelEndpoints.DeletedJson(message), message.Channel.Guild, message.Channel.Guild is null ? Intent.DirectMessages : Intent.GuildMessages);
        }
    }

    /// <summary>A slash command, its options as typed; a client checks that required ones are there and asks for choices from the list.</summary>
    public SimInteraction Slash(SimChannel channel, string command, params (string Name, object Value)[] options)
    {
        lock (_world.Lock)
        {
            var registered = Registered(channel, command, type: 1);
            foreach (var option in (registered["options"] as JsonArray ?? []).OfType<JsonObject>())
                Require((bool?)option["required"] != true || options.Any(o => o.Name == (string?)option["name"]), $"/{command} needs {option["name"]}.");
            var data = CommandData(registered);
            if (options.Length > 0)
                data["options"] = new JsonArray([.. options.Select(o => (JsonNode)Filled(registered, o.Name, o.Value, focused: false))]);
            return Interact(channel, 2, data, null);
        }
    }

    /// <summary>Typing in an option: what the client asks the bot after a key.</summary>
    public SimInteraction Type(SimChannel channel, string command, string option, string soFar, params (string Name, object Value)[] others)
    {
        lock (_world.Lock)
        {
            var registered = Registered(channel, command, type: 1);
            Require((bool?)OptionOf(registered, option)["autocomplete"] == true, $"/{command} {option} does not autocomplete.");
            var data = CommandData(registered);
            data["options"] = new JsonArray([.. others.Select(o => (JsonNode)Filled(registered, o.Name, o.Value, focused: false)), Filled(registered, option, soFar, focused: true)]);
            return Interact(channel, 4, data, null);
        }
    }

    /// <summary>"Apps" in a message's menu.</summary>
    public SimInteraction UseMessageMenu(SimMessage message, string command)
    {
        lock (_world.Lock)
        {
            Require(!message.Deleted, "The message is gone.");
            var data = CommandData(Registered(message.Channel, command, type: 3));
            data["target_id"] = Text.Id(message.Id);
            // The target comes with its content, whatever the intents.
            data["resolved"] = new JsonObject { ["messages"] = new JsonObject { [Text.Id(message.Id)] = message.ToJson(_ => true, withReference: false) } };
            return Interact(message.Channel, 2, data, null);
        }
    }

    /// <summary>A button by its label or custom id.</summary>
    public SimInteraction Tap(SimMessage message, string labelOrId)
    {
        lock (_world.Lock)
        {
            var button = Control(message, 2, labelOrId);
            Require(button["custom_id"] is not null, $"\"{labelOrId}\" opens an address.");
            return Interact(message.Channel, 3, new JsonObject { ["custom_id"] = (string?)button["custom_id"], ["component_type"] = 2, ["id"] = (int?)button["id"] }, message);
        }
    }

    /// <summary>A button that the bot never made, as a tampered client sends it.</summary>
    public SimInteraction TapForged(SimMessage message, string customId)
    {
        lock (_world.Lock)
            return Interact(message.Channel, 3, new JsonObject { ["custom_id"] = customId, ["component_type"] = 2, ["id"] = 1 }, message);
    }

    /// <summary>Choices of a menu, by label or value.</summary>
    public SimInteraction Select(SimMessage message, string menu, params string[] choices)
    {
        lock (_world.Lock)
        {
            var control = Control(message, 3, menu);
            var options = (control["options"] as JsonArray)!.OfType<JsonObject>().ToList();
            var values = choices.Select(c => options.FirstOrDefault(o => (string?)o["value"] == c || (string?)o["label"] == c)
                ?? throw new InvalidOperationException($"The menu has no \"{c}\".")).Select(o => (JsonNode)(string)o["value"]!).ToArray();
            Require(values.Length >= ((int?)control["min_values"] ?? 1) && values.Length <= ((int?)control["max_values"] ?? 1), "The menu asks for another number of choices.");
            return Interact(message.Channel, 3, new JsonObject
            {
                ["custom_id"] = (string?)control["custom_id"],
                ["component_type"] = 3,
                ["id"] = (int?)control["id"],
                ["values"] = new JsonArray(values),
            }, message);
        }
    }

    /// <summary>Fills in the form that an interaction opened, by the inputs' custom ids.</summary>
    public SimInteraction Submit(SimInteraction opened, params (string CustomId, string Text)[] fields)
    {
        lock (_world.Lock)
        {
            var modal = opened.Modal ?? throw new InvalidOperationException("No form was opened.");
            var rows = new JsonArray();
            foreach (var row in (modal["components"] as JsonArray)!.OfType<JsonObject>())
            {
                var inLabel = row["component"] is JsonObject;
                var input = row["component"] as JsonObject ?? (JsonObject)row["components"]![0]!;
                var id = (string)input["custom_id"]!;
                var text = fields.FirstOrDefault(f => f.CustomId == id).Text ?? (string?)input["value"] ?? "";
                Require(text.Length > 0 || (bool?)input["required"] == false, $"The form needs \"{id}\".");
                Require(text.Length <= ((int?)input["max_length"] ?? 4000), $"\"{id}\" is too long.");
                var filled = new JsonObject { ["type"] = 4, ["id"] = rows.Count * 2 + 2, ["custom_id"] = id, ["value"] = text };
                rows.Add(inLabel
                    ? new JsonObject { ["type"] = 18, ["id"] = rows.Count * 2 + 1, ["component"] = filled }
                    : new JsonObject { ["type"] = 1, ["id"] = rows.Count * 2 + 1, ["components"] = new JsonArray(filled) });
            }
            return Interact(opened.Channel, 5, new JsonObject { ["custom_id"] = (string?)modal["custom_id"], ["components"] = rows }, opened.Source, opened);
        }
    }

    private SimMessage Send(SimChannel channel, string text, SimMessage? replyTo, bool ping)
    {
        lock (_world.Lock)
        {
            Require(!channel.Deleted && text.Length is > 0 and <= 2000, "The channel is gone, or the text has not 1 to 2000 characters.");
            Require(channel.Type != SimChannelType.Forum, "In a forum itself nobody writes, only in its posts.");
            var isPost = channel.Parent?.Type == SimChannelType.Forum && channel.Messages.Count == 0;
            var message = new SimMessage(isPost ? channel.Id : _world.NextId(), channel, User, _world.Now)
            {
                Content = text,
                ReplyTo = replyTo,
                Type = replyTo is null ? 0 : 19,
                Mentions = MentionedIn(text, ping ? replyTo : null),
            };
            _world.Add(message);
            _world.EmitMessage("MESSAGE_CREATE", message);
            return message;
        }
    }

    private List<SimUser> MentionedIn(string text, SimMessage? pinged) => [.. _world.People.Append(_world.Bot)
        .Where(u => text.Contains($"<@{u.Id}>", StringComparison.Ordinal) || text.Contains($"<@!{u.Id}>", StringComparison.Ordinal) || pinged?.Author.Id == u.Id)];

    private SimInteraction Interact(SimChannel channel, int type, JsonObject data, SimMessage? source, SimInteraction? openedBy = null)
    {
        var interaction = new SimInteraction(_world.NextId(), _world.ApplicationId, $"interaction-token-{_world.Interactions.Count + 1}-{_world.NextId()}", type, User, channel, _world.Now) { Source = source, OpenedBy = openedBy };
        _world.Interactions.Add(interaction);
        _world.Emit("INTERACTION_CREATE", _ => ToJson(interaction, data), channel.Guild, 0);
        return interaction;
    }

    private JsonObject ToJson(SimInteraction interaction, JsonObject data)
    {
        var channel = interaction.Channel;
        var granted = Permission.Everyone & ~(channel.DeniedToBot | (channel.Parent?.DeniedToBot ?? Permission.None));
        var json = new JsonObject
        {
            ["id"] = Text.Id(interaction.Id),
            ["application_id"] = Text.Id(interaction.ApplicationId),
            ["type"] = interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["channel_id"] = Text.Id(channel.Id),
            ["channel"] = channel.ToJson(),
            ["locale"] = Locale,
            ["app_permissions"] = ((ulong)granted).ToString(CultureInfo.InvariantCulture),
            ["entitlements"] = new JsonArray(),
            ["context"] = channel.Guild is null ? 1 : 0,
            ["attachment_size_limit"] = 10 * 1024 * 1024,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = channel.Guild is { } owner ? Text.Id(owner.Id) : "0" },
            ["data"] = data.DeepClone(),
        };
        if (channel.Guild is { } guild)
        {
            json["guild_id"] = Text.Id(guild.Id);
            json["guild_locale"] = "en-US";
            json["guild"] = new JsonObject { ["id"] = Text.Id(guild.Id), ["locale"] = "en-US", ["features"] = new JsonArray() };
            var member = guild.MemberJson(User, withUser: true);
            member["permissions"] = ((ulong)guild.PermissionsOf(User)).ToString(CultureInfo.InvariantCulture);
            json["member"] = member;
        }
        else
        {
            json["user"] = User.ToJson();
        }
        if (interaction.Source is { } source)
            json["message"] = source.ToJson(_ => true);
        return json;
    }

    private JsonObject Registered(SimChannel channel, string name, int type)
    {
        var command = _world.Commands.FirstOrDefault(c => (string?)c["name"] == name && (int?)c["type"] == type)
            ?? throw new InvalidOperationException($"No command \"{name}\" is registered.");
        var context = channel.Guild is null ? 1 : 0;
        Require(command["contexts"] is not JsonArray contexts || contexts.Any(c => (int?)c == context), $"\"{name}\" is not offered here.");
        if (channel.Guild is { } guild && (string?)command["default_member_permissions"] is { } needed)
        {
            var bits = (Permission)ulong.Parse(needed, CultureInfo.InvariantCulture);
            Require(guild.Owner.Id == User.Id || (bits != 0 && (guild.PermissionsOf(User) & bits) == bits), $"\"{name}\" is not offered to {User.Name}.");
        }
        return command;
    }

    private static JsonObject CommandData(JsonObject command) => new()
    {
        ["id"] = (string?)command["id"],
        ["name"] = (string?)command["name"],
        ["type"] = (int?)command["type"],
    };

    private static JsonObject OptionOf(JsonObject command, string name) => (command["options"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(o => (string?)o["name"] == name)
        ?? throw new InvalidOperationException($"/{command["name"]} has no option {name}.");

    private static JsonObject Filled(JsonObject command, string name, object value, bool focused)
    {
        var option = OptionOf(command, name);
        Require(focused || option["choices"] is not JsonArray { Count: > 0 } choices || choices.Any(c => c!["value"]!.ToString() == Convert.ToString(value, CultureInfo.InvariantCulture)),
            $"{name} offers a list, and \"{value}\" is not in it.");
        var filled = new JsonObject
        {
            ["name"] = name,
            ["type"] = (int?)option["type"],
            ["value"] = value switch
            {
                string text => text,
                bool flag => flag,
                int number => number,
                double number => number,
                SimUser user => Text.Id(user.Id),
                SimChannel channel => Text.Id(channel.Id),
                _ => throw new ArgumentException($"An option cannot be a {value.GetType().Name}.", nameof(value)),
            },
        };
        if (focused)
            filled["focused"] = true;
        return filled;
    }

    private JsonObject Control(SimMessage message, int type, string name)
    {
        Require(!message.Deleted && (!message.IsEphemeral || message.Interaction?.User.Id == User.Id), "The message is gone, or only someone else sees it.");
        var control = message.Controls.FirstOrDefault(c => (int?)c["type"] == type && ((string?)c["custom_id"] == name || (string?)c["label"] == name || (string?)c["placeholder"] == name))
            ?? throw new InvalidOperationException($"The message has no \"{name}\", only {string.Join(", ", message.Controls.Select(c => $"\"{c["label"] ?? c["placeholder"]}\""))}.");
        Require((bool?)control["disabled"] != true, $"\"{name}\" is greyed out.");
        return control;
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }
}
