using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.Gateway;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Discord;

/// <summary>What there is: people, servers, channels, messages, commands. All of it is guarded by <see cref="Lock"/>; events go out through <see cref="Happened"/>.</summary>
public sealed class DiscordWorld
{
    private const ulong Epoch = 1_420_070_400_000;
    private readonly DiscordSimulatorOptions _options;
    private ulong _lastId;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal DiscordWorld(DiscordSimulatorOptions options)
    {
        _options = options;
        ApplicationId = NextId();
        Bot = new SimUser(ApplicationId, "ChatBot", IsBot: true);
    }

    public Lock Lock { get; } = new();
    public ulong ApplicationId { get; }
    public SimUser Bot { get; }
    public List<SimGuild> Guilds { get; } = [];
    public List<SimChannel> DirectChannels { get; } = [];
    public List<SimUser> People { get; } = [];
    public List<JsonObject> Commands { get; } = [];
    public List<SimInteraction> Interactions { get; } = [];

    /// <summary>Every message ever, also deleted and ephemeral ones, in order.</summary>
    public List<SimMessage> Messages { get; } = [];

    /// <summary>Where the bot is typing, and since when.</summary>
    public List<(SimChannel Channel, DateTimeOffset At)> Typing { get; } = [];

    /// <summary>Completes at the next change; to be taken under the lock.</summary>
    internal Task NextChange => _changed.Task;

    internal DateTimeOffset Now => _options.Time.GetUtcNow();

    /// <summary>An event, its data for a bot with or without message content, and the server it belongs to.</summary>
    internal event Action<string, Func<bool, JsonObject>, SimGuild?, int>? Happened;

    public SimUser AddUser(string name)
    {
        lock (Lock)
        {
            var user = new SimUser(NextId(), name);
            People.Add(user);
            return user;
        }
    }

    public SimGuild AddGuild(string name, SimUser owner, params string[] channels) => AddGuild(name, owner, hasNotices: false, channels);

    /// <summary>The bot is added to a server whose first channel is for the platform's notices.</summary>
    public SimGuild AddGuildWithNotices(string name, SimUser owner, params string[] channels) => AddGuild(name, owner, hasNotices: true, channels);

    private SimGuild AddGuild(string name, SimUser owner, bool hasNotices, string[] channels)
    {
        lock (Lock)
        {
            var guild = new SimGuild(NextId(), name, owner) { JoinedAt = Now };
            foreach (var channel in channels)
                guild.Channels.Add(new SimChannel(NextId(), SimChannelType.Text, channel, guild));
            if (hasNotices) guild.SystemChannel = guild.Channels[0];
            Guilds.Add(guild);
            Emit("GUILD_CREATE", _ => guild.ToJson(Bot), guild, Intent.Guilds);
            return guild;
        }
    }

    public SimChannel AddChannel(SimGuild guild, string name, SimChannelType type = SimChannelType.Text)
    {
        lock (Lock)
        {
            var channel = new SimChannel(NextId(), type, name, guild);
            guild.Channels.Add(channel);
            Emit("CHANNEL_CREATE", _ => channel.ToJson(), guild, Intent.Guilds);
            return channel;
        }
    }

    public SimChannel AddThread(SimChannel parent, string name)
    {
        lock (Lock)
        {
            var thread = new SimChannel(NextId(), SimChannelType.PublicThread, name, parent.Guild) { Parent = parent };
            parent.Guild!.Channels.Add(thread);
            Emit("THREAD_CREATE", _ => With(thread.ToJson(), "newly_created", true), parent.Guild, Intent.Guilds);
            return thread;
        }
    }

    public SimChannel DirectChannel(SimUser user)
    {
        lock (Lock)
        {
            if (DirectChannels.FirstOrDefault(c => c.Recipient!.Id == user.Id) is { } known)
                return known;
            var channel = new SimChannel(NextId(), SimChannelType.DirectMessage, user.Name, null) { Recipient = user };
            DirectChannels.Add(channel);
            return channel;
        }
    }

