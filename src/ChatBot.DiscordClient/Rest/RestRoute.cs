using System.Globalization;
using System.Text;

namespace ChatBot.DiscordClient.Rest;

/// <summary>
/// One endpoint with its ids filled in. <see cref="Template"/> is the path as documented, fit for logs; <see cref="Major"/> is the
/// top-level id that limits are counted by besides the bucket.
/// </summary>
internal sealed record RestRoute(HttpMethod Method, string Template, string Path, string Major)
{
    /// <summary>Interactions are answered outside the global limit, and their routes need no Authorization.</summary>
    public bool IsInteraction { get; init; }

    public string Key => $"{Method.Method} {Template}";

    public static RestRoute To(HttpMethod method, string template, params ReadOnlySpan<object> values)
    {
        var path = new StringBuilder(template.Length + 40);
        var major = "";
        var rest = template.AsSpan();
        foreach (var value in values)
        {
            var open = rest.IndexOf('{');
            var close = rest.IndexOf('}');
            var name = rest[(open + 1)..close];
            var text = Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
            path.Append(rest[..open]).Append(text);
            if (name is "channel_id" or "guild_id" or "webhook_id" or "webhook_token" or "interaction_id")
                major += (major.Length == 0 ? "" : "/") + text;
            rest = rest[(close + 1)..];
        }
        path.Append(rest);
        return new RestRoute(method, template, path.ToString(), major) { IsInteraction = template.StartsWith("/interactions/", StringComparison.Ordinal) || template.StartsWith("/webhooks/", StringComparison.Ordinal) };
    }
}
