namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// Keeps each shard's session over restarts. Called from that shard's loops only, never twice at once for one shard. A session lost costs
/// events and one Identify, so saving should be durable but may be quick and coarse: an older place only means that events come again.
/// Exceptions are logged and do not stop the shard.
/// </summary>
public interface IGatewaySessionStore
{
    ValueTask<GatewaySession?> LoadAsync(int shardId, CancellationToken cancellationToken);

    /// <summary>Null: there is no session to go on with.</summary>
    ValueTask SaveAsync(int shardId, GatewaySession? session, CancellationToken cancellationToken);
}
