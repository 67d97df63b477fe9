using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.Gateway;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>Channels and the messages in them, as the bot may use them.</summary>
internal sealed class ChannelEndpoints(DiscordSimulatorOptions options, DiscordWorld world)
{
    private static readonly SimResponse UnknownChannel = SimResponse.Error(404, 10003, "Unknown Channel");
    private const int NoncesBeforeSweep = 20_000;
    private readonly Dictionary<string, (SimMessage Message, DateTimeOffset At)> _nonces = new(StringComparer.Ordinal);

    public Func<SimMessage, bool> Readable => world.Readable(options.MessageContentAllowed);

    public SimResponse Get(string id) => In(id, Permission.ViewChannel, c => new SimResponse(200, c.ToJson()));

    public SimResponse OpenDirect(JsonObject form) =>
        Text.ParseId((string?)form["recipient_id"]) is { } id && world.FindUser(id) is { IsBot: false } user
            ? new SimResponse(200, world.DirectChannel(user).ToJson())
            : SimResponse.Error(400, 50033, "Invalid Recipient(s)");

    public SimResponse Typing(string id) => In(id, Permission.SendMessages, c =>
    {
        world.Typing.Add((c, world.Now));
        world.Changed();
        return new SimResponse(204);
    });

    public SimResponse List(string id) => In(id, Permission.ReadMessageHistory, c => new SimResponse(200,
        new JsonArray([.. c.Messages.Where(m => !m.Deleted).Reverse().Take(50).Select(m => (JsonNode)m.ToJson(Readable))])));

    public SimResponse GetMessage(string id, string messageId) => On(id, messageId, Permission.ReadMessageHistory, m => new SimResponse(200, m.ToJson(Readable)));

    public SimResponse Create(string id, JsonObject form) => In(id, Permission.SendMessages, channel =>
    {
        if (MessageForm.Check(form, mustHaveContent: true, fromInteraction: false) is { } refusal)
            return refusal;
        if (form["embeds"] is JsonArray { Count: > 0 } && !channel.BotMay(Permission.EmbedLinks))
            return SimResponse.Error(403, 50013, "Missing Permissions");
        if (channel is { Recipient.AcceptsDirectMessages: false })
            return SimResponse.Error(403, 50007, "Cannot send messages to this user");
        if (channel.Archived)
            return SimResponse.Error(400, 50083, "Thread is archived");
        var nonce = form["nonce"]?.ToString();
        if (nonce is not null && (bool?)form["enforce_nonce"] == true
            && _nonces.TryGetValue(nonce, out var earlier) && world.Now - earlier.At < options.NonceWindow)
            return new SimResponse(200, earlier.Message.ToJson(Readable));

        SimMessage? target = null;
        if (form["message_reference"] is JsonObject reference)
        {
            if (!channel.BotMay(Permission.ReadMessageHistory))
                return SimResponse.Error(403, 160002, "Cannot reply without permission to read message history");
            var targetId = Text.ParseId((string?)reference["message_id"]);
            target = channel.Messages.FirstOrDefault(m => m.Id == targetId && !m.Deleted);
            if (target is null && (bool?)reference["fail_if_not_exists"] != false)
            {
                var errors = new FormErrors();
                errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
                return errors.ToResponse();
            }
        }
        var message = new SimMessage(world.NextId(), channel, world.Bot, world.Now) { Nonce = nonce, ReplyTo = target, Type = target is null ? 0 : 19 };
        Apply(message, form);
        if (nonce is not null)
            Remember(nonce, message);
        world.Add(message);
        world.EmitMessage("MESSAGE_CREATE", message);
        return new SimResponse(200, message.ToJson(Readable));
    });

    private void Remember(string nonce, SimMessage message)
    {
        _nonces[nonce] = (message, world.Now);
        if (_nonces.Count < NoncesBeforeSweep)
            return;
        foreach (var (old, _) in _nonces.Where(known => world.Now - known.Value.At >= options.NonceWindow).ToList())
            _nonces.Remove(old);
    }

    public SimResponse Edit(string id, string messageId, JsonObject form) => On(id, messageId, Permission.ViewChannel, message =>
    {
        if (message.Author.Id != world.Bot.Id)
            return SimResponse.Error(403, 50005, "Cannot edit a message authored by another user");
        return Edit(message, form, fromInteraction: false);
    });

    public SimResponse Delete(string id, string messageId) => On(id, messageId, Permission.ViewChannel, message =>
    {
        if (message.Author.Id != world.Bot.Id && !message.Channel.BotMay(Permission.ManageMessages))
            return SimResponse.Error(403, 50013, "Missing Permissions");
        Delete(message);
        return new SimResponse(204);
    });

    public SimResponse StartThread(string id, string messageId, JsonObject form) => On(id, messageId, Permission.CreatePublicThreads, message =>
    {
        var errors = new FormErrors();
        errors.Length("name", form["name"], 100, 1, required: true);
        if (errors.Any)
            return errors.ToResponse();
        if (message.Thread is not null || message.Channel.Guild is not { } guild)
            return SimResponse.Error(400, 160004, "A thread has already been created for this message");
        var thread = new SimChannel(message.Id, SimChannelType.PublicThread, (string)form["name"]!, guild) { Parent = message.Channel };
        guild.Channels.Add(thread);
        message.Thread = thread;
        world.Emit("THREAD_CREATE", _ => thread.ToJson(), guild, Intent.Guilds);
        return new SimResponse(201, thread.ToJson());
    });

