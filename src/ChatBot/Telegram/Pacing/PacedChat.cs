namespace ChatBot.Telegram.Pacing;

/// <summary>What one chat has got lately, and who waits to send there. Replies go before deliveries, each in order. Not for several threads at once.</summary>
internal sealed class PacedChat(long chat, PacingLimits limits)
{
    private readonly Queue<TaskCompletionSource> _replies = [];
    private readonly Queue<TaskCompletionSource> _deliveries = [];
    private readonly SlidingWindow? _minute = chat < 0 ? new SlidingWindow(limits.GroupPerMinute, TimeSpan.FromMinutes(1)) : null;
    private TimeSpan _last = TimeSpan.MinValue;
    private TimeSpan _held = TimeSpan.MinValue;

    /// <summary>When the chat would have got all that it got at an even pace.</summary>
    private TimeSpan _even = TimeSpan.MinValue;

    /// <summary>Changes when the chat is put elsewhere in line, so that its old place is known to be void.</summary>
    public int Place { get; set; }

    public long Id => chat;

    /// <summary>The most urgent that waits; null where nothing does.</summary>
    public SendUrgency? Waiting => _replies.Count > 0 ? SendUrgency.Reply : _deliveries.Count > 0 ? SendUrgency.Delivery : null;

    public void Add(TaskCompletionSource waiter, SendUrgency urgency) => (urgency == SendUrgency.Reply ? _replies : _deliveries).Enqueue(waiter);

    public TaskCompletionSource Take() => (_replies.Count > 0 ? _replies : _deliveries).Dequeue();

    /// <summary>From when on the chat may get one more.</summary>
    public TimeSpan ReadyFrom(SendUrgency urgency)
    {
        var ready = _held;
        if (_even != TimeSpan.MinValue) ready = Later(ready, _even - ((limits.ChatBurst - 1) * limits.ChatInterval));
        if (urgency == SendUrgency.Delivery && _last != TimeSpan.MinValue) ready = Later(ready, _last + limits.ChatInterval);
        return _minute is null ? ready : Later(ready, _minute.FewerFrom(urgency == SendUrgency.Reply ? limits.GroupPerMinute : limits.GroupPerMinuteForDeliveries));
    }

    public void Sent(TimeSpan now)
    {
        _last = now;
        _even = Later(_even, now) + limits.ChatInterval;
        _minute?.Add(now);
    }

    /// <summary>Nothing more before <paramref name="moment"/>.</summary>
    public void Hold(TimeSpan moment) => _held = Later(_held, moment);

    /// <summary>Whether forgetting the chat changes nothing.</summary>
    public bool IsIdle(TimeSpan now) => Waiting is null && _held <= now && (_last == TimeSpan.MinValue || now - _last > TimeSpan.FromMinutes(1));

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
