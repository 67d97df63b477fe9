namespace ChatBot.Telegram.Pacing;

/// <summary>
/// Says when a message may be sent, so that Telegram has nothing to refuse. All that is sent or edited goes through it. Where more waits than may
/// go, replies go before deliveries, and chat after chat has its turn, however much waits for one of them. Safe for use by many threads.
/// </summary>
/// <param name="limits">How much may be sent.</param>
/// <param name="time">The clock.</param>
internal sealed class TelegramPacer(PacingLimits limits, TimeProvider time) : IDisposable
{
    /// <summary>Refusals in two chats within this time are not about either of them.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    private const int BetweenCleanings = 1_000;

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly SlidingWindow _overall = new(limits.Overall, limits.Second);
    private readonly Dictionary<long, PacedChat> _chats = [];

    /// <summary>Chats that may get one more, in turn. An entry whose number is not the chat's any more is void.</summary>
    private readonly Queue<(PacedChat Chat, int Place)>[] _ready = [new(), new()];

    /// <summary>Chats that may not yet, by when they may.</summary>
    private readonly PriorityQueue<(PacedChat Chat, int Place), TimeSpan> _resting = new();

    private ITimer? _timer;

    /// <summary>When the next message is due if they come evenly.</summary>
    private TimeSpan _even = TimeSpan.MinValue;
    private TimeSpan _held = TimeSpan.MinValue;
    private (long Chat, TimeSpan At, TimeSpan Until)? _refused;
    private int _sinceCleaning;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Ends when the message may go; it must then go at once, or not at all.</summary>
    /// <exception cref="OperationCanceledException">It may not go any more; it takes nobody's place.</exception>
    public Task WaitAsync(long chat, SendUrgency urgency, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled(cancellation);
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            var paced = Find(chat);
            var before = paced.Waiting;
            paced.Add(waiter, urgency);
            if (before is null || before > urgency) PutInLine(paced);
            Go();
        }
        return waiter.Task.IsCompleted || !cancellation.CanBeCanceled ? waiter.Task : UntilGivenUpAsync(waiter, cancellation);
    }

    /// <summary>Telegram refused a message there and wants to be left alone for a while. If it just did so in another chat too, the pause is for all.</summary>
    public void Hold(long chat, TimeSpan pause)
    {
        lock (_gate)
        {
            var now = Now;
            var until = now + pause;
            var paced = Find(chat);
            paced.Hold(until);
            PutInLine(paced);
            if (_refused is { } other && other.Chat != chat && now - other.At <= Together) _held = Later(_held, other.Until < until ? other.Until : until);
            _refused = (chat, now, until);
            Go();
        }
    }

    public void Dispose() => _timer?.Dispose();

    private static async Task UntilGivenUpAsync(TaskCompletionSource waiter, CancellationToken cancellation)
    {
        await using var giveUp = cancellation.Register(() => waiter.TrySetCanceled(cancellation));
        await waiter.Task;
    }

    private PacedChat Find(long chat)
    {
        if (_chats.TryGetValue(chat, out var known)) return known;
        return _chats[chat] = new PacedChat(chat, limits);
    }

    private void PutInLine(PacedChat chat)
    {
        chat.Place++;
        if (chat.Waiting is not { } urgency) return;
        var from = chat.ReadyFrom(urgency);
        if (from > Now) _resting.Enqueue((chat, chat.Place), from);
        else _ready[(int)urgency].Enqueue((chat, chat.Place));
    }

    /// <summary>Lets go what may go now, and comes back when the next may.</summary>
    private void Go()
    {
        var now = Now;
        while (_resting.TryPeek(out var rested, out var from) && from <= now)
        {
            _resting.Dequeue();
            if (rested.Chat.Place == rested.Place) PutInLine(rested.Chat);
        }
        while (Next() is { } urgency)
        {
            var from = MayGoFrom(urgency);
            if (from > now)
            {
                ComeBack(from - now);
                return;
            }
            var chat = _ready[(int)urgency].Dequeue().Chat;
            if (chat.Take().TrySetResult()) Sent(chat, now);
            PutInLine(chat);
        }
        if (_resting.TryPeek(out _, out var next)) ComeBack(next - now);
    }

    private SendUrgency? Next()
    {
        foreach (var urgency in (ReadOnlySpan<SendUrgency>)[SendUrgency.Reply, SendUrgency.Delivery])
        {
            var line = _ready[(int)urgency];
            while (line.TryPeek(out var first) && first.Chat.Place != first.Place) line.Dequeue();
            if (line.Count > 0) return urgency;
        }
        return null;
    }

    /// <summary>Deliveries are spread evenly, so that at most one of them stands between a reply and its turn.</summary>
    private TimeSpan MayGoFrom(SendUrgency urgency)
    {
        var from = Later(_held, _overall.FewerFrom(limits.Overall));
        return urgency == SendUrgency.Reply ? from : Later(from, _even);
    }

    private void Sent(PacedChat chat, TimeSpan now)
    {
        chat.Sent(now);
        _overall.Add(now);
        // A timer comes a little late; what is due next is not.
        var apart = limits.Second / limits.Overall;
        _even = Later(_even, now - apart) + apart;
        if (++_sinceCleaning < BetweenCleanings) return;
        _sinceCleaning = 0;
        foreach (var idle in _chats.Values.Where(known => known.IsIdle(now)).ToList()) _chats.Remove(idle.Id);
    }

    private void ComeBack(TimeSpan after)
    {
        // Whole milliseconds, rounded up: a timer that comes too early would only have to be set again.
        var due = TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(after.TotalMilliseconds), int.MaxValue));
        _timer ??= time.CreateTimer(
            _ =>
            {
                lock (_gate) Go();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
