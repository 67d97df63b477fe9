using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.World;

/// <summary>A message as Discord keeps it.</summary>
public sealed class SimMessage(ulong id, SimChannel channel, SimUser author, DateTimeOffset sentAt)
{
    public const int Ephemeral = 1 << 6;
    public const int Loading = 1 << 7;

    public ulong Id { get; } = id;
    public SimChannel Channel { get; } = channel;
    public SimUser Author { get; } = author;
    public DateTimeOffset SentAt { get; } = sentAt;
    public int Type { get; set; }
    public string Content { get; set; } = "";
    public JsonArray Embeds { get; set; } = [];
    public JsonArray Components { get; set; } = [];
    public int Flags { get; set; }
    public string? Nonce { get; set; }
    public List<SimUser> Mentions { get; set; } = [];
    public bool MentionsEveryone { get; set; }
    public SimMessage? ReplyTo { get; set; }
    public DateTimeOffset? EditedAt { get; set; }
    public bool Deleted { get; set; }
    public SimInteraction? Interaction { get; set; }
    public SimChannel? Thread { get; set; }

    public bool IsEphemeral => (Flags & Ephemeral) != 0;
    public bool IsLoading => (Flags & Loading) != 0;

    /// <summary>Every button and menu, row by row.</summary>
    public IEnumerable<JsonObject> Controls => Components.OfType<JsonObject>().SelectMany(row => (row["components"] as JsonArray)?.OfType<JsonObject>() ?? []);

    /// <param name="readable">False: emptied as documented, for a bot without the message-content intent.</param>
    public JsonObject ToJson(Func<SimMessage, bool> readable, bool withReference = true)
    {
        var open = readable(this);
        var json = new JsonObject
        {
            ["id"] = Text.Id(Id),
            ["type"] = Type,
            ["channel_id"] = Text.Id(Channel.Id),
            ["author"] = Author.ToJson(),
            ["content"] = open ? Content : "",
            ["timestamp"] = Text.Time(SentAt),
            ["edited_timestamp"] = EditedAt is { } at ? Text.Time(at) : null,
            ["tts"] = false,
            ["mention_everyone"] = MentionsEveryone,
            ["mentions"] = new JsonArray([.. Mentions.Select(u => (JsonNode)u.ToJson())]),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["embeds"] = open ? Embeds.DeepClone() : new JsonArray(),
            ["components"] = open ? Components.DeepClone() : new JsonArray(),
            ["pinned"] = false,
            ["flags"] = Flags,
        };
        if (Nonce is not null)
            json["nonce"] = Nonce;
        if (Thread is not null)
            json["thread"] = Thread.ToJson();
        if (Interaction is { } interaction)
        {
            json["application_id"] = Text.Id(interaction.ApplicationId);
            json["webhook_id"] = Text.Id(interaction.ApplicationId);
            json["interaction_metadata"] = interaction.ToMetadata();
        }
        else if (Author.IsBot)
        {
            json["application_id"] = Text.Id(Author.Id);
        }
        if (ReplyTo is { } target)
        {
            var reference = new JsonObject { ["type"] = 0, ["channel_id"] = Text.Id(target.Channel.Id), ["message_id"] = Text.Id(target.Id) };
            if (Channel.Guild is { } guild)
                reference["guild_id"] = Text.Id(guild.Id);
            json["message_reference"] = reference;
            if (withReference)
                json["referenced_message"] = target.Deleted ? null : target.ToJson(readable, withReference: false);
        }
        return json;
    }
}
