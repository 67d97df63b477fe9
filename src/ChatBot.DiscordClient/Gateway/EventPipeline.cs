using System.Text.Json;
using System.Threading.Channels;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// From received dispatches to handled ones. The connection's read loop calls <see cref="Offer"/> and the other members; <see cref="RunAsync"/>
/// is the one consumer, and the only one that saves. Between them stands a bounded queue: when it is full, <see cref="Offer"/> refuses, the
/// connection is let go, and the server replays from there. Nothing here waits for the network, so a handler that sends cannot block itself.
/// </summary>
internal sealed class EventPipeline(
    int shardId, int shardCount, DiscordSocketConfig config, IGatewayEventHandler handler, IGatewaySessionStore store, Action<LogMessage> log)
{
    private const int EventsPerSave = 32;
    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });
    private readonly EventDecoder _decoder = new();
    private readonly Lock _lock = new();
    private LiveSession? _live;
    private int _waiting;
    private TaskCompletionSource _room = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What to resume with: the last event received, for those not yet handled are still in the queue.</summary>
    public GatewaySession? Session
    {
        get
        {
            lock (_lock)
                return _live is { } s ? new GatewaySession(s.Id, s.LastReceived, s.ResumeUrl, shardCount) : null;
        }
    }

    public long? LastSequence
    {
        get
        {
            lock (_lock)
                return _live?.LastReceived;
        }
    }

    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await store.LoadAsync(shardId, cancellationToken) is { } kept && kept.ShardCount == shardCount)
                _live = new LiveSession(kept.SessionId, kept.ResumeGatewayUrl) { LastReceived = kept.Sequence };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log(new LogMessage(LogSeverity.Error, "Gateway", $"Shard {shardId}: the kept session could not be read; a new one is begun", e));
        }
    }

    /// <summary>The session is over; the next one begins with Identify.</summary>
    public void Forget()
    {
        lock (_lock)
            _live = null;
        Enqueue(new Item(null, null, 0));
    }

    /// <summary>Takes a dispatch: passes over what nobody wants or what came before, decodes and queues the rest. False: the queue is full.</summary>
    public bool Offer(in PayloadHeader header, ReadOnlySpan<byte> data)
    {
        if (header.Name == DispatchName.Ready)
            return Begin(header, data);
        var live = _live;
        if (live is null || header.Sequence is not { } sequence || sequence <= live.LastReceived)
            return true;
        GatewayEvent? decoded = null;
        if ((header.Name.Kind() & config.Events) != 0)
        {
            if (Volatile.Read(ref _waiting) >= config.QueueCapacity)
                return false;
            decoded = TryDecode(header, data);
        }
        live.LastReceived = sequence;
        if (decoded is not null)
            Enqueue(new Item(decoded with { ShardId = shardId, Sequence = sequence }, live, sequence));
        return true;
    }

    /// <summary>Lets the consumer save how far the session has come when only unwanted events passed by.</summary>
    public void Checkpoint()
    {
        if (_live is { } live && live.LastReceived > live.LastQueued)
            Enqueue(new Item(null, live, live.LastReceived));
    }

    /// <summary>Returns when the queue is at most half full.</summary>
    public Task RoomAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Volatile.Read(ref _waiting) <= config.QueueCapacity / 2)
                return Task.CompletedTask;
            if (_room.Task.IsCompleted)
                _room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>No more comes; <see cref="RunAsync"/> ends after what is queued.</summary>
    public void Complete()
    {
        Checkpoint();
        _queue.Writer.TryComplete();
    }

    /// <summary>Handles events one by one. When asked to stop it finishes the one at hand and leaves the others to be replayed after the restart.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var unsaved = 0;
        Item? last = null;
        while (_queue.Reader.TryRead(out var item) || (await _queue.Reader.WaitToReadAsync(CancellationToken.None) && _queue.Reader.TryRead(out item)))
        {
            if (item.Event is not null)
            {
                if (stop.IsCancellationRequested || !await HandleAsync(item.Event, stop))
                    break;
            }
            last = item;
            Handled();
            if (++unsaved >= EventsPerSave || !_queue.Reader.TryPeek(out _))
            {
                await SaveAsync(item);
                (unsaved, last) = (0, null);
            }
        }
        if (last is { } unsavedItem)
            await SaveAsync(unsavedItem);
    }

    private bool Begin(in PayloadHeader header, ReadOnlySpan<byte> data)
    {
        var ready = TryRead(header, data);
        if (ready?.SessionId is not { } id)
            return true;
        var live = new LiveSession(id, ready.ResumeGatewayUrl) { LastReceived = header.Sequence ?? 0 };
        lock (_lock)
            _live = live;
        var begun = _decoder.Decode(ready);
        var wanted = (config.Events & GatewayEventKinds.Ready) != 0 ? begun : null;
        Enqueue(new Item(wanted is null ? null : wanted with { ShardId = shardId, Sequence = live.LastReceived }, live, live.LastReceived));
        return true;
    }

    private ReadyJson? TryRead(in PayloadHeader header, ReadOnlySpan<byte> data)
    {
        try
        {
            return EventDecoder.DecodeReady(data);
        }
        catch (JsonException e)
        {
            Unreadable(header, e);
            return null;
        }
    }

    private GatewayEvent? TryDecode(in PayloadHeader header, ReadOnlySpan<byte> data)
    {
        try
        {
            var decoded = _decoder.Decode(header.Name, data);
            if (decoded is null)
                Unreadable(header, null);
            return decoded;
        }
        catch (JsonException e)
        {
            Unreadable(header, e);
            return null;
        }
    }

    /// <summary>Only the path goes into the log: the exception's own text may quote what people wrote.</summary>
    private void Unreadable(in PayloadHeader header, JsonException? e) => log(new LogMessage(LogSeverity.Warning, "Gateway",
        $"Shard {shardId}: event {header.Name} number {header.Sequence} is not as documented and was passed over ({e?.Path ?? "something is missing"})"));

    private void Enqueue(Item item)
    {
        if (item.Session is { } session)
            session.LastQueued = item.Sequence;
        Interlocked.Increment(ref _waiting);
        _queue.Writer.TryWrite(item);
    }

    private void Handled()
    {
        if (Interlocked.Decrement(ref _waiting) > config.QueueCapacity / 2)
            return;
        lock (_lock)
            _room.TrySetResult();
    }

    private async ValueTask<bool> HandleAsync(GatewayEvent gatewayEvent, CancellationToken stop)
    {
        try
        {
            await handler.HandleAsync(gatewayEvent, stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            log(new LogMessage(LogSeverity.Error, "Gateway", $"Shard {shardId}: handling {gatewayEvent.GetType().Name} number {gatewayEvent.Sequence} failed", e));
            return true;
        }
    }

    private async ValueTask SaveAsync(Item item)
    {
        try
        {
            // Not cancelled by a stop: the place reached is what the restart lives on.
            await store.SaveAsync(shardId, item.Session is { } s ? new GatewaySession(s.Id, item.Sequence, s.ResumeUrl, shardCount) : null, CancellationToken.None);
        }
        catch (Exception e)
        {
            log(new LogMessage(LogSeverity.Error, "Gateway", $"Shard {shardId}: the session could not be saved", e));
        }
    }

    /// <summary>Without an event: only a place to be saved. Without a session: there is none any more.</summary>
    private readonly record struct Item(GatewayEvent? Event, LiveSession? Session, long Sequence);

    private sealed class LiveSession(string id, string? resumeUrl)
    {
        public string Id { get; } = id;
        public string? ResumeUrl { get; } = resumeUrl;
        public long LastReceived { get; set; }
        public long LastQueued { get; set; }
    }
}
