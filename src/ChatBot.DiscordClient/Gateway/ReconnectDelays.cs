namespace ChatBot.DiscordClient.Gateway;

/// <summary>The pauses between attempts: any time up to 1, 2, 4 … 64 seconds (full jitter), begun anew when a session stands.</summary>
internal sealed class ReconnectDelays(Random random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(64);
    private int _failures;

    public TimeSpan Next() => random.NextDouble() * TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, _failures++)));

    public TimeSpan AfterInvalidSession() => TimeSpan.FromSeconds(1 + 4 * random.NextDouble());

    public void Reset() => _failures = 0;
}
