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
        var body = new HtmlWriter().Markup("<h1>Deliveries</h1>").Element("p class=\"lead\"", QueueWords.Summary(counts, now));
        if (counts.Count > 0)
        {
            body.Markup("<table><thead><tr><th scope=\"col\">Platform</th><th scope=\"col\">State</th><th scope=\"col\" class=\"number\">Messages</th><th scope=\"col\" class=\"number\">Due now</th><th scope=\"col\" class=\"number\">Perhaps twice</th></tr></thead><tbody>");
            foreach (var count in counts)
                body.Markup("<tr>").Element("td", Name(count.Platform)).Element("td", QueueWords.State(count.State)).Element("td class=\"number\"", Cell(count.Count)).Element("td class=\"number\"", Cell(count.Due))
                    .Element("td class=\"number\"", Cell(count.Doubtful)).Markup("</tr>");
            body.Markup("</tbody></table>");
        }
        if (failed.Count > 0)
        {
            body.Markup("<h2>Did not arrive</h2><ul class=\"documents\">");
            foreach (var kind in QueueWords.Kinds(failed))
                body.Markup("<li>").Text($"{Name(kind.Platform)}, {QueueWords.State(kind.State)}: {kind.Problem} ").Element("span class=\"faint\"", QueueWords.When(kind)).Markup("</li>");
            body.Markup("</ul>");
        }
        body.Element("p class=\"faint\"", "Counts and reasons of the last two weeks; whom a message is for is shown to nobody.");
        return PageFrame.Of("Deliveries", topic, body);
    }

    /// <summary>The page where the store can't be asked.</summary>
    public static string Unreachable(string topic) => PageFrame.Of("Deliveries", topic, new HtmlWriter().Markup("<h1>Deliveries</h1>").Element(
        "p class=\"lead\"", "The store can't be reached, so nobody can say what waits. What waits there goes out once it is back; 'chatbot doctor' says what is wrong."));

    private static string Name(string platform) => platform.Length == 0 ? platform : char.ToUpperInvariant(platform[0]) + platform[1..];

    private static string Cell(long count) => count == 0 ? "–" : QueueWords.Number(count);
}
