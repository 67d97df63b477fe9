namespace ChatBot.Tests.DiscordClient.Support;

/// <summary>A clock that stands until it is moved. Timers run on the thread that moves it, in the order they are due.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private long _order;

    public DateTimeOffset Now { get; private set; } = new(2025, 6, 24, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on to the next timer, but not past <paramref name="limit"/>, and runs it. False if there was none.</summary>
    public bool RunNext(DateTimeOffset limit)
    {
        Timer next;
        lock (_lock)
        {
            if (_timers.Count == 0)
                return false;
            next = _timers.MinBy(t => (t.Due, t.Order))!;
            if (next.Due > limit)
                return false;
            Now = next.Due > Now ? next.Due : Now;
            _timers.Remove(next);
            if (next.Period > TimeSpan.Zero)
                Add(next, next.Period);
        }
        next.Run();
        return true;
    }

    /// <summary>Moves the clock and runs what falls due.</summary>
    public void Advance(TimeSpan by)
    {
        var until = Now + by;
        while (RunNext(until)) { }
        Now = until;
    }

    private void Add(Timer timer, TimeSpan dueTime)
    {
        (timer.Due, timer.Order) = (Now + dueTime, _order++);
        _timers.Add(timer);
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }
        public long Order { get; set; }
        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero)
                    time.Add(this, dueTime);
            }
            return true;
        }

        public void Run() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
