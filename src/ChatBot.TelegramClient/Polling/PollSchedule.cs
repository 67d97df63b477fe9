namespace ChatBot.TelegramClient.Polling;

/// <summary>
/// Decides what follows a poll; no clock and no network, so the loop that obeys it stays simple. Pauses double up to a cap and are drawn
/// from their upper half (equal jitter), so many clients do not come back together after an outage, and none ever spins.
/// Not for several threads at once.
/// </summary>
public sealed class PollSchedule(ReceiverOptions options, Random random)
{
    /// <summary>An empty answer sooner than this share of the poll's time was not held by the server.</summary>
    private const double EarlyShare = 0.5;

    private static readonly TimeSpan FirstEarlyPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestEarlyPause = TimeSpan.FromSeconds(5);

    /// <summary>The platform itself holds a repeated poll that long after a conflict.</summary>
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(3);

    private int early;

    /// <summary>How many polls have failed since one worked.</summary>
    public int FailuresInARow { get; private set; }

    public PollStep After(PollResult result)
    {
        if (result is PollResult.Stored or PollResult.Empty)
            FailuresInARow = 0;
        else
            FailuresInARow++;
        if (result is PollResult.Empty empty && empty.Took < options.PollTimeout * EarlyShare)
            early++;
        else
            early = 0;
        return result switch
        {
            PollResult.Stored => default,
            PollResult.Empty when early > 0 => new PollStep(Jittered(Doubled(FirstEarlyPause, early, LongestEarlyPause))),
            PollResult.Empty => default,
            PollResult.TooMany wait =>
                new PollStep(Longer(wait.RetryAfter, Jittered(Doubled(options.FirstPause, FailuresInARow, options.LongestPause)))),
            PollResult.OtherInstance => new PollStep(Jittered(Doubled(ConflictPause * 2, FailuresInARow, options.LongestPause))),
            PollResult.WebhookActive =>
                new PollStep(Jittered(Doubled(options.FirstPause, FailuresInARow, options.LongestPause)), RemoveWebhook: true),
            PollResult.Unauthorized => new PollStep(TimeSpan.Zero, Stop: true),
            _ => new PollStep(Jittered(Doubled(options.FirstPause, FailuresInARow, options.LongestPause))),
        };
    }

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        // 2^30 of any sensible first pause is beyond any sensible cap, and cannot overflow.
        var grown = first * Math.Pow(2, Math.Min(times - 1, 30));
        return grown < longest ? grown : longest;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private TimeSpan Jittered(TimeSpan pause) => pause * (0.5 + (random.NextDouble() / 2));
}