    /// <summary>The bot is thrown out.</summary>
    public void RemoveBot(SimGuild guild)
    {
        lock (Lock)
        {
            guild.HasBot = false;
            Emit("GUILD_DELETE", _ => new JsonObject { ["id"] = Text.Id(guild.Id) }, guild, Intent.Guilds);
        }
    }

    public void Outage(SimGuild guild, bool over)
    {
        lock (Lock)
        {
            if (over)
                Emit("GUILD_CREATE", _ => guild.ToJson(Bot), guild, Intent.Guilds);
            else
                Emit("GUILD_DELETE", _ => new JsonObject { ["id"] = Text.Id(guild.Id), ["unavailable"] = true }, guild, Intent.Guilds);
        }
    }

    /// <summary>Gives the bot all its rights in a channel back, of which the channel's change tells it.</summary>
    public void AllowBot(SimChannel channel)
    {
        lock (Lock)
        {
            channel.DeniedToBot = Permission.None;
            if (channel.Guild is not null && !channel.IsThread) Emit("CHANNEL_UPDATE", _ => channel.ToJson(), channel.Guild, Intent.Guilds);
        }
    }

    public void DeleteChannel(SimChannel channel)
    {
        lock (Lock)
        {
            channel.Deleted = true;
            channel.Guild?.Channels.Remove(channel);
            Emit(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", _ => channel.ToJson(), channel.Guild, Intent.Guilds);
        }
    }

    /// <summary>An event of a kind or form that no documentation knows.</summary>
    public void EmitRaw(string name, JsonObject data)
    {
        lock (Lock)
            Emit(name, _ => (JsonObject)data.DeepClone(), null, 0);
    }

    /// <summary>Waits until something holds; looks again after every change.</summary>
    public async Task<T> WaitForAsync<T>(Func<T?> look, CancellationToken cancellationToken) where T : class
    {
        while (true)
        {
            Task changed;
            lock (Lock)
            {
                if (look() is { } found)
                    return found;
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancellationToken);
        }
    }

    internal SimChannel? FindChannel(ulong id) => Guilds.SelectMany(g => g.Channels).Concat(DirectChannels).FirstOrDefault(c => c.Id == id && !c.Deleted);

    internal SimUser? FindUser(ulong id) => id == Bot.Id ? Bot : People.FirstOrDefault(u => u.Id == id);

    internal void Add(SimMessage message)
    {
        Messages.Add(message);
        if (!message.IsEphemeral)
            message.Channel.Messages.Add(message);
        Changed();
    }

    internal void Emit(string name, Func<bool, JsonObject> data, SimGuild? guild, int intent)
    {
        Happened?.Invoke(name, data, guild, intent);
        Changed();
    }

    internal void EmitMessage(string name, SimMessage message)
    {
        if (message.IsEphemeral)
        {
            Changed();
            return;
        }
        Emit(name, mayRead =>
        {
            var json = message.ToJson(Readable(mayRead));
            if (message.Channel.Guild is { } guild)
            {
                json["guild_id"] = Text.Id(guild.Id);
                if (message.Interaction is null)
                    json["member"] = guild.MemberJson(message.Author, withUser: false);
            }
            return json;
        }, message.Channel.Guild, message.Channel.Guild is null ? Intent.DirectMessages : Intent.GuildMessages);
    }

    /// <summary>What a bot may read of a message: everything, or only its own, what is written to it directly, and what mentions it.</summary>
    internal Func<SimMessage, bool> Readable(bool mayRead) => m => mayRead || m.Author.Id == Bot.Id || m.Channel.Guild is null || m.Mentions.Any(u => u.Id == Bot.Id);

    /// <summary>An id of this moment, later than every other.</summary>
    internal ulong NextId()
    {
        var id = ((ulong)_options.Time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        return _lastId = id > _lastId ? id : _lastId + 1;
    }

    internal void Changed()
    {
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    private static JsonObject With(JsonObject json, string name, JsonNode value)
    {
        json[name] = value;
        return json;
    }
}
