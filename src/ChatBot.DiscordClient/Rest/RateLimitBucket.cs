namespace ChatBot.DiscordClient.Rest;

/// <summary>
/// One bucket for one top-level id: how many requests may still go before it is filled up again. Until the first answer has told the
/// limit, one request goes at a time. Not thread-safe; <see cref="RateLimits"/> holds the lock.
/// </summary>
internal sealed class RateLimitBucket
{
    private int _limit = 1;
    private int _remaining = 1;
    private int _inFlight;
    private bool _known;
    private DateTimeOffset? _resetAt;

    public DateTimeOffset LastUsed { get; private set; }

    public bool IsIdle => _inFlight == 0;

    /// <summary>Takes a place, or says how long to wait before asking again; <see cref="Timeout.InfiniteTimeSpan"/>: until an answer came in.</summary>
    public TimeSpan TryTake(DateTimeOffset now)
    {
        LastUsed = now;
        if (_resetAt is { } reset && now >= reset)
        {
            _resetAt = null;
            _remaining = Math.Max(_limit - _inFlight, _inFlight == 0 ? 1 : 0);
        }
        if (_remaining > 0)
        {
            _remaining--;
            _inFlight++;
            return TimeSpan.Zero;
        }
        return _resetAt is { } at ? at - now : Timeout.InfiniteTimeSpan;
    }

    /// <summary>An answer came. Requests still on their way are taken off what the server says is left: it has not counted them yet.</summary>
    public void Answered(RateLimitHeaders headers, DateTimeOffset now)
    {
        _inFlight--;
        if (headers is { Limit: { } limit, Remaining: { } remaining })
        {
            _known = true;
            _limit = Math.Max(1, limit);
            _remaining = Math.Max(0, remaining - _inFlight);
            _resetAt = headers.ResetAfter is { } after ? now + after : _resetAt;
        }
        else if (!_known)
        {
            (_limit, _remaining) = (int.MaxValue, int.MaxValue - _inFlight);
        }
        if (_remaining == 0 && _resetAt is null && _inFlight == 0)
            _remaining = 1;
    }

    /// <summary>No answer came: the place is given back, for the limit's own time will tell.</summary>
    public void Abandoned()
    {
        _inFlight--;
        if (_remaining == 0 && _resetAt is null)
            _remaining = 1;
    }

    /// <summary>The server said to wait.</summary>
    public void Hold(DateTimeOffset until)
    {
        _remaining = 0;
        _resetAt = _resetAt > until ? _resetAt : until;
    }
}
