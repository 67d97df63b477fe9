using System.Net.WebSockets;

namespace ChatBot.DiscordClient.Gateway;

/// <summary>Opens the gateway's socket; tests put a network of their own here.</summary>
public interface IWebSocketProvider
{
    /// <exception cref="WebSocketException">The connection could not be made.</exception>
    Task<WebSocket> ConnectAsync(Uri address, CancellationToken cancellationToken);
}
