using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.World;

/// <summary>A server, with the whole documented object for clients that read it strictly.</summary>
public sealed class SimGuild(ulong id, string name, SimUser owner)
{
    public ulong Id { get; } = id;
    public string Name { get; } = name;
    public SimUser Owner { get; } = owner;
    public DateTimeOffset JoinedAt { get; init; }
    public List<SimChannel> Channels { get; } = [];

    /// <summary>Where the platform's own notices go; null for nowhere.</summary>
    public SimChannel? SystemChannel { get; set; }

    public List<SimUser> Members { get; } = [owner];

    /// <summary>Members who may manage the server besides its owner.</summary>
    public HashSet<ulong> Managers { get; } = [];

    /// <summary>Whether the bot is (still) in it.</summary>
    public bool HasBot { get; set; } = true;

    public JsonObject ToJson(SimUser bot) => new()
    {
        ["id"] = Text.Id(Id),
        ["name"] = Name,
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["banner"] = null,
        ["description"] = null,
        ["owner_id"] = Text.Id(Owner.Id),
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["verification_level"] = 1,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["features"] = new JsonArray(),
        ["mfa_level"] = 0,
        ["application_id"] = null,
        ["system_channel_id"] = SystemChannel is { } system ? Text.Id(system.Id) : null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["preferred_locale"] = "en-US",
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["max_members"] = 500000,
        ["joined_at"] = Text.Time(JoinedAt),
        ["large"] = false,
        ["unavailable"] = false,
        ["member_count"] = Members.Count + 1,
        ["roles"] = new JsonArray(Role(Id, "@everyone", Permission.Everyone), Role(ManagersRole, "Managers", Permission.Everyone | Permission.ManageGuild)),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["members"] = new JsonArray(MemberJson(bot, withUser: true)),
        ["channels"] = new JsonArray([.. Channels.Where(c => !c.IsThread).Select(c => (JsonNode)c.ToJson())]),
        ["threads"] = new JsonArray([.. Channels.Where(c => c.IsThread).Select(c => (JsonNode)c.ToJson())]),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["soundboard_sounds"] = new JsonArray(),
    };

    /// <summary>As the REST side tells it: without what only the gateway knows.</summary>
    public JsonObject ToRestJson()
    {
        var json = ToJson(Owner);
        foreach (var name in new[] { "joined_at", "large", "unavailable", "member_count", "members", "channels", "threads", "presences", "voice_states", "stage_instances", "guild_scheduled_events", "soundboard_sounds" })
            json.Remove(name);
        json["region"] = "deprecated";
        json["home_header"] = null;
        json["afk_channel_id"] = null;
        json["widget_channel_id"] = null;
        json["widget_enabled"] = false;
        json["max_presences"] = null;
        json["max_video_channel_users"] = 25;
        json["max_stage_video_channel_users"] = 50;
        json["incidents_data"] = null;
        return json;
    }

    public JsonObject MemberJson(SimUser user, bool withUser)
    {
        var member = new JsonObject
        {
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = Managers.Contains(user.Id) ? new JsonArray(Text.Id(ManagersRole)) : new JsonArray(),
            ["joined_at"] = Text.Time(JoinedAt),
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = null,
        };
        if (withUser)
            member["user"] = user.ToJson();
        return member;
    }

    public Permission PermissionsOf(SimUser user) =>
        user.Id == Owner.Id || Managers.Contains(user.Id) ? Permission.Everyone | Permission.ManageGuild | Permission.ManageMessages : Permission.Everyone;

    /// <summary>The role of <see cref="Managers"/>.</summary>
    private ulong ManagersRole => Id + 1;

    private static JsonObject Role(ulong id, string name, Permission permissions) => new()
    {
        ["id"] = Text.Id(id),
        ["name"] = name,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["position"] = 0,
        ["permissions"] = ((ulong)permissions).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    };
}
