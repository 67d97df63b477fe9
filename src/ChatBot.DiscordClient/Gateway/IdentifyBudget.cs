namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// How many sessions were begun in each of the last 24 hours, over all shards. At 1,000 Discord ends every session and resets the bot's
/// token, so the count outlives the process. A value: <see cref="Take"/> returns the next one.
/// </summary>
/// <param name="Hours">Hour (hours since 1970) → sessions begun in it.</param>
public sealed record IdentifyBudget(IReadOnlyDictionary<long, int> Hours)
{
    public static IdentifyBudget Unused { get; } = new(new Dictionary<long, int>());

    public int Used(DateTimeOffset now) => Hours.Where(h => h.Key > Hour(now) - 25).Sum(h => h.Value);

    /// <summary>
    /// One more, if fewer than <paramref name="limit"/> were begun; otherwise this budget unchanged and how long until the oldest hour has
    /// passed. An hour counts until it lies wholly outside the 24: rather too few than one too many.
    /// </summary>
    public (IdentifyBudget Next, TimeSpan Wait) Take(DateTimeOffset now, int limit)
    {
        var hour = Hour(now);
        var current = Hours.Where(h => h.Key > hour - 25).ToDictionary(h => h.Key, h => h.Value);
        if (current.Values.Sum() >= limit)
            return (this, current.Count == 0 ? TimeSpan.FromHours(1) : DateTimeOffset.UnixEpoch.AddHours(current.Keys.Min() + 25) - now);
        current[hour] = current.GetValueOrDefault(hour) + 1;
        return (new IdentifyBudget(current), TimeSpan.Zero);
    }

    private static long Hour(DateTimeOffset time) => time.ToUnixTimeSeconds() / 3600;
}
