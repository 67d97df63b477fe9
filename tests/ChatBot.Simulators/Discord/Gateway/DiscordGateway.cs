using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Discord.Gateway;

/// <summary>
/// The gateway: sessions, replay, and everything that can go wrong with them. The methods under "faults" act on one shard's current
/// connection, and return false if there is none.
/// </summary>
public sealed class DiscordGateway
{
    private static readonly TimeSpan IdentifySpacing = TimeSpan.FromSeconds(5);
    private readonly DiscordSimulatorOptions _options;
    private readonly DiscordWorld _world;
    private readonly List<SimSession> _sessions = [];
    private readonly List<SimConnection> _connections = [];
    private readonly Dictionary<int, DateTimeOffset> _lastIdentify = [];
    private readonly List<string> _notes = [];
    private int _refuse;

    internal DiscordGateway(DiscordSimulatorOptions options, DiscordWorld world)
    {
        (_options, _world) = (options, world);
        world.Happened += Dispatch;
    }

    /// <summary>The address that clients are told, without query.</summary>
    public string Url { get; internal set; } = "ws://gateway.discord.test/";
    public string ResumeUrl { get; internal set; } = "ws://resume.discord.test/";

    public List<DateTimeOffset> Identifies { get; } = [];
    public int Resumes { get; private set; }
    public int ResumesRefused { get; private set; }
    public int Connections { get; private set; }

    /// <summary>The close codes that clients sent, null for none.</summary>
    public List<int?> ClientCloses { get; } = [];

    /// <summary>How the clients that came over the network named themselves, null for not at all.</summary>
    public System.Collections.Concurrent.ConcurrentBag<string?> UserAgents { get; } = [];

    /// <summary>Payloads other than heartbeats, Identify and Resume.</summary>
    public List<string> Received { get; } = [];

    /// <summary>The next so many resumes get no answer at all.</summary>
    public int IgnoreResumes { get; set; }

    /// <summary>The next so many connections get this close code (or op 7 for 7) instead of Hello.</summary>
    public Queue<int> InsteadOfHello { get; } = new();

    internal Lock Lock => _world.Lock;

    public IReadOnlyList<SimSession> Sessions => _sessions;

    public SimSession? SessionOf(int shardId) => _sessions.LastOrDefault(s => s.ShardId == shardId && s.Valid);

    public bool IsConnected(int shardId) => SessionOf(shardId)?.Connection is { HalfOpen: false };

    // Faults.

    public bool Drop(int shardId) => On(shardId, (c, s) => Detach(c, s).Drop());

    public bool HalfOpen(int shardId) => On(shardId, (c, s) =>
    {
        Detach(c, s);
        c.HalfOpen = true;
    });

    public bool Slow(int shardId, TimeSpan perPayload) => On(shardId, (c, _) => c.Slowness = perPayload);

    public bool Reconnect(int shardId) => On(shardId, (c, s) =>
    {
        c.Send("""{"t":null,"s":null,"op":7,"d":null}""");
        Detach(c, s);
    });

    public bool InvalidSession(int shardId, bool resumable) => On(shardId, (c, s) =>
    {
        s.Valid = resumable;
        c.Send(InvalidSessionPayload(resumable));
        Detach(c, s);
    });

    public bool AskForHeartbeat(int shardId) => On(shardId, (c, _) => c.Send("""{"t":null,"s":null,"op":1,"d":null}"""));

    public bool SendRaw(int shardId, string payload) => On(shardId, (c, _) => c.Send(payload));

    public bool SendDuplicate(int shardId) => On(shardId, (c, s) => c.Send(s.Log[^1].Payload));

    public bool Close(int shardId, int? code) => On(shardId, (c, s) =>
    {
        s.Valid = code is not (4003 or 4007 or 4009 or 1000 or 1001);
        c.Close(code);
        Detach(c, s);
    });

    /// <summary>The next so many connection attempts fail.</summary>
    public void RefuseConnections(int count)
    {
        lock (Lock)
            _refuse = count;
    }

    // Serving.

