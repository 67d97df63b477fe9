using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ChatBot.Simulators.Discord.Gateway;

/// <summary>One gateway connection, served over whatever socket it came by.</summary>
internal sealed class SimConnection(DiscordGateway gateway, WebSocket socket, bool compress, TimeProvider time)
{
    private readonly Channel<object> _out = Channel.CreateUnbounded<object>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Queue<DateTimeOffset> _received = new();
    private readonly MemoryStream _deflated = new();
    private readonly CancellationTokenSource _gone = new();
    private ZLibStream? _deflate;

    public SimSession? Session { get; set; }

    /// <summary>Nothing comes through any more in either direction, and nobody is told.</summary>
    public bool HalfOpen { get; set; }

    /// <summary>Every payload waits this long.</summary>
    public TimeSpan Slowness { get; set; }

    public int HeartbeatsReceived { get; private set; }

    public async Task ServeAsync()
    {
        var sending = SendLoopAsync();
        try
        {
            await ReceiveLoopAsync();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            gateway.Note($"connection lost: {e.GetType().Name}");
        }
        gateway.Disconnected(this);
        await _gone.CancelAsync();
        _out.Writer.TryComplete();
        await sending;
        socket.Abort();
        socket.Dispose();
        _deflate?.Dispose();
    }

    public void Send(string payload)
    {
        if (HalfOpen)
            return;
        _out.Writer.TryWrite(payload);
    }

    public void Close(int? code) => _out.Writer.TryWrite(code ?? 0);

    /// <summary>The line is cut without a word.</summary>
    public void Drop()
    {
        _gone.Cancel();
        socket.Abort();
    }

    private async Task SendLoopAsync()
    {
        try
        {
            while (await _out.Reader.WaitToReadAsync(_gone.Token))
            {
                while (_out.Reader.TryRead(out var frame))
                {
                    if (Slowness > TimeSpan.Zero)
                        await Task.Delay(Slowness, time, _gone.Token);
                    if (frame is int code)
                    {
                        await socket.CloseOutputAsync(code == 0 ? WebSocketCloseStatus.Empty : (WebSocketCloseStatus)code, null, _gone.Token);
                        continue;
                    }
                    var bytes = Encoding.UTF8.GetBytes((string)frame);
                    if (compress)
                        await socket.SendAsync(Deflate(bytes), WebSocketMessageType.Binary, true, _gone.Token);
                    else
                        await socket.SendAsync(bytes, WebSocketMessageType.Text, true, _gone.Token);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            gateway.Note($"sending ended: {e.GetType().Name}");
        }
    }

    private byte[] Deflate(byte[] payload)
    {
        _deflate ??= new ZLibStream(_deflated, CompressionLevel.Fastest, leaveOpen: true);
        _deflated.SetLength(0);
        _deflate.Write(payload);
        _deflate.Flush();
        return _deflated.ToArray();
    }

    private async Task ReceiveLoopAsync()
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult result;
            do
            {
                result = await socket.ReceiveAsync(buffer.AsMemory(length), _gone.Token);
                length += result.Count;
            }
            while (!result.EndOfMessage && length < buffer.Length);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                gateway.ClientClosed(this, (int?)socket.CloseStatus);
                return;
            }
            if (HalfOpen)
                continue;
            if (!Accept(buffer.AsSpan(0, length)))
                return;
        }
    }

    private bool Accept(ReadOnlySpan<byte> payload)
    {
        lock (gateway.Lock)
        {
            var now = time.GetUtcNow();
            while (_received.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(60))
                _received.Dequeue();
            _received.Enqueue(now);
            if (_received.Count > 120)
                return Refuse(4008);
            if (payload.Length > 4096)
                return Refuse(4002);
            JsonObject? json;
            try
            {
                json = JsonNode.Parse(payload) as JsonObject;
            }
            catch (JsonException)
            {
                return Refuse(4002);
            }
            switch ((int?)json?["op"])
            {
                case 1:
                    HeartbeatsReceived++;
                    Send("""{"t":null,"s":null,"op":11,"d":null}""");
                    return true;
                case 2:
                    gateway.Identify(this, json!["d"] as JsonObject);
                    return true;
                case 6:
                    gateway.Resume(this, json!["d"] as JsonObject);
                    return true;
                case 3 or 4 or 8 when Session is not null:
                    gateway.Received.Add(json!.ToJsonString());
                    return true;
                case 3 or 4 or 8:
                    return Refuse(4003);
                case null:
                    return Refuse(4002);
                default:
                    return Refuse(4001);
            }
        }
    }

    private bool Refuse(int code)
    {
        Close(code);
        return true;
    }
}
