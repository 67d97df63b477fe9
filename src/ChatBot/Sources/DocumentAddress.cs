using System.Security.Cryptography;
using System.Text;
using ChatBot.Knowledge.Documents;

namespace ChatBot.Sources;

/// <summary>
/// Makes one id of all the ways to write a web address. The address that was asked for counts, not where it redirects to nor what the page calls itself:
/// a site can't take another document's place by naming its address. The same address a second time is a new version of the same document.
/// </summary>
internal static class DocumentAddress
{
    private const int LongestName = 80;

    private static readonly string[] Tracking = ["fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "at_medium", "at_campaign", "ns_mchannel", "ns_source", "ns_campaign"];

    /// <summary>The address without what doesn't say which page it is: fragment, user, parameters that only count visitors.</summary>
    public static Uri Canonical(Uri address)
    {
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => parameter.Split('=')[0] is var name && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !Tracking.Contains(name, StringComparer.OrdinalIgnoreCase));
        return new UriBuilder(address) { Fragment = "", UserName = "", Password = "", Query = string.Join('&', kept) }.Uri;
    }

    /// <summary>The id of the document at an address; http or https, with <c>www.</c> or a slash at the end or without, makes no difference to it.</summary>
    public static DocumentId IdOf(Uri address)
    {
        var page = Canonical(address);
        var host = page.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? page.IdnHost[4..] : page.IdnHost;
        var port = page.IsDefaultPort ? "" : $":{page.Port}";
        var identity = $"{host}{port}{page.AbsolutePath.TrimEnd('/')}{page.Query}";
        var last = Uri.UnescapeDataString(page.AbsolutePath).TrimEnd('/').Split('/')[^1];
        return Named($"{host} {last}", identity);
    }

    /// <summary>An id that begins with words for people and ends with a digest for certainty.</summary>
    /// <param name="words">What people should see.</param>
    /// <param name="identity">What makes it the same document.</param>
    public static DocumentId Named(string words, string identity)
    {
        var name = new StringBuilder();
        foreach (var c in words.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) name.Append(c);
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        var start = name.ToString(0, Math.Min(name.Length, LongestName)).TrimEnd('-');
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity))[..5]);
        return DocumentId.Parse(start.Length == 0 ? "doc-" + digest : $"{start}-{digest}");
    }
}