    internal bool TryRefuse()
    {
        lock (Lock)
        {
            Connections++;
            return _refuse > 0 && _refuse-- > 0;
        }
    }

    internal Task ServeAsync(WebSocket socket, string query)
    {
        var connection = new SimConnection(this, socket, query.Contains("compress=zlib-stream", StringComparison.Ordinal), _options.Time);
        lock (Lock)
        {
            _connections.Add(connection);
            if (!query.Contains("v=10", StringComparison.Ordinal) || !query.Contains("encoding=json", StringComparison.Ordinal))
                connection.Close(4012);
            else if (InsteadOfHello.TryDequeue(out var other))
            {
                if (other == 7)
                    connection.Send("""{"t":null,"s":null,"op":7,"d":null}""");
                else
                    connection.Close(other);
            }
            else
            {
                connection.Send(new JsonObject
                {
                    ["t"] = null,
                    ["s"] = null,
                    ["op"] = 10,
                    ["d"] = new JsonObject { ["heartbeat_interval"] = (int)_options.HeartbeatInterval.TotalMilliseconds, ["_trace"] = new JsonArray() },
                }.ToJsonString());
            }
        }
        return connection.ServeAsync();
    }

    internal int IdentifiesLeft(DateTimeOffset now) => _options.IdentifiesPerDay - Identifies.Count(t => now - t < TimeSpan.FromDays(1));

    internal void Identify(SimConnection connection, JsonObject? data)
    {
        var now = _options.Time.GetUtcNow();
        if (connection.Session is not null)
        {
            connection.Close(4005);
            Detach(connection, connection.Session);
            return;
        }
        var intents = (int?)data?["intents"] ?? -1;
        var shard = data?["shard"] as JsonArray;
        var (shardId, shardCount) = shard is [{ } i, { } n] ? ((int)i, (int)n) : (0, 1);
        if ((string?)data?["token"] != _options.Token)
            connection.Close(4004);
        else if (shardCount < 1 || shardId < 0 || shardId >= shardCount)
            connection.Close(4010);
        else if (intents < 0 || (intents & ~Intent.Known) != 0 || data?["properties"] is not JsonObject)
            connection.Close(4013);
        else if ((intents & (Intent.GuildMembers | Intent.GuildPresences)) != 0 || ((intents & Intent.MessageContent) != 0 && !_options.MessageContentAllowed))
            connection.Close(4014);
        else
        {
            Identifies.Add(now);
            var bucket = shardId % _options.MaxConcurrency;
            if (_lastIdentify.TryGetValue(bucket, out var last) && now - last < IdentifySpacing)
            {
                Note($"shard {shardId} identified too fast");
                connection.Send(InvalidSessionPayload(false));
                return;
            }
            _lastIdentify[bucket] = now;
            Begin(connection, new SimSession($"session-{_sessions.Count + 1:x8}", shardId, shardCount, intents));
        }
    }