    public SimResponse Edit(SimMessage message, JsonObject form, bool fromInteraction)
    {
        if (MessageForm.Check(form, mustHaveContent: false, fromInteraction) is { } refusal)
            return refusal;
        Apply(message, form);
        if (message.IsLoading)
            message.Flags &= ~SimMessage.Loading;
        else
            message.EditedAt = world.Now;
        world.EmitMessage("MESSAGE_UPDATE", message);
        world.Changed();
        return new SimResponse(200, message.ToJson(Readable));
    }

    public void Delete(SimMessage message)
    {
        message.Deleted = true;
        if (message.IsEphemeral)
        {
            world.Changed();
            return;
        }
        world.Emit("MESSAGE_DELETE", _ => DeletedJson(message), message.Channel.Guild, message.Channel.Guild is null ? Intent.DirectMessages : Intent.GuildMessages);
    }

    /// <summary>Fields that are absent stay, null and empty clear.</summary>
    public void Apply(SimMessage message, JsonObject form)
    {
        if (form.ContainsKey("content"))
            message.Content = (string?)form["content"] ?? "";
        if (form.ContainsKey("embeds"))
            message.Embeds = new JsonArray([.. (form["embeds"] as JsonArray ?? []).OfType<JsonObject>().Select(AsStored)]);
        if (form.ContainsKey("components"))
            message.Components = Numbered(form["components"] as JsonArray ?? []);
        // Whether it is ephemeral was fixed by the first answer.
        if ((int?)form["flags"] is { } flags)
            message.Flags = (flags & ~(SimMessage.Ephemeral | SimMessage.Loading)) | (message.Flags & (SimMessage.Ephemeral | SimMessage.Loading));
        Mentions(message, form["allowed_mentions"] as JsonObject);
    }

    public static JsonObject DeletedJson(SimMessage message)
    {
        var json = new JsonObject { ["id"] = Text.Id(message.Id), ["channel_id"] = Text.Id(message.Channel.Id) };
        if (message.Channel.Guild is { } guild)
            json["guild_id"] = Text.Id(guild.Id);
        return json;
    }

    /// <summary>Whom the text pings: all it names if nothing is said about it, otherwise those allowed.</summary>
    private void Mentions(SimMessage message, JsonObject? allowed)
    {
        var parse = (allowed?["parse"] as JsonArray)?.Select(p => (string?)p).ToHashSet();
        var listed = (allowed?["users"] as JsonArray)?.Select(u => (string?)u).ToHashSet() ?? [];
        bool May(SimUser user) => allowed is null || parse?.Contains("users") == true || listed.Contains(Text.Id(user.Id));
        message.Mentions = [.. world.People.Append(world.Bot).Where(u => (message.Content.Contains($"<@{u.Id}>", StringComparison.Ordinal)
            || message.Content.Contains($"<@!{u.Id}>", StringComparison.Ordinal)) && May(u))];
        message.MentionsEveryone = (message.Content.Contains("@everyone", StringComparison.Ordinal) || message.Content.Contains("@here", StringComparison.Ordinal))
            && (allowed is null || parse?.Contains("everyone") == true);
        if (message.ReplyTo is { } target && (allowed is null || (bool?)allowed["replied_user"] == true) && !message.Mentions.Contains(target.Author))
            message.Mentions.Add(target.Author);
    }

    private SimResponse In(string id, Permission permission, Func<SimChannel, SimResponse> act)
    {
        if (Text.ParseId(id) is not { } number || world.FindChannel(number) is not { } channel)
            return UnknownChannel with { Headers = [] };
        if (channel.Guild is { HasBot: false } || !channel.BotMay(Permission.ViewChannel))
            return SimResponse.Error(403, 50001, "Missing Access");
        if (permission == Permission.SendMessages && channel.IsThread)
            permission = Permission.SendMessagesInThreads;
        return channel.BotMay(permission) ? act(channel) : SimResponse.Error(403, 50013, "Missing Permissions");
    }

    private SimResponse On(string id, string messageId, Permission permission, Func<SimMessage, SimResponse> act) => In(id, permission, channel =>
        channel.Messages.FirstOrDefault(m => Text.Id(m.Id) == messageId && !m.Deleted) is { } message ? act(message) : SimResponse.Error(404, 10008, "Unknown Message"));

    private static JsonNode AsStored(JsonObject embed)
    {
        var stored = new JsonObject { ["type"] = "rich" };
        foreach (var (name, value) in embed)
        {
            if (value is not null && name != "type")
                stored[name] = value.DeepClone();
        }
        foreach (var field in (stored["fields"] as JsonArray ?? []).OfType<JsonObject>())
            field["inline"] ??= false;
        return stored;
    }

    /// <summary>Discord gives every component a number, and fills in a menu's defaults.</summary>
    private static JsonArray Numbered(JsonArray rows)
    {
        var stored = (JsonArray)rows.DeepClone();
        var number = 0;
        foreach (var row in stored.OfType<JsonObject>())
        {
            row["id"] = ++number;
            foreach (var control in (row["components"] as JsonArray ?? []).OfType<JsonObject>())
            {
                control["id"] = ++number;
                foreach (var name in control.Where(p => p.Value is null).Select(p => p.Key).ToList())
                    control.Remove(name);
                if ((int?)control["type"] == 3)
                {
                    control["min_values"] ??= 1;
                    control["max_values"] ??= 1;
                }
            }
        }
        return stored;
    }
}
