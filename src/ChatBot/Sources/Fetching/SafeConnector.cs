using System.Net;
using System.Net.Sockets;

namespace ChatBot.Sources.Fetching;

/// <summary>Finds the addresses of a host.</summary>
/// <exception cref="SocketException">There is no such host, or it can't be asked for.</exception>
internal delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancellation);

/// <summary>A host leads where nobody may connect to.</summary>
internal sealed class ForbiddenAddressException(string host, IPAddress address, string what) : Exception(
    host.Trim('[', ']') == address.ToString() ? $"{host} is {what}" : $"{host} leads to {address}, which is {what}")
{
    public IPAddress Address { get; } = address;
}

/// <summary>
/// Makes connections, and is the only place that does: a host is resolved once, every address it has is checked, and the connection goes to one of those
/// very addresses. A name that answers differently a moment later (DNS rebinding) gains nothing by it.
/// </summary>
internal sealed class SafeConnector(AddressPolicy policy, HostResolver resolve)
{
    /// <summary>For one address of several; a network without IPv6, say, may swallow what is sent there.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(5);

    /// <exception cref="ForbiddenAddressException">One of the host's addresses may not be connected to.</exception>
    /// <exception cref="SocketException">It can't be resolved or reached.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancellation);
        foreach (var address in addresses)
            if (policy.Objection(target.Host, address) is { } what) throw new ForbiddenAddressException(target.Host, address, what);
        SocketException? failure = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(LongestAttempt);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), patience.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException unreachable)
            {
                socket.Dispose();
                failure = unreachable;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                socket.Dispose();
                failure = new SocketException((int)SocketError.TimedOut);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw failure ?? new SocketException((int)SocketError.HostNotFound);
    }
}