    internal void Resume(SimConnection connection, JsonObject? data)
    {
        if ((string?)data?["token"] != _options.Token)
        {
            connection.Close(4004);
            return;
        }
        if (IgnoreResumes > 0)
        {
            IgnoreResumes--;
            return;
        }
        var now = _options.Time.GetUtcNow();
        var session = _sessions.FirstOrDefault(s => s.Id == (string?)data?["session_id"] && s.Valid
            && (s.DisconnectedAt is null || now - s.DisconnectedAt < _options.SessionLifetime));
        var sequence = (long?)data?["seq"] ?? -1;
        if (session is not null && sequence > session.Sequence)
        {
            session.Valid = false;
            connection.Close(4007);
            return;
        }
        if (session is null || sequence < 0)
        {
            ResumesRefused++;
            connection.Send(InvalidSessionPayload(false));
            return;
        }
        Resumes++;
        session.Connection?.Close(4000);
        Attach(connection, session);
        foreach (var (s, payload) in session.Log)
        {
            if (s > sequence)
                connection.Send(payload);
        }
        Tell(session, "RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
    }

    internal void Disconnected(SimConnection connection)
    {
        lock (Lock)
        {
            _connections.Remove(connection);
            if (connection.Session is { } session && session.Connection == connection)
                Detach(connection, session);
        }
    }

    internal void ClientClosed(SimConnection connection, int? code)
    {
        lock (Lock)
        {
            ClientCloses.Add(code);
            if (code is 1000 or 1001 && connection.Session is { } session)
                session.Valid = false;
        }
    }

    internal void Note(string note)
    {
        lock (_notes)
            _notes.Add(note);
    }

    internal void DropAll()
    {
        SimConnection[] all;
        lock (Lock)
            all = [.. _connections];
        foreach (var connection in all)
            connection.Drop();
    }

    private static string InvalidSessionPayload(bool resumable) => $$"""{"t":null,"s":null,"op":9,"d":{{(resumable ? "true" : "false")}}}""";

    private bool On(int shardId, Action<SimConnection, SimSession> act)
    {
        lock (Lock)
        {
            if (SessionOf(shardId) is not { Connection: { } connection } session)
                return false;
            act(connection, session);
            return true;
        }
    }

    private void Attach(SimConnection connection, SimSession session)
    {
        connection.Session = session;
        (session.Connection, session.DisconnectedAt) = (connection, null);
    }

    private SimConnection Detach(SimConnection connection, SimSession session)
    {
        if (session.Connection == connection)
            (session.Connection, session.DisconnectedAt) = (null, _options.Time.GetUtcNow());
        return connection;
    }

    private void Begin(SimConnection connection, SimSession session)
    {
        foreach (var earlier in _sessions.Where(s => s.ShardId == session.ShardId))
            earlier.Valid = false;
        _sessions.Add(session);
        Attach(connection, session);
        var guilds = _world.Guilds.Where(g => g.HasBot && Belongs(session, g)).ToList();
        var bot = _world.Bot.ToJson();
        bot["verified"] = true;
        bot["mfa_enabled"] = false;
        bot["email"] = null;
        Tell(session, "READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = bot,
            ["guilds"] = new JsonArray([.. guilds.Select(g => (JsonNode)new JsonObject { ["id"] = Text.Id(g.Id), ["unavailable"] = true })]),
            ["session_id"] = session.Id,
            ["session_type"] = "normal",
            ["resume_gateway_url"] = ResumeUrl,
            ["shard"] = new JsonArray(session.ShardId, session.ShardCount),
            ["application"] = new JsonObject { ["id"] = Text.Id(_world.ApplicationId), ["flags"] = _options.MessageContentAllowed ? 1 << 19 : 0 },
            ["private_channels"] = new JsonArray(),
            ["presences"] = new JsonArray(),
            ["relationships"] = new JsonArray(),
            ["user_settings"] = new JsonObject(),
            ["geo_ordered_rtc_regions"] = new JsonArray(),
            ["_trace"] = new JsonArray(),
        });
        _world.Changed();
        foreach (var guild in guilds.Where(_ => (session.Intents & Intent.Guilds) != 0))
            Tell(session, "GUILD_CREATE", guild.ToJson(_world.Bot));
    }

    private void Dispatch(string name, Func<bool, JsonObject> data, SimGuild? guild, int intent)
    {
        foreach (var session in _sessions)
        {
            if (session.Valid && Belongs(session, guild) && (intent == 0 || (session.Intents & intent) != 0))
                Tell(session, name, data((session.Intents & Intent.MessageContent) != 0));
        }
    }

    private static bool Belongs(SimSession session, SimGuild? guild) =>
        guild is null ? session.ShardId == 0 : (int)((guild.Id >> 22) % (ulong)session.ShardCount) == session.ShardId;

    private static void Tell(SimSession session, string name, JsonObject data)
    {
        var payload = new JsonObject { ["t"] = name, ["s"] = ++session.Sequence, ["op"] = 0, ["d"] = data }.ToJsonString();
        session.Log.Add((session.Sequence, payload));
        session.Connection?.Send(payload);
    }
}
