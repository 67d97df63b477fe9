using System.Globalization;
using ChatBot.Deliveries;

namespace ChatBot.Web;

/// <summary>The queue of deliveries, for the operator: counts and reasons, nobody's names.</summary>
internal static class DeliveriesPage
{
    /// <summary>The page.</summary>
    /// <param name="topic">The topic's title.</param>
    /// <param name="counts">The queue of each platform.</param>
    /// <param name="failed">What did not arrive, the newest first.</param>
    /// <param name="now">The time.</param>
    public static string Of(string topic, IReadOnlyList<QueueCount> counts, IReadOnlyList<FailedDelivery> failed, DateTimeOffset now)
    {
        var body = new HtmlWriter().Markup("<h1>Deliveries</h1>").Element("p class=\"lead\"", Summary(counts, now));
        if (counts.Count > 0)
        {
            body.Markup("<table><thead><tr><th scope=\"col\">Platform</th><th scope=\"col\">State</th><th scope=\"col\" class=\"number\">Messages</th><th scope=\"col\" class=\"number\">Due now</th><th scope=\"col\" class=\"number\">Perhaps twice</th></tr></thead><tbody>");
            foreach (var count in counts)
                body.Markup("<tr>").Element("td", count.Platform).Element("td", State(count.State)).Element("td class=\"number\"", Number(count.Count)).Element("td class=\"number\"", Number(count.Due))
                    .Element("td class=\"number\"", Number(count.Doubtful)).Markup("</tr>");
            body.Markup("</tbody></table>");
        }
        if (failed.Count > 0)
        {
            body.Markup("<h2>Did not arrive</h2><ul class=\"documents\">");
            foreach (var one in failed)
                body.Markup("<li>").Text($"{one.Platform}, {State(one.State)}: {one.Problem}")
                    .Element("span class=\"faint\"", string.Create(CultureInfo.InvariantCulture, $" {one.EndedAt.UtcDateTime:d MMMM HH:mm} UTC, {one.Attempts} {(one.Attempts == 1 ? "attempt" : "attempts")}")).Markup("</li>");
            body.Markup("</ul>");
        }
        body.Element("p class=\"faint\"", "Counts and reasons of the last two weeks; whom a message is for is shown to nobody.");
        return PageFrame.Of("Deliveries", topic, body);
    }

    private static string Summary(IReadOnlyList<QueueCount> counts, DateTimeOffset now)
    {
        if (counts.Count == 0) return "Nothing was sent in the last two weeks, and nothing waits. Whoever subscribes with /subscribe or /watch in a chat is told of news from here.";
        var due = counts.Sum(count => count.Due);
        if (due > 0) return $"{Number(due)} {(due == 1 ? "message is" : "messages are")} due, the oldest for {Age(now - (counts.Min(count => count.OldestDueAt) ?? now))}.";
        var waiting = counts.Where(count => count.State == "waiting").Sum(count => count.Count);
        return waiting > 0 ? $"Nothing is late. {Number(waiting)} {(waiting == 1 ? "message waits" : "messages wait")} for {(waiting == 1 ? "its" : "their")} hour." : "Nothing waits.";
    }

    private static string State(string state) => state switch
    {
        "sending" => "on its way",
        "refused" => "refused by the platform",
        "gone" => "chat is gone",
        "unknown" => "outcome unknown",
        _ => state,
    };

    private static string Number(long count) => count == 0 ? "–" : count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Age(TimeSpan age) => age.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0} s")
        : age.TotalMinutes < 90 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min") : string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h");
}
