namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// The one consumer of events. Called for one event at a time, in order, per shard (shards run side by side). It may send, to Discord too:
/// nothing of the connection waits for it. The session's place is saved when it returns, so an event is handled at least once: after a
/// crash the last one may come again. What it throws is logged and the next event follows; that one event is then lost, so whoever cannot
/// afford it catches its own. It should store and return: if it falls far behind, the client lets the connection go and fetches the rest later.
/// </summary>
public interface IGatewayEventHandler
{
    ValueTask HandleAsync(GatewayEvent gatewayEvent, CancellationToken cancellationToken);
}
