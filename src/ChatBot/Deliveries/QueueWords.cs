using System.Globalization;

namespace ChatBot.Deliveries;

/// <summary>Failures of one kind.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="State">refused, gone or unknown.</param>
/// <param name="Problem">Why.</param>
/// <param name="Count">How many of those looked at.</param>
/// <param name="LastAt">When the last of them ended.</param>
internal sealed record FailureKind(string Platform, string State, string Problem, int Count, DateTimeOffset LastAt);

/// <summary>Says in words how the queue stands, for the web page and the terminal. Pure.</summary>
internal static class QueueWords
{
    /// <summary>The whole queue in one sentence.</summary>
    public static string Summary(IReadOnlyList<QueueCount> counts, DateTimeOffset now)
    {
        if (counts.Count == 0) return "Nothing was sent in the last two weeks, and nothing waits. Whoever subscribes with /subscribe or /watch in a chat is told of news from here.";
        var due = counts.Sum(count => count.Due);
        if (due > 0) return $"{Number(due)} {(due == 1 ? "message is" : "messages are")} due, the oldest for {Age(now - (counts.Min(count => count.OldestDueAt) ?? now))}.";
        var waiting = counts.Where(count => count.State == "waiting").Sum(count => count.Count);
        var paused = counts.Where(count => count.State == "paused").Sum(count => count.Count);
        if (paused > 0 && waiting == 0) return $"Nothing is late. {Number(paused)} {(paused == 1 ? "message waits" : "messages wait")} until the bot may write where {(paused == 1 ? "it is" : "they are")} for.";
        return waiting > 0 ? $"Nothing is late. {Number(waiting)} {(waiting == 1 ? "message waits" : "messages wait")} for {(waiting == 1 ? "its" : "their")} hour." : "Nothing waits.";
    }

    /// <summary>A state as an operator reads it.</summary>
    public static string State(string state) => state switch
    {
        "sending" => "on its way",
        "refused" => "refused by the platform",
        "gone" => "chat is gone",
        "unknown" => "outcome unknown",
        "over" => "taken back before it was sent",
        "paused" => "waits until the bot may write there",
        _ => state,
    };

    /// <summary>The same reason of the same platform once, the last first.</summary>
    public static IReadOnlyList<FailureKind> Kinds(IReadOnlyList<FailedDelivery> failed) =>
    [
        .. failed.GroupBy(one => (one.Platform, one.State, one.Problem)).Select(group => new FailureKind(group.Key.Platform, group.Key.State, group.Key.Problem, group.Count(), group.Max(one => one.EndedAt)))
            .OrderByDescending(kind => kind.LastAt).ThenBy(kind => kind.Problem, StringComparer.Ordinal),
    ];

    /// <summary>How often and when: "2 times, last on 22 November 00:27 UTC".</summary>
    public static string When(FailureKind kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{(kind.Count == 1 ? "once, on" : $"{kind.Count} times, last on")} {kind.LastAt.UtcDateTime:d MMMM HH:mm} UTC");

    /// <summary>With commas between the thousands.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Age(TimeSpan age) => age.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0} s")
        : age.TotalMinutes < 90 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min") : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h");
}
