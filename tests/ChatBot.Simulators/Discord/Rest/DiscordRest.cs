using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.Gateway;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>The HTTP side: identification, limits, forms, permissions, and a ledger of all of it.</summary>
public sealed class DiscordRest
{
    private readonly DiscordSimulatorOptions _options;
    private readonly DiscordWorld _world;
    private readonly DiscordGateway _gateway;
    private readonly RateLimiter _limiter;
    private readonly ChannelEndpoints _channels;
    private readonly InteractionEndpoints _interactions;
    private readonly Queue<SimResponse> _nextAnswers = new();
    private readonly Queue<LineFault> _nextFaults = new();

    internal DiscordRest(DiscordSimulatorOptions options, DiscordWorld world, DiscordGateway gateway)
    {
        (_options, _world, _gateway, _limiter) = (options, world, gateway, new RateLimiter(options));
        _channels = new ChannelEndpoints(options, world);
        _interactions = new InteractionEndpoints(world, _channels, options.InteractionDeadline);
    }

    public Ledger Ledger { get; } = new();

    /// <summary>Answers 401, 403 and 429 (but for shared limits) so far.</summary>
    public int InvalidRequests { get; private set; }

    /// <summary>The next request is not carried out and gets this.</summary>
    public void AnswerNextWith(SimResponse response)
    {
        lock (_world.Lock)
            _nextAnswers.Enqueue(response);
    }

    public void RateLimitNext(TimeSpan retryAfter, string scope = "user") => AnswerNextWith(RateLimiter.TooMany(retryAfter, scope, scope == "global"));

    public void BreakNext(LineFault fault)
    {
        lock (_world.Lock)
            _nextFaults.Enqueue(fault);
    }

    internal LineFault? TakeFault()
    {
        lock (_world.Lock)
            return _nextFaults.TryDequeue(out var fault) ? fault : null;
    }

    internal SimResponse Handle(SimRequest request)
    {
        lock (_world.Lock)
        {
            var response = Answer(request);
            if (response.Status is 401 or 403 || (response.Status == 429 && response.Headers.GetValueOrDefault("X-RateLimit-Scope") != "shared"))
                InvalidRequests++;
            Ledger.Add(new LedgerEntry(_options.Time.GetUtcNow(), request.Method, request.Path, request.Body.Length == 0 ? null : Encoding.UTF8.GetString(request.Body),
                response.Status, response.Text ?? response.Body?.ToJsonString(), request.UserAgent, request.ContentType));
            return response;
        }
    }

