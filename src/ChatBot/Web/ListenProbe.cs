using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ChatBot.Web;

/// <summary>Tells before anything is started whether the web page can have its address: else a second service would ask sources and platforms before it failed.</summary>
internal static class ListenProbe
{
    /// <summary>Why nothing can listen there, and what to do; null where it can.</summary>
    public static string? Problem(string url)
    {
        var address = BindingAddress.Parse(url);
        if (address.IsUnixPipe || address.Port == 0) return null;
        var host = address.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(address.Host.Trim('[', ']'), out var stated) ? stated : Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;
        try
        {
            using var listener = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(host, address.Port));
            return null;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Taken(url),
                SocketError.AccessDenied => $"{url}: this user may not listen on port {address.Port}. Choose one above 1023, and put a reverse proxy in front for 80 or 443: --url http://127.0.0.1:5080",
                SocketError.AddressNotAvailable => $"{url}: this machine has no address {address.Host}. Choose one that it has, or http://*:{address.Port} for all of them.",
                _ => $"{url} can't be listened on ({refused.Message}). Choose another address: --url http://127.0.0.1:5081",
            };
        }
    }

    /// <summary>That another program listens there.</summary>
    public static string Taken(string url) => $"{url} is taken by another program (perhaps a ChatBot that runs already). Stop that, or choose another address: --url http://127.0.0.1:5081";
}
