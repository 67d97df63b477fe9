namespace ChatBot.Simulators.Discord.Gateway;

/// <summary>A session of one shard: what it was told, so that it can be told again.</summary>
public sealed class SimSession(string id, int shardId, int shardCount, int intents)
{
    public string Id { get; } = id;
    public int ShardId { get; } = shardId;
    public int ShardCount { get; } = shardCount;
    public int Intents { get; } = intents;
    public bool Valid { get; internal set; } = true;
    public long Sequence { get; internal set; }
    public DateTimeOffset? DisconnectedAt { get; internal set; }

    internal List<(long Sequence, string Payload)> Log { get; } = [];
    internal SimConnection? Connection { get; set; }
}