    private SimResponse Answer(SimRequest request)
    {
        if (_nextAnswers.TryDequeue(out var planned))
            return planned;
        if (request.UserAgent?.StartsWith("DiscordBot (", StringComparison.Ordinal) != true)
            return new SimResponse(403) { Text = "error code: 1010" };
        var isInteraction = request.Segments[0] is "interactions" or "webhooks";
        if (!isInteraction && request.Authorization != $"Bot {_options.Token}")
            return SimResponse.Error(401, 0, "401: Unauthorized");
        if (request.Body.Length > 0 && request.ContentType != "application/json")
            return SimResponse.Error(400, 50035, "Invalid Form Body", new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "CONTENT_TYPE_INVALID", ["message"] = "Expected \"Content-Type\" header to be one of {'application/json'}." }) });
        JsonNode? body;
        try
        {
            body = request.Body.Length == 0 ? null : JsonNode.Parse(request.Body);
        }
        catch (JsonException)
        {
            return SimResponse.Error(400, 50109, "The request body contains invalid JSON.");
        }
        var (route, major) = Route(request.Segments);
        var (refusal, headers) = _limiter.Count($"{request.Method} {route}", major, isInteraction);
        if (refusal is not null)
            return refusal;
        var response = Dispatch(request, body);
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        return response;
    }

    private SimResponse Dispatch(SimRequest request, JsonNode? body) => (request.Method, request.Segments) switch
    {
        ("GET", ["gateway"]) => new SimResponse(200, new JsonObject { ["url"] = _gateway.Url }),
        ("GET", ["gateway", "bot"]) => new SimResponse(200, GatewayBot()),
        ("GET", ["applications", "@me"]) => new SimResponse(200, Application()),
        ("GET", ["users", "@me"]) => new SimResponse(200, Me()),
        ("GET", ["applications", var id, "commands"]) when IsOwn(id) => ListCommands(request.Query.Contains("with_localizations=true", StringComparison.Ordinal)),
        ("PUT", ["applications", var id, "commands"]) when IsOwn(id) => OverwriteCommands(body as JsonArray ?? []),
        ("POST", ["users", "@me", "channels"]) => _channels.OpenDirect(body as JsonObject ?? []),
        ("GET", ["guilds", var g]) => Guild(g),
        ("GET", ["channels", var c]) => _channels.Get(c),
        ("GET", ["channels", var c, "messages"]) => _channels.List(c),
        ("POST", ["channels", var c, "messages"]) => _channels.Create(c, body as JsonObject ?? []),
        ("GET", ["channels", var c, "messages", var m]) => _channels.GetMessage(c, m),
        ("PATCH", ["channels", var c, "messages", var m]) => _channels.Edit(c, m, body as JsonObject ?? []),
        ("DELETE", ["channels", var c, "messages", var m]) => _channels.Delete(c, m),
        ("POST", ["channels", var c, "messages", var m, "threads"]) => _channels.StartThread(c, m, body as JsonObject ?? []),
        ("POST", ["channels", var c, "typing"]) => _channels.Typing(c),
        ("POST", ["interactions", var i, var token, "callback"]) => _interactions.Callback(i, token, body as JsonObject ?? [], request.Query),
        ("POST", ["webhooks", var a, var token]) when IsOwn(a) => _interactions.Followup(token, body as JsonObject ?? []),
        ("GET", ["webhooks", var a, var token, "messages", var m]) when IsOwn(a) => _interactions.Get(token, m),
        ("PATCH", ["webhooks", var a, var token, "messages", var m]) when IsOwn(a) => _interactions.Edit(token, m, body as JsonObject ?? []),
        ("DELETE", ["webhooks", var a, var token, "messages", var m]) when IsOwn(a) => _interactions.Delete(token, m),
        _ => SimResponse.Error(404, 0, "404: Not Found"),
    };

    private SimResponse Guild(string id) => _world.Guilds.FirstOrDefault(guild => Text.Id(guild.Id) == id && guild.HasBot) is { } found
        ? new SimResponse(200, found.ToRestJson())
        : SimResponse.Error(404, 10004, "Unknown Guild");

    private bool IsOwn(string id) => id == Text.Id(_world.ApplicationId);

    private SimResponse OverwriteCommands(JsonArray wanted)
    {
        if (CommandForm.Check(wanted) is { } refusal)
            return refusal;
        var before = _world.Commands.ToList();
        _world.Commands.Clear();
        foreach (var command in wanted.OfType<JsonObject>())
        {
            var type = (int?)command["type"] ?? 1;
            var known = before.FirstOrDefault(c => (string?)c["name"] == (string?)command["name"] && (int?)c["type"] == type);
            var stored = (JsonObject)command.DeepClone();
            stored["id"] = known?["id"]?.DeepClone() ?? Text.Id(_world.NextId());
            stored["application_id"] = Text.Id(_world.ApplicationId);
            stored["version"] = Text.Id(_world.NextId());
            stored["type"] = type;
            stored["description"] ??= "";
            stored["default_member_permissions"] = command["default_member_permissions"]?.ToString();
            stored["contexts"] ??= null;
            stored["integration_types"] ??= new JsonArray(0);
            stored["nsfw"] ??= false;
            stored["name_localizations"] ??= null;
            stored["description_localizations"] ??= null;
            if (stored["options"] is null)
                stored.Remove("options");
            _world.Commands.Add(stored);
        }
        return new SimResponse(200, new JsonArray([.. _world.Commands.Select(c => c.DeepClone())]));
    }

    /// <summary>Translations are told only to those who ask for them.</summary>
    private SimResponse ListCommands(bool withTranslations)
    {
        var commands = new JsonArray([.. _world.Commands.Select(c => c.DeepClone())]);
        if (!withTranslations)
        {
            foreach (var node in commands.OfType<JsonObject>().SelectMany(c => (c["options"] as JsonArray ?? []).OfType<JsonObject>().Append(c)).ToList())
            {
                node.Remove("name_localizations");
                node.Remove("description_localizations");
            }
        }
        return new SimResponse(200, commands);
    }

    private JsonObject GatewayBot() => new()
    {
        ["url"] = _gateway.Url,
        ["shards"] = _options.RecommendedShards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = _options.IdentifiesPerDay,
            ["remaining"] = Math.Max(0, _gateway.IdentifiesLeft(_options.Time.GetUtcNow())),
            ["reset_after"] = (int)TimeSpan.FromDays(1).TotalMilliseconds,
            ["max_concurrency"] = _options.MaxConcurrency,
        },
    };

    private JsonObject Me()
    {
        var me = _world.Bot.ToJson();
        me["mfa_enabled"] = false;
        me["locale"] = "en-US";
        me["verified"] = true;
        me["email"] = null;
        me["premium_type"] = 0;
        return me;
    }

    private JsonObject Application() => new()
    {
        ["id"] = Text.Id(_world.ApplicationId),
        ["name"] = _world.Bot.Name,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = _world.Bot.ToJson(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = _options.MessageContentAllowed ? 1 << 19 : 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = (_world.People.FirstOrDefault() ?? new SimUser(1, "Owner")).ToJson(),
        ["approximate_guild_count"] = _world.Guilds.Count(g => g.HasBot),
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray(),
    };

    /// <summary>The path with ids taken out, and the top-level id.</summary>
    private static (string Route, string Major) Route(string[] segments)
    {
        var route = string.Concat(segments.Select((s, i) => i > 0 && (char.IsAsciiDigit(s[0]) || (segments[0] is "webhooks" or "interactions" && i == 2) || s == "@original") ? "/{}" : $"/{s}"));
        var major = segments[0] switch
        {
            "channels" or "guilds" or "interactions" when segments.Length > 1 => segments[1],
            "webhooks" when segments.Length > 2 => $"{segments[1]}/{segments[2]}",
            _ => "",
        };
        return (route, major);
    }
}
