using System.Diagnostics.CodeAnalysis;

namespace ChatBot.DiscordClient.Gateway;

internal static class GatewayAddress
{
    /// <summary>The address with version, encoding and compression put into its query, whatever path or query it came with.</summary>
    public static bool TryBuild(string? url, bool compress, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("ws" or "wss"))
            return false;
        var kept = parsed.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p.Split('=')[0] is not ("v" or "encoding" or "compress"));
        string[] ours = compress ? ["v=10", "encoding=json", "compress=zlib-stream"] : ["v=10", "encoding=json"];
        address = new UriBuilder(parsed) { Query = string.Join('&', kept.Concat(ours)) }.Uri;
        return true;
    }
}
