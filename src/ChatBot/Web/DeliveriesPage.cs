using System.Globalization;
using ChatBot.Deliveries;

namespace ChatBot.Web;

/// <summary>The queue of deliveries, for the operator: counts and reasons, nobody's names.</summary>
internal static class DeliveriesPage
{
    public static string Of(string topic, IReadOnlyList<QueueCount> counts, IReadOnlyList<FailedDelivery> failed, DateTimeOffset now)
    {
        var body = new HtmlWriter().Markup("<h1>Deliveries</h1>");
        if (counts.Count == 0) body.Element("p", "Nothing was or is to be delivered.");
        else
        {
            body.Markup("<table><thead><tr><th>platform</th><th>state</th><th>deliveries</th><th>due</th><th>oldest</th><th>in doubt</th></tr></thead><tbody>");
            foreach (var count in counts)
                body.Markup("<tr>").Element("td", count.Platform).Element("td", count.State).Element("td", Number(count.Count)).Element("td", Number(count.Due))
                    .Element("td", count.OldestDueAt is { } due ? Age(now - due) : "").Element("td", Number(count.Doubtful)).Markup("</tr>");
            body.Markup("</tbody></table>");
        }
        if (failed.Count > 0)
        {
            body.Markup("<h2>Not delivered</h2><ul>");
            foreach (var one in failed)
                body.Element("li", string.Create(CultureInfo.InvariantCulture, $"{one.EndedAt.UtcDateTime:d MMM HH:mm} {one.Platform}: {one.State} after {one.Attempts} {(one.Attempts == 1 ? "attempt" : "attempts")}. {one.Problem}"));
            body.Markup("</ul>");
        }
        return PageFrame.Of("Deliveries", topic, body);
    }

    private static string Number(long count) => count == 0 ? "" : count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Age(TimeSpan age) => age.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0} s") : string.Create(CultureInfo.InvariantCulture, $"{age.TotalMinutes:0} min");
}
