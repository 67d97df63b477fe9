namespace ChatBot.DiscordClient.Gateway;

/// <summary>Says which shards this process runs, where several processes share a bot's token. Each shard is run by one of them at a time.</summary>
public interface IShardLeases
{
    /// <summary>Waits until this process may run the shard, however long that takes.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    Task<IShardLease> HoldAsync(int shardId, int shardCount, CancellationToken cancellationToken);
}

/// <summary>A shard that this process may run, until it is disposed of or lost.</summary>
public interface IShardLease : IAsyncDisposable
{
    /// <summary>Cancelled when the shard must be let go at once, because another process may take it.</summary>
    CancellationToken Lost { get; }
}
