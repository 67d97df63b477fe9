using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.World;

/// <summary>What a person asked of the bot, and what became of it.</summary>
public sealed class SimInteraction(ulong id, ulong applicationId, string token, int type, SimUser user, SimChannel channel, DateTimeOffset createdAt)
{
    private readonly TaskCompletionSource _acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ulong Id { get; } = id;
    public ulong ApplicationId { get; } = applicationId;
    public string Token { get; } = token;
    public int Type { get; } = type;
    public SimUser User { get; } = user;
    public SimChannel Channel { get; } = channel;
    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The message whose component was used.</summary>
    public SimMessage? Source { get; init; }

    /// <summary>What opened the form that was sent in.</summary>
    public SimInteraction? OpenedBy { get; init; }

    /// <summary>The type of the first answer, null while there is none.</summary>
    public int? CallbackType { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>The first answer's message; for an update, the source.</summary>
    public SimMessage? Original { get; internal set; }
    public List<SimMessage> Followups { get; } = [];
    public IReadOnlyList<JsonObject> Choices { get; internal set; } = [];
    public JsonObject? Modal { get; internal set; }

    /// <summary>Completed by the first answer.</summary>
    public Task Acknowledged => _acknowledged.Task;

    /// <summary>What the messages that answer it say of it.</summary>
    public JsonObject ToMetadata()
    {
        var json = new JsonObject
        {
            ["id"] = Text.Id(Id),
            ["type"] = Type,
            ["user"] = User.ToJson(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = Channel.Guild is { } owner ? Text.Id(owner.Id) : "0" },
        };
        if (Type == 3 && Source is not null)
            json["interacted_message_id"] = Text.Id(Source.Id);
        if (Type == 5)
            json["triggering_interaction_metadata"] = OpenedBy?.ToMetadata();
        return json;
    }

    internal void Acknowledge(int callbackType, DateTimeOffset now)
    {
        (CallbackType, AcknowledgedAt) = (callbackType, now);
        _acknowledged.TrySetResult();
    }
}
