using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>Buckets as Discord counts them: so many requests in a window that begins with the first, per hash and top-level id.</summary>
internal sealed class RateLimiter(DiscordSimulatorOptions options)
{
    private readonly Dictionary<string, (int Used, DateTimeOffset ResetAt)> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _global = new();

    /// <summary>Null if the request may pass; the headers then belong on its answer.</summary>
    public (SimResponse? Refusal, Dictionary<string, string> Headers) Count(string route, string major, bool isInteraction)
    {
        var now = options.Time.GetUtcNow();
        if (!isInteraction)
        {
            while (_global.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1))
                _global.Dequeue();
            if (_global.Count >= options.GlobalRequestsPerSecond)
                return (TooMany(_global.Peek() + TimeSpan.FromSeconds(1) - now, "global", global: true), []);
            _global.Enqueue(now);
        }
        var (hash, limit, window) = Bucket(route);
        var key = $"{hash}:{major}";
        var bucket = _buckets.GetValueOrDefault(key);
        if (bucket.ResetAt <= now)
            bucket = (0, now + window);
        var headers = new Dictionary<string, string>
        {
            ["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Remaining"] = Math.Max(0, limit - bucket.Used - 1).ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Reset"] = Seconds(bucket.ResetAt - DateTimeOffset.UnixEpoch),
            ["X-RateLimit-Reset-After"] = Seconds(bucket.ResetAt - now),
            ["X-RateLimit-Bucket"] = hash,
        };
        if (bucket.Used >= limit)
        {
            var refusal = TooMany(bucket.ResetAt - now, "user", global: false);
            foreach (var (name, value) in headers)
                refusal.Headers[name] = value;
            return (refusal, []);
        }
        _buckets[key] = bucket with { Used = bucket.Used + 1 };
        return (null, headers);
    }

    public static SimResponse TooMany(TimeSpan wait, string scope, bool global)
    {
        var response = new SimResponse(429, new JsonObject
        {
            ["message"] = scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = Math.Round(wait.TotalSeconds, 3),
            ["global"] = global,
            ["code"] = 0,
        });
        response.Headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Scope"] = scope;
        if (global)
            response.Headers["X-RateLimit-Global"] = "true";
        return response;
    }

    private (string Hash, int Limit, TimeSpan Window) Bucket(string route) => route switch
    {
        "POST /channels/{}/messages" => ("80c17d2f203122d936070c88c8d10f33", options.MessagesPerFiveSeconds, TimeSpan.FromSeconds(5)),
        "PATCH /channels/{}/messages/{}" => ("9d0e4d8eb2b4f4a6a7d2b6a4a1e0c0f1", 5, TimeSpan.FromSeconds(5)),
        "POST /channels/{}/typing" => ("b0bd0a4c1c0e3b2a9d8c7f6e5a4b3c2d", 5, TimeSpan.FromSeconds(5)),
        // Several routes share one bucket.
        "POST /webhooks/{}/{}" or "PATCH /webhooks/{}/{}/messages/{}" or "DELETE /webhooks/{}/{}/messages/{}" or "GET /webhooks/{}/{}/messages/{}" =>
            ("e5a4b3c2d1f0e9d8c7b6a5f4e3d2c1b0", 5, TimeSpan.FromSeconds(2)),
        _ => ($"{(uint)route.Sum(c => c * 31):x8}a1b2c3d4e5f60718293a4b5c", 10, TimeSpan.FromSeconds(10)),
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
