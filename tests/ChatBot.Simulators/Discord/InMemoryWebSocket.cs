using System.Net.WebSockets;
using System.Threading.Channels;

namespace ChatBot.Simulators.Discord;

/// <summary>Two ends of a WebSocket without a network between them. Aborting one end cuts the other.</summary>
internal sealed class InMemoryWebSocket : WebSocket
{
    private readonly Channel<Frame> _in = Channel.CreateUnbounded<Frame>();
    private InMemoryWebSocket? _other;
    private Frame? _partial;
    private WebSocketState _state = WebSocketState.Open;

    public override WebSocketCloseStatus? CloseStatus => _closeStatus;
    public override string? CloseStatusDescription => null;
    public override WebSocketState State => _state;
    public override string? SubProtocol => null;

    private WebSocketCloseStatus? _closeStatus;

    public static (WebSocket Client, WebSocket Server) Pair()
    {
        var (a, b) = (new InMemoryWebSocket(), new InMemoryWebSocket());
        (a._other, b._other) = (b, a);
        return (a, b);
    }

    public override void Abort()
    {
        _state = WebSocketState.Aborted;
        _in.Writer.TryComplete();
        _other?._in.Writer.TryComplete();
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        if (_state is not (WebSocketState.Open or WebSocketState.CloseReceived))
            throw new WebSocketException(WebSocketError.InvalidState);
        _state = _state == WebSocketState.Open ? WebSocketState.CloseSent : WebSocketState.Closed;
        _other!._in.Writer.TryWrite(new Frame([], WebSocketMessageType.Close, true, closeStatus == WebSocketCloseStatus.Empty ? null : closeStatus));
        return Task.CompletedTask;
    }

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        Frame frame;
        try
        {
            frame = _partial ?? await _in.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException)
        {
            _state = WebSocketState.Aborted;
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
        }
        catch (OperationCanceledException)
        {
            Abort();
            throw;
        }
        if (frame.Type == WebSocketMessageType.Close)
        {
            _state = _state == WebSocketState.CloseSent ? WebSocketState.Closed : WebSocketState.CloseReceived;
            _closeStatus = frame.Status;
            return new ValueWebSocketReceiveResult(0, WebSocketMessageType.Close, true);
        }
        var length = Math.Min(buffer.Length, frame.Bytes.Length);
        frame.Bytes.AsSpan(0, length).CopyTo(buffer.Span);
        var rest = frame.Bytes.Length - length;
        _partial = rest == 0 ? null : frame with { Bytes = frame.Bytes[length..] };
        return new ValueWebSocketReceiveResult(length, frame.Type, rest == 0 && frame.End);
    }

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        var result = await ReceiveAsync(buffer.AsMemory(), cancellationToken);
        return new WebSocketReceiveResult(result.Count, result.MessageType, result.EndOfMessage);
    }

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        if (_state is not (WebSocketState.Open or WebSocketState.CloseReceived))
            throw new WebSocketException(WebSocketError.InvalidState);
        _other!._in.Writer.TryWrite(new Frame(buffer.ToArray(), messageType, endOfMessage, null));
        return Task.CompletedTask;
    }

    public override void Dispose() => Abort();

    private sealed record Frame(byte[] Bytes, WebSocketMessageType Type, bool End, WebSocketCloseStatus? Status);
}
