namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// 120 payloads per connection in 60 seconds, more closes it. Some places are kept for heartbeats, which must never wait. Not thread-safe.
/// </summary>
internal sealed class SendAllowance
{
    public const int MaxPayloads = 120;
    public const int KeptForHeartbeats = 10;
    public const int MaxPayloadBytes = 4096;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<DateTimeOffset> _sent = new();

    /// <summary>Counts one payload and returns zero, or returns how long to wait before asking again.</summary>
    public TimeSpan TryTake(DateTimeOffset now, bool heartbeat)
    {
        while (_sent.TryPeek(out var oldest) && now - oldest >= Window)
            _sent.Dequeue();
        if (_sent.Count >= (heartbeat ? MaxPayloads : MaxPayloads - KeptForHeartbeats))
            return _sent.Peek() + Window - now;
        _sent.Enqueue(now);
        return TimeSpan.Zero;
    }
}
