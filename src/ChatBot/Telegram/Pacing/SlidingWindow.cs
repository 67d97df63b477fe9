namespace ChatBot.Telegram.Pacing;

/// <summary>Counts what happened within the latest stretch of time. Not for several threads at once.</summary>
/// <param name="most">So many may happen within it.</param>
/// <param name="length">How long it is.</param>
internal sealed class SlidingWindow(int most, TimeSpan length)
{
    private readonly TimeSpan[] _latest = [.. Enumerable.Repeat(TimeSpan.MinValue, most)];
    private int _next;

    /// <summary>From when on fewer than <paramref name="count"/> lie within the window; at most as many as it holds.</summary>
    public TimeSpan FewerFrom(int count)
    {
        var then = _latest[(_next + most - count) % most];
        return then == TimeSpan.MinValue ? then : then + length;
    }

    public void Add(TimeSpan now)
    {
        _latest[_next] = now;
        _next = (_next + 1) % most;
    }
}
