namespace ChatBot.Tests.TelegramClient;

/// <summary>A clock that jumps: every wait is over at once, and the clock shows as much later. Keeps the waits.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> waits = [];
    private DateTimeOffset now = new(2025, 6, 20, 8, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
                return [.. waits];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Pass(TimeSpan time)
    {
        lock (gate)
            now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero)
            return new Done();
        lock (gate)
        {
            waits.Add(dueTime);
            now += dueTime;
        }
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Done();
    }

    private sealed class Done : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
