namespace ChatBot.Discord.Conversations;

/// <summary>
/// Works things off: those of one channel in order, those of different channels side by side. When <see cref="MostWaiting"/> wait, adding waits too.
/// At the stop each lane ends after the thing at hand; what still waits is kept by the store.
/// </summary>
internal sealed class ChannelLanes
{
    public const int MostWaiting = 1_000;

    /// <summary>Many, because most of them only wait for the platform.</summary>
    private const int MostAtWork = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, Queue<Func<Task>>> _lanes = [];
    private readonly Dictionary<ulong, Task> _running = [];
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private readonly SemaphoreSlim _work = new(MostAtWork);
    private bool _stopping;

    /// <param name="channel">Whose order is kept.</param>
    /// <param name="work">Deals with one thing; must not throw.</param>
    /// <param name="cancellation">Ends the wait for room.</param>
    public async Task AddAsync(ulong channel, Func<Task> work, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        lock (_gate)
        {
            if (_stopping) return;
            if (_lanes.TryGetValue(channel, out var queue))
            {
                queue.Enqueue(work);
                return;
            }
            _lanes[channel] = new Queue<Func<Task>>([work]);
            _running[channel] = Task.Run(() => RunAsync(channel), CancellationToken.None);
        }
    }

    /// <summary>Ends when nothing is being worked on any more.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopping = true;
            return Task.WhenAll(_running.Values);
        }
    }

    private async Task RunAsync(ulong channel)
    {
        while (Next(channel) is { } work)
        {
            await _work.WaitAsync();
            try
            {
                await work();
            }
            finally
            {
                _work.Release();
                _room.Release();
            }
        }
    }

    private Func<Task>? Next(ulong channel)
    {
        lock (_gate)
        {
            if (!_stopping && _lanes[channel].TryDequeue(out var work)) return work;
            _lanes.Remove(channel);
            _running.Remove(channel);
            return null;
        }
    }
}
