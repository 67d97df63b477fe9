namespace ChatBot.DiscordClient.Rest;

/// <summary>
/// Counts the answers 401, 403 and 429 (but for shared limits) of the last ten minutes: 10,000 of them block the address for everyone
/// behind it. Not thread-safe.
/// </summary>
internal sealed class InvalidRequestBudget(int limit)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Queue<DateTimeOffset> _invalid = new();

    public int Used(DateTimeOffset now)
    {
        while (_invalid.TryPeek(out var oldest) && now - oldest >= Window)
            _invalid.Dequeue();
        return _invalid.Count;
    }

    public void Count(DateTimeOffset now) => _invalid.Enqueue(now);

    /// <summary>Zero if requests may go, otherwise how long until one of those counted has passed.</summary>
    public TimeSpan Wait(DateTimeOffset now) => Used(now) < limit ? TimeSpan.Zero : _invalid.Peek() + Window - now;
}
