using ChatBot.Telegram.Pacing;
using ChatBot.Tests.DiscordClient.Support;

namespace ChatBot.Tests.Telegram.Pacing;

/// <summary>A message that waits or went.</summary>
internal sealed record PacedSend(long Chat, SendUrgency Urgency, Task Turn)
{
    /// <summary>When it went, from the beginning; null while it waits.</summary>
    public TimeSpan? At { get; set; }
}

/// <summary>A pacer on a clock that is moved by hand.</summary>
internal sealed class PacedSends : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly DateTimeOffset _start;
    private readonly List<PacedSend> _all = [];
    private readonly List<PacedSend> _waiting = [];

    public PacedSends(PacingLimits? limits = null)
    {
        _start = _time.Now;
        Pacer = new TelegramPacer(limits ?? new PacingLimits(), _time);
    }

    public TelegramPacer Pacer { get; }

    /// <summary>In the order in which they went.</summary>
    public IReadOnlyList<PacedSend> Gone => [.. _all.Where(send => send.At is not null).OrderBy(send => send.At)];

    public int Waiting => _waiting.Count;

    public void Queue(long chat, SendUrgency urgency, int count = 1)
    {
        for (var i = 0; i < count; i++) Add(new PacedSend(chat, urgency, Pacer.WaitAsync(chat, urgency, CancellationToken.None)));
        Note();
    }

    /// <summary>Lets time pass, and notes when each message goes.</summary>
    public void Pass(TimeSpan time)
    {
        var until = _time.Now + time;
        while (_time.RunNext(until)) Note();
        _time.Advance(until - _time.Now);
        Note();
    }

    /// <summary>The most messages that went within any stretch of that length.</summary>
    public int MostWithin(TimeSpan length, Func<PacedSend, bool> which)
    {
        var times = Gone.Where(which).Select(send => send.At!.Value).ToList();
        return times.Select((from, i) => times.Skip(i).TakeWhile(at => at - from < length).Count()).DefaultIfEmpty().Max();
    }

    public void Dispose() => Pacer.Dispose();

    private void Add(PacedSend send)
    {
        _all.Add(send);
        _waiting.Add(send);
    }

    private void Note()
    {
        foreach (var gone in _waiting.FindAll(send => send.Turn.IsCompletedSuccessfully)) gone.At = _time.Now - _start;
        _waiting.RemoveAll(send => send.Turn.IsCompleted);
    }
}
