using ChatBot.TelegramClient.Types;

namespace ChatBot.Telegram;

/// <summary>
/// Works on updates: those of one chat in order, those of different chats side by side. When <see cref="MostWaiting"/> wait, adding waits too. At the
/// stop each lane ends after the update at hand; what still waits is kept by the store.
/// </summary>
/// <param name="handle">Deals with one update; must not throw.</param>
internal sealed class ChatLanes(Func<Update, Task> handle)
{
    public const int MostWaiting = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Queue<Update>> _lanes = [];
    private readonly Dictionary<long, Task> _running = [];
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Puts one behind those of its chat; after the stop it is left to the store.</summary>
    public async Task AddAsync(Update update)
    {
        try
        {
            await _room.WaitAsync(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        var lane = TelegramMapping.LaneOf(update);
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested) return;
            if (_lanes.TryGetValue(lane, out var queue))
            {
                queue.Enqueue(update);
                return;
            }
            _lanes[lane] = new Queue<Update>([update]);
            _running[lane] = Task.Run(() => RunAsync(lane), CancellationToken.None);
        }
    }

    /// <summary>Ends when no update is being worked on any more.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _stopping.Cancel();
            return Task.WhenAll(_running.Values);
        }
    }

    private async Task RunAsync(long lane)
    {
        while (Next(lane) is { } update)
        {
            try
            {
                await handle(update);
            }
            finally
            {
                _room.Release();
            }
        }
    }

    private Update? Next(long lane)
    {
        lock (_gate)
        {
            if (!_stopping.IsCancellationRequested && _lanes[lane].TryDequeue(out var update)) return update;
            _lanes.Remove(lane);
            _running.Remove(lane);
            return null;
        }
    }
}
