namespace ChatBot.DiscordClient.Rest;

/// <summary>At most so many requests in any second, and none while a global 429 lasts. Not thread-safe.</summary>
internal sealed class GlobalRateLimit(int perSecond)
{
    private readonly Queue<DateTimeOffset> _sent = new();
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;

    public TimeSpan TryTake(DateTimeOffset now)
    {
        if (now < _heldUntil)
            return _heldUntil - now;
        while (_sent.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1))
            _sent.Dequeue();
        if (_sent.Count >= perSecond)
            return _sent.Peek() + TimeSpan.FromSeconds(1) - now;
        _sent.Enqueue(now);
        return TimeSpan.Zero;
    }

    public void Hold(DateTimeOffset until) => _heldUntil = _heldUntil > until ? _heldUntil : until;
}
