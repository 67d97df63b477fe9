using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace ChatBot.Sources.Fetching;

/// <summary>
/// Which addresses may be connected to: the public Internet, and what the operator allows. A host allowed by its name may be on this machine or a private
/// network; link-local and other special addresses (where clouds keep their metadata) are allowed by network alone.
/// The ranges: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates), and what clouds use for themselves.
/// </summary>
internal sealed class AddressPolicy
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly (IPNetwork Network, string What, bool ByName)[] Special =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "no place at all", false),
        (IPNetwork.Parse("10.0.0.0/8"), "a private network", true),
        (IPNetwork.Parse("100.64.0.0/10"), "a provider's inner network", true),
        (IPNetwork.Parse("127.0.0.0/8"), "this machine itself", true),
        (IPNetwork.Parse("168.63.129.16/32"), "a cloud's inner service", false),
        (IPNetwork.Parse("169.254.0.0/16"), "the link itself, where clouds keep their metadata", false),
        (IPNetwork.Parse("172.16.0.0/12"), "a private network", true),
        (IPNetwork.Parse("192.0.0.0/24"), "a reserved range", false),
        (IPNetwork.Parse("192.0.2.0/24"), "a range for examples", false),
        (IPNetwork.Parse("192.88.99.0/24"), "a relay", false),
        (IPNetwork.Parse("192.168.0.0/16"), "a private network", true),
        (IPNetwork.Parse("198.18.0.0/15"), "a range for measurements", false),
        (IPNetwork.Parse("198.51.100.0/24"), "a range for examples", false),
        (IPNetwork.Parse("203.0.113.0/24"), "a range for examples", false),
        (IPNetwork.Parse("224.0.0.0/4"), "many machines at once", false),
        (IPNetwork.Parse("240.0.0.0/4"), "a reserved range", false),
        (IPNetwork.Parse("::1/128"), "this machine itself", true),
        (IPNetwork.Parse("64:ff9b::/96"), "an IPv4 address behind a translator", false),
        (IPNetwork.Parse("64:ff9b:1::/48"), "an IPv4 address behind a translator", false),
        (IPNetwork.Parse("2001::/23"), "a tunnel or a reserved range", false),
        (IPNetwork.Parse("2001:db8::/32"), "a range for examples", false),
        (IPNetwork.Parse("2002::/16"), "an IPv4 address behind a tunnel", false),
        (IPNetwork.Parse("3fff::/20"), "a range for examples", false),
        (IPNetwork.Parse("fc00::/7"), "a private network", true),
        (IPNetwork.Parse("fe80::/10"), "the link itself", false),
        (IPNetwork.Parse("ff00::/8"), "many machines at once", false),
    ];

    private readonly IReadOnlyList<IPNetwork> _networks;
    private readonly HashSet<string> _hosts;

    private AddressPolicy(IReadOnlyList<IPNetwork> networks, IEnumerable<string> hosts)
    {
        _networks = networks;
        _hosts = new HashSet<string>(hosts, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The public Internet and nothing else.</summary>
    public static AddressPolicy PublicOnly { get; } = new([], []);

    /// <summary>Reads what the operator allows: hosts, addresses and networks (<c>10.1.0.0/16</c>), with commas between.</summary>
    /// <param name="text">The list.</param>
    /// <param name="policy">What was read.</param>
    /// <param name="wrong">The entries that are none of these; empty where the result is true.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out AddressPolicy? policy, out IReadOnlyList<string> wrong)
    {
        var networks = new List<IPNetwork>();
        var hosts = new List<string>();
        var others = new List<string>();
        (policy, wrong) = (null, others);
        foreach (var entry in text.Split([',', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(entry, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(entry, out var address)) networks.Add(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            else if (Uri.CheckHostName(entry) == UriHostNameType.Dns) hosts.Add(entry.TrimEnd('.'));
            else others.Add(entry);
        }
        if (others.Count > 0) return false;
        policy = new AddressPolicy(networks, hosts);
        return true;
    }

    /// <summary>Whether the operator named this host.</summary>
    public bool Names(string host) => _hosts.Contains(host.TrimEnd('.'));

    /// <summary>What is wrong with connecting to <paramref name="address"/> for <paramref name="host"/>, in words; null where it may be connected to.</summary>
    public string? Objection(string host, IPAddress address)
    {
        // No honest name leads to one of these, and networks compare them as the IPv4 address within.
        if (address.IsIPv4MappedToIPv6) return "an IPv4 address in disguise";
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0) return "the link itself";
        foreach (var network in _networks)
            if (network.Contains(address)) return null;
        foreach (var (network, what, byName) in Special)
            if (network.Contains(address)) return byName && Names(host) ? null : what;
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => null,
            AddressFamily.InterNetworkV6 when GlobalUnicast.Contains(address) => null,
            _ => "a reserved range",
        };
    }
}
