using System.Net.WebSockets;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>Sockets of the runtime. They name themselves only if told to, and servers refuse the nameless.</summary>
public sealed class ClientWebSocketProvider(string userAgent) : IWebSocketProvider
{
    public async Task<WebSocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.SetRequestHeader("User-Agent", userAgent);
            // The gateway has heartbeats of its own.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            await socket.ConnectAsync(address, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
