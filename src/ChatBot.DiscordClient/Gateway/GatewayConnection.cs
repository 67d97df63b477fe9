using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// One connection from Hello to its end. Two loops: this one reads, the other beats; whichever finds the end first sets it and cuts the other
/// off. A pause for a turn to identify is a third task, so that beats are answered meanwhile.
/// </summary>
internal sealed class GatewayConnection : IDisposable
{
    /// <summary>Not 1000 or 1001, which would end the session, not even in answer to the server's own close.</summary>
    private const WebSocketCloseStatus ResumableClose = (WebSocketCloseStatus)4000;
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly DiscordSocketConfig _config;
    private readonly EventPipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly double _jitter;
    private readonly Action<LogMessage> _log;
    private readonly CancellationTokenSource _cut;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SendAllowance _allowance = new();
    private readonly ITimer _deadline;
    private readonly ZlibStreamInflater _inflater;
    private readonly ArrayBufferWriter<byte> _incoming = new(16 * 1024);
    private readonly Lock _lock = new();
    private ConnectionEnd? _end;
    private volatile bool _acknowledged = true;
    private volatile bool _helloSeen;
    private bool _ready;
    private long _beatSentAt;

    public GatewayConnection(WebSocket socket, DiscordSocketConfig config, EventPipeline pipeline, TimeProvider time, double jitter, Action<LogMessage> log, CancellationToken stop)
    {
        (_socket, _config, _pipeline, _time, _jitter, _log) = (socket, config, pipeline, time, jitter, log);
        _cut = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _inflater = new ZlibStreamInflater(config.MaxPayloadBytes);
        _deadline = time.CreateTimer(_ => Expired(), null, config.ConnectionTimeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Time from the last heartbeat to its acknowledgement.</summary>
    public TimeSpan? Latency { get; private set; }

    public bool IsReady => Volatile.Read(ref _ready);

    public event Action? BecameReady;

    /// <param name="begin">Sends Identify or Resume, after waiting for its turn.</param>
    public async Task<ConnectionEnd> RunAsync(Func<GatewayConnection, CancellationToken, Task> begin)
    {
        var others = new List<Task>();
        try
        {
            while (await ReadPayloadAsync() is { } payload)
                Handle(payload, begin, others);
        }
        catch (OperationCanceledException)
        {
            End(new(EndReason.Closed));
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException)
        {
            End(new(EndReason.Closed, (int?)_socket.CloseStatus));
        }
        catch (InvalidDataException e)
        {
            _log(new LogMessage(LogSeverity.Error, "Gateway", e.Message));
            End(new(EndReason.BadData));
        }
        await CloseAsync();
        await Task.WhenAll(others);
        lock (_lock)
            return (_end ?? new(EndReason.Closed)) with { WasReady = _ready };
    }

    /// <summary>Sends one payload as the allowance permits. Throws what the socket throws; the read loop finds the same end.</summary>
    public async Task SendAsync(byte[] payload, CancellationToken cancellationToken, bool heartbeat = false)
    {
        if (payload.Length > SendAllowance.MaxPayloadBytes)
            throw new ArgumentException($"A gateway payload has at most {SendAllowance.MaxPayloadBytes} bytes; this one has {payload.Length}.", nameof(payload));
        while (true)
        {
            TimeSpan wait;
            await _sending.WaitAsync(cancellationToken);
            try
            {
                wait = _allowance.TryTake(_time.GetUtcNow(), heartbeat);
                if (wait == TimeSpan.Zero)
                {
                    await _socket.SendAsync(payload.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                    return;
                }
            }
            finally
            {
                _sending.Release();
            }
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    public void Dispose()
    {
        _deadline.Dispose();
        _socket.Dispose();
        _inflater.Dispose();
        _cut.Dispose();
    }

    /// <summary>The timer may be set once more by one task while another has just become ready; then it means nothing.</summary>
    private void Expired()
    {
        if (!IsReady)
            End(new(_helloSeen ? EndReason.NoAnswer : EndReason.NoHello));
    }

    private void End(ConnectionEnd end)
    {
        lock (_lock)
        {
            if (_end is not null)
                return;
            _end = end;
        }
        try
        {
            _cut.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // A deadline that ran out while the connection was being put away.
            return;
        }
    }

    /// <summary>Null when the server closed, with the reason set.</summary>
    private async ValueTask<ReadOnlyMemory<byte>?> ReadPayloadAsync()
    {
        _incoming.ResetWrittenCount();
        while (true)
        {
            var received = await _socket.ReceiveAsync(_incoming.GetMemory(4096), _cut.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                End(new(EndReason.Closed, (int?)_socket.CloseStatus));
                return null;
            }
            _incoming.Advance(received.Count);
            if (_incoming.WrittenCount > _config.MaxPayloadBytes)
                throw new InvalidDataException($"A gateway payload is larger than {_config.MaxPayloadBytes} bytes.");
            if (!received.EndOfMessage)
                continue;
            if (received.MessageType == WebSocketMessageType.Text)
                return _incoming.WrittenMemory;
            if (ZlibStreamInflater.IsComplete(_incoming.WrittenSpan))
                return _inflater.Inflate(_incoming.WrittenMemory);
        }
    }

    private void Handle(ReadOnlyMemory<byte> payload, Func<GatewayConnection, CancellationToken, Task> begin, List<Task> others)
    {
        PayloadHeader header;
        try
        {
            header = PayloadHeader.Read(payload.Span);
        }
        catch (JsonException)
        {
            _log(new LogMessage(LogSeverity.Warning, "Gateway", $"A payload of {payload.Length} bytes is not JSON and was passed over"));
            return;
        }
        switch (header.Opcode)
        {
            case GatewayOpcode.Dispatch:
                Dispatched(header, payload.Span[header.Data]);
                break;
            case GatewayOpcode.Hello when !_helloSeen && HeartbeatInterval(payload.Span[header.Data]) is { } interval:
                _helloSeen = true;
                _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                others.Add(GuardAsync(BeatAsync(interval)));
                others.Add(GuardAsync(BeginAsync(begin)));
                break;
            case GatewayOpcode.HeartbeatAck:
                _acknowledged = true;
                Latency = _time.GetElapsedTime(_beatSentAt);
                break;
            case GatewayOpcode.Heartbeat:
                others.Add(GuardAsync(SendAsync(OutgoingPayload.Heartbeat(_pipeline.LastSequence), _cut.Token, heartbeat: true)));
                others.RemoveAll(t => t.IsCompletedSuccessfully);
                break;
            case GatewayOpcode.Reconnect:
                End(new(EndReason.ReconnectRequested));
                break;
            case GatewayOpcode.InvalidSession:
                End(new(payload.Span[header.Data].SequenceEqual("true"u8) ? EndReason.SessionInvalidResumable : EndReason.SessionInvalid));
                break;
        }
    }

    private void Dispatched(in PayloadHeader header, ReadOnlySpan<byte> data)
    {
        if (!_pipeline.Offer(header, data))
            End(new(EndReason.ConsumerBehind));
        if (_ready)
            return;
        if (header.Name is DispatchName.Ready or DispatchName.Resumed)
        {
            Volatile.Write(ref _ready, true);
            _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            BecameReady?.Invoke();
        }
        else
        {
            // A long replay is an answer too.
            _deadline.Change(_config.SessionTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task BeginAsync(Func<GatewayConnection, CancellationToken, Task> begin)
    {
        await begin(this, _cut.Token);
        if (!IsReady)
            _deadline.Change(_config.SessionTimeout, Timeout.InfiniteTimeSpan);
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        await Task.Delay(interval * _jitter, _time, _cut.Token);
        while (true)
        {
            if (!_acknowledged)
            {
                End(new(EndReason.Zombie));
                return;
            }
            _acknowledged = false;
            _beatSentAt = _time.GetTimestamp();
            try
            {
                await SendAsync(OutgoingPayload.Heartbeat(_pipeline.LastSequence), _cut.Token, heartbeat: true).WaitAsync(interval, _time, _cut.Token);
            }
            catch (TimeoutException)
            {
                End(new(EndReason.Zombie));
                return;
            }
            _pipeline.Checkpoint();
            await Task.Delay(interval, _time, _cut.Token);
        }
    }

    /// <summary>The socket's failures end the read loop too, which reports them; anything else ends the connection and is reported here.</summary>
    private async Task GuardAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            End(new(EndReason.Closed));
        }
        catch (Exception e)
        {
            _log(new LogMessage(LogSeverity.Error, "Gateway", "A part of the connection failed", e));
            End(new(EndReason.Closed));
        }
    }

    private async Task CloseAsync()
    {
        _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            try
            {
                using var limit = new CancellationTokenSource(CloseLimit, _time);
                await _socket.CloseOutputAsync(ResumableClose, null, limit.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
            {
                _log(new LogMessage(LogSeverity.Debug, "Gateway", $"The connection was gone before it could be closed ({e.GetType().Name})"));
            }
        }
        _socket.Abort();
    }

    private static TimeSpan? HeartbeatInterval(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("heartbeat_interval"u8))
                return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.GetDouble() is > 0 and < 3_600_000 and var ms ? TimeSpan.FromMilliseconds(ms) : null;
        }
        return null;
    }
}
