namespace ChatBot.Sources;

/// <summary>
/// When a source is looked at again. After a success: its own interval, up to a tenth more or less, so that many don't ask at one moment. After failures: the
/// interval doubled with each, up to six hours where it may pass and a day where it hardly will. What the source itself asks for (<c>Retry-After</c>) is waited
/// for, up to a day.
/// </summary>
internal static class PollSchedule
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTransient = TimeSpan.FromHours(6);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long to wait.</summary>
    /// <param name="every">The source's interval.</param>
    /// <param name="visit">What the last look came to.</param>
    /// <param name="failures">How many failed in a row, that one included.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan Wait(TimeSpan every, SourceVisit visit, int failures, double chance)
    {
        if (visit.Problem is null) return (visit.Left > 0 && every > Soon ? Soon : every) * (0.9 + 0.2 * chance);
        var limit = visit.Transient ? LongestTransient : Longest;
        if (limit < every) limit = every;
        var wait = every * Math.Pow(2, Math.Min(failures, 16));
        if (wait > limit) wait = limit;
        wait *= 0.9 + 0.2 * chance;
        var asked = visit.RetryAfter > Longest ? Longest : visit.RetryAfter;
        return asked > wait ? asked.Value : wait;
    }
}
