using ChatBot.Deliveries;

namespace ChatBot.Updates;

/// <summary>Tells what became of each line of news on its way into a message. Pure.</summary>
internal static class NewsFates
{
    /// <summary>The record of a message, in the order of its updates and of their lines.</summary>
    /// <param name="wanted">What was for the chat, as it is kept.</param>
    /// <param name="standing">The same, held against the documents.</param>
    /// <param name="last">What of it is not overtaken by other news of the message.</param>
    /// <param name="fresh">What of that is not told otherwise, in the message's order.</param>
    public static IReadOnlyList<ToldNews> Of(IReadOnlyList<StoredUpdate> wanted, IReadOnlyList<StoredUpdate> standing, IReadOnlyList<StoredUpdate> last, IReadOnlyList<StoredUpdate> fresh)
    {
        var room = UpdateReplies.Shown(fresh);
        var shown = Lines(fresh.Select((update, i) => update with { Content = update.Content with { Lines = [.. update.Content.Lines.Take(room[i])] } }));
        var (counted, current) = (Lines(fresh), Lines(last));
        var said = Lines(standing.Select(update => update with { Content = update.Content with { Lines = [.. update.Content.Lines.Where(line => !line.IsOver)] } }));
        NewsFate Fate((long, int) line) => shown.Contains(line) ? NewsFate.Shown : counted.Contains(line) ? NewsFate.Counted
            : current.Contains(line) ? NewsFate.ToldAlready : said.Contains(line) ? NewsFate.Overtaken : NewsFate.TakenBack;
        return [.. Lines(wanted).Union(counted).GroupBy(line => (line.Update, Fate: Fate(line))).OrderBy(same => same.Key.Update).Select(same => new ToldNews(same.Key.Update, same.Key.Fate, [.. same.Select(line => line.Number).Order()]))];
    }

    private static HashSet<(long Update, int Number)> Lines(IEnumerable<StoredUpdate> updates) => [.. updates.SelectMany(update => update.Content.Lines.Select(line => (update.Id, line.Number)))];
}
