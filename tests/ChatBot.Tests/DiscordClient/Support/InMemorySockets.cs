using System.Net.WebSockets;
using ChatBot.DiscordClient.Gateway;
using ChatBot.Simulators.Discord;

namespace ChatBot.Tests.DiscordClient.Support;

internal sealed class InMemorySockets(DiscordSimulator simulator) : IWebSocketProvider
{
    public List<Uri> Addresses { get; } = [];

    public Task<WebSocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Addresses.Add(address);
        try
        {
            return Task.FromResult(simulator.Connect(address));
        }
        catch (WebSocketException e)
        {
            return Task.FromException<WebSocket>(e);
        }
    }
}
