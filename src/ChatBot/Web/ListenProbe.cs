using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ChatBot.Web;

/// <summary>What became of trying to have an address.</summary>
/// <param name="Urls">What the server is to listen on, with addresses in place of names, and semicolons between.</param>
/// <param name="IsOpenToAll">Whether everybody reaches it who reaches this machine.</param>
/// <param name="Problem">Why nothing can listen there, and what to do; null where it can.</param>
/// <param name="IsTaken">Whether that is because another program listens there.</param>
internal sealed record ListenOutcome(string Urls, bool IsOpenToAll, string? Problem = null, bool IsTaken = false);

/// <summary>
/// Tells before anything is started whether the web page can have its address: else a second service would ask sources and platforms before it failed. The
/// server itself would take any name that it doesn't know for "every interface", so none is left to it.
/// </summary>
internal static class ListenProbe
{
    /// <summary>Tries to listen, and stops at once.</summary>
    public static Task<ListenOutcome> TryAsync(string url, CancellationToken cancellation) => TryAsync(url, Dns.GetHostAddressesAsync, cancellation);

    /// <summary>The same, by another resolver of names.</summary>
    public static async Task<ListenOutcome> TryAsync(string url, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellation)
    {
        var address = BindingAddress.Parse(url);
        if (address.IsUnixPipe) return new ListenOutcome(url, false);
        if (address.Host is "*" or "+") return Try(url, url, Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, address);
        if (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return Try(url, url, IPAddress.Loopback, address);
        if (IPAddress.TryParse(address.Host, out var stated)) return Try(url, url, stated, address);

        var named = await AddressesAsync(address.Host, resolve, cancellation);
        if (named.Count == 0)
            return new ListenOutcome(url, false, $"{url}: there is no host '{address.Host}'. Write http://localhost:{address.Port} for this machine alone, an address that it has, or http://*:{address.Port} for everybody who reaches it.");
        var outcomes = named.Select(own => Try(url, $"{address.Scheme}://{new IPEndPoint(own, address.Port)}", own, address)).ToList();
        var usable = outcomes.Where(outcome => outcome.Problem is null).ToList();
        return usable.Count == 0 || outcomes.Exists(outcome => outcome.IsTaken)
            ? outcomes.Find(outcome => outcome.IsTaken) ?? outcomes[0]
            : new ListenOutcome(string.Join(';', usable.Select(outcome => outcome.Urls)), false);
    }

    /// <summary>That another program listens there.</summary>
    public static string Taken(string url) => $"{url} is taken by another program (perhaps a ChatBot that runs already). Stop that, or choose another address: --url http://127.0.0.1:5081";

    private static ListenOutcome Try(string url, string own, IPAddress host, BindingAddress address)
    {
        var open = host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any);
        try
        {
            using var listener = SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(host, address.Port));
            return new ListenOutcome(own, open);
        }
        catch (SocketException refused)
        {
            return new ListenOutcome(own, open, refused.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => Taken(url),
                SocketError.AccessDenied => $"{url}: this user may not listen on port {address.Port}. Choose one above 1023, and put a reverse proxy in front for 80 or 443: --url http://127.0.0.1:5080",
                SocketError.AddressNotAvailable => $"{url}: this machine has no address {(host.ToString() is var shown && shown == address.Host.Trim('[', ']') ? shown : $"{address.Host} ({shown})")}. Choose one that it has, or http://*:{address.Port} for all of them.",
                _ => $"{url} can't be listened on ({refused.Message}). Choose another address: --url http://127.0.0.1:5081",
            }, refused.SocketErrorCode == SocketError.AddressAlreadyInUse);
        }
    }

    /// <summary>What a name stands for. Some name servers answer "every address" for what they block, which must open nothing.</summary>
    private static async Task<IReadOnlyList<IPAddress>> AddressesAsync(string host, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellation)
    {
        try
        {
            return [.. (await resolve(host, cancellation)).Where(found => !found.Equals(IPAddress.Any) && !found.Equals(IPAddress.IPv6Any)).Distinct()];
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            return [];
        }
    }
}
