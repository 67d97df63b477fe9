using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.World;

public enum SimChannelType { Text = 0, DirectMessage = 1, PublicThread = 11, Forum = 15 }

/// <summary>A channel, a thread in one, or a direct conversation.</summary>
public sealed class SimChannel(ulong id, SimChannelType type, string name, SimGuild? guild)
{
    public ulong Id { get; } = id;
    public SimChannelType Type { get; } = type;
    public string Name { get; } = name;
    public SimGuild? Guild { get; } = guild;
    public SimChannel? Parent { get; init; }

    /// <summary>The other side of a direct conversation.</summary>
    public SimUser? Recipient { get; init; }
    public bool Archived { get; set; }
    public bool Deleted { get; set; }

    /// <summary>What the bot may not do here.</summary>
    public Permission DeniedToBot { get; set; }

    public List<SimMessage> Messages { get; } = [];

    public bool IsThread => Type == SimChannelType.PublicThread;

    public bool BotMay(Permission permission) =>
        Guild is null || (Guild.HasBot && (Permission.Everyone & ~(DeniedToBot | (Parent?.DeniedToBot ?? Permission.None)) & permission) == permission);

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Text.Id(Id),
            ["type"] = (int)Type,
            ["flags"] = 0,
            ["last_message_id"] = Messages.Count == 0 ? null : Text.Id(Messages[^1].Id),
            ["last_pin_timestamp"] = null,
        };
        if (Guild is null)
        {
            json["recipients"] = new JsonArray(Recipient!.ToJson());
            return json;
        }
        json["guild_id"] = Text.Id(Guild.Id);
        json["name"] = Name;
        json["parent_id"] = Parent is null ? null : Text.Id(Parent.Id);
        json["rate_limit_per_user"] = 0;
        if (IsThread)
        {
            json["owner_id"] = Text.Id(Guild.Owner.Id);
            json["message_count"] = Messages.Count;
            json["member_count"] = 1;
            json["total_message_sent"] = Messages.Count;
            json["thread_metadata"] = new JsonObject
            {
                ["archived"] = Archived,
                ["auto_archive_duration"] = 1440,
                ["archive_timestamp"] = Text.Time(Guild.JoinedAt),
                ["locked"] = false,
                ["create_timestamp"] = Text.Time(Guild.JoinedAt),
            };
            return json;
        }
        json["position"] = Guild.Channels.IndexOf(this);
        json["permission_overwrites"] = new JsonArray();
        json["topic"] = null;
        json["nsfw"] = false;
        if (Type == SimChannelType.Forum)
        {
            json["available_tags"] = new JsonArray();
            json["default_reaction_emoji"] = null;
            json["default_sort_order"] = null;
            json["default_forum_layout"] = 0;
        }
        return json;
    }
}
