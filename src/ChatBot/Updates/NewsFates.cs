using ChatBot.Deliveries;

namespace ChatBot.Updates;

/// <summary>Tells what became of each line of news on its way into a message. Pure.</summary>
internal static class NewsFates
{
    /// <summary>The record of a message, in the order of its updates and of their lines.</summary>
    /// <param name="wanted">What was for the chat, as it is kept.</param>
    /// <param name="standing">The same, held against the documents.</param>
    /// <param name="last">What of it holds at last.</param>
    /// <param name="fresh">What of that is not told otherwise, in the message's order.</param>
    public static IReadOnlyList<ToldNews> Of(IReadOnlyList<StoredUpdate> wanted, IReadOnlyList<StoredUpdate> standing, LastNews last, IReadOnlyList<StoredUpdate> fresh)
    {
        var room = UpdateReplies.Shown(fresh);
        var shown = Lines(fresh.Select((update, i) => update with { Content = update.Content with { Lines = [.. update.Content.Lines.Take(room[i])] } }));
        var (counted, current) = (Lines(fresh), Lines(last.Updates));
        var said = Lines(standing.Where(update => !update.IsOver).Select(update => update.Question is not null ? update : update with { Content = update.Content with { Lines = [.. update.Content.Lines.Where(line => !line.IsOver)] } }));
        // An answer is one thing: what leads it and what is new beside it share what becomes of it.
        var answers = wanted.Where(update => update.Question is not null).Select(update => update.Id).ToHashSet();
        bool Has(HashSet<(long Update, int)> lines, (long Update, int) line) => lines.Contains(line) || answers.Contains(line.Update) && lines.Any(other => other.Update == line.Update);
        NewsFate Fate((long Update, int) line) => Has(shown, line) ? NewsFate.Shown : Has(counted, line) ? NewsFate.Counted : Has(current, line) ? NewsFate.ToldAlready
            : !Has(said, line) ? NewsFate.TakenBack : last.Undone.Contains(line) ? NewsFate.Undone : NewsFate.Overtaken;
        return [.. Lines(wanted).Union(answers.Count == 0 ? counted : counted.Where(line => !answers.Contains(line.Update))).GroupBy(line => (line.Update, Fate: Fate(line))).OrderBy(same => same.Key.Update).Select(same => new ToldNews(same.Key.Update, same.Key.Fate, [.. same.Select(line => line.Number).Order()]))];
    }

    private static HashSet<(long Update, int Number)> Lines(IEnumerable<StoredUpdate> updates) => [.. updates.SelectMany(update => update.Content.Lines.Select(line => (update.Id, line.Number)))];
}
