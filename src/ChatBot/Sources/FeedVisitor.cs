using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Sources.Feeds;
using ChatBot.Sources.Fetching;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>
/// Looks at a feed and takes in what is new. What was taken is remembered only after it is stored, so a crash in between takes it a second time, which the
/// store sees to be no change.
/// </summary>
internal sealed class FeedVisitor(SafeFetcher fetcher, DocumentIntake intake, SourceRecords records, TimeProvider time)
{
    /// <summary>The most entries taken at one look; the others wait for the next, which then comes within a minute.</summary>
    public const int MostTaken = 300;

    /// <summary>The most linked pages fetched at one look; the others wait for the next.</summary>
    public const int MostPages = 20;

    /// <summary>After so long no further page is begun, so that a look ends well within its claim.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(2);

    private readonly DocumentReader _reader = new();

    /// <summary>Looks once.</summary>
    /// <exception cref="StoreException">The store can't be used; nothing was taken.</exception>
    public async Task<SourceVisit> VisitAsync(SourceOptions.Feed source, SourceState state, CancellationToken cancellation)
    {
        var known = await records.EntriesAsync(source.Name, cancellation);
        // What has gone back to an earlier text must be seen again, even where the feed says that nothing changed.
        var validators = known.Any(entry => entry.Waiting is not null) ? default : new FetchValidators(state.ETag, state.LastModified);
        switch (await fetcher.FetchAsync(new FetchRequest(source.Url, FetchKind.Feed, validators), cancellation))
        {
            case FetchOutcome.NotModified: return new SourceVisit(0) { Validators = validators, Note = state.Note };
            case FetchOutcome.Refused refused: return SourceVisit.Failed(refused.Words, false);
            case FetchOutcome.Failed failed: return SourceVisit.Failed(failed.Words, failed.Transient, failed.RetryAfter);
            case FetchOutcome.Fetched fetched:
                return FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) switch
                {
                    FeedReadResult.Read read => await TakeAsync(source, state, read.Feed, known, fetched.Validators, cancellation),
                    // Most are a server's page of excuses, or half a feed; both pass.
                    FeedReadResult.Refused refused => SourceVisit.Failed(refused.Words, true),
                    var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
                };
            case var other: throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    private async Task<SourceVisit> TakeAsync(
        SourceOptions.Feed source, SourceState state, Feed feed, IReadOnlyList<RememberedEntry> known, FetchValidators validators, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var judged = FeedMemory.Judge(source.Name, feed.Entries, known, now, source.FromPages);
        // What is known already comes first, so that new ones in a long row can't keep a correction waiting.
        var all = judged.Where(entry => entry.News is EntryNews.New or EntryNews.Changed).OrderBy(entry => entry.News == EntryNews.New).ToList();
        var fresh = all.Take(MostTaken).ToList();
        var taken = await intake.TakenAsync(fresh.Select(entry => entry.Remembered.Document).Distinct(), source.Origin, cancellation);
        var reading = new EntryDocument(_reader, source.Publisher, feed, DateOnly.FromDateTime(now.UtcDateTime));
        var documents = new Dictionary<DocumentId, Document>();
        var knownByKey = known.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var remember = judged.Except(all).Where(entry => IsWorthWriting(entry, knownByKey)).Select(entry => entry.Remembered).ToList();
        var notes = new List<string>();
        int pages = 0, left = all.Count - fresh.Count;
        foreach (var entry in fresh)
        {
            if (!taken.ContainsKey(entry.Remembered.Document))
            {
                if (source.FromPages && entry.Entry.Link is not null && (pages++ >= MostPages || time.GetUtcNow() - now > LongestLook))
                {
                    left++;
                    continue;
                }
                var (result, later) = await ReadAsync(source, entry, reading, notes, cancellation);
                if (later)
                {
                    left++;
                    continue;
                }
                if (result is ReadResult.Read read) documents[read.Document.Id] = read.Document;
                else if (result is ReadResult.Refused refused) notes.Add($"“{entry.Entry.Title}” was left out: {refused.Message}");
            }
            remember.Add(entry.Remembered);
        }
        var report = await intake.TakeAsync([.. documents.Values], source.Origin, !state.CaughtUp, cancellation);
        await records.RememberAsync(source.Name, remember, now, cancellation);

        if (StatedDay.Doubted(documents.Values) is { } doubted) notes.Add(doubted);
        // Another source may have brought one while this one was read.
        if (taken.Count + report.Outcomes.Count(outcome => outcome.Effect == SaveEffect.Kept) is var kept and > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{kept} came another way and {(kept == 1 ? "was left as it is" : "were left as they are")}"));
        if (judged.Count(entry => entry.News == EntryNews.Repeated) is var repeated and > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{repeated} {(repeated == 1 ? "repeats an earlier one under a new id and was" : "repeat earlier ones under new ids and were")} passed over"));
        if (judged.Count(entry => entry.News == EntryNews.WentBack) is var back and > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{back} went back to an earlier text, which is taken once it stays for {FeedMemory.LooksToBelieve} looks"));
        if (left > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{left} {(left == 1 ? "waits" : "wait")} for the next look"));
        if (feed.Beyond > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{feed.Beyond:N0} of its entries are not looked at, because they stand below the first {FeedReader.MostEntries:N0}"));
        if (feed.Entries.Count == 0) notes.Add("it has no entries");
        return new SourceVisit(report.Outcomes.Count(outcome => outcome.Effect is SaveEffect.Added or SaveEffect.Revised))
        {
            // What was left over would not come again with a 304.
            Validators = left > 0 ? default : validators,
            Note = notes.Count == 0 ? null : string.Join('\n', notes),
            Left = left,
            Beyond = feed.Beyond,
        };
    }

    /// <summary>An entry's document; nothing and true where its page should be tried again later.</summary>
    private async Task<(ReadResult? Result, bool Later)> ReadAsync(SourceOptions.Feed source, JudgedEntry entry, EntryDocument reading, List<string> notes, CancellationToken cancellation)
    {
        var id = entry.Remembered.Document;
        if (!source.FromPages || entry.Entry.Link is not { } link) return (reading.Read(entry.Entry, id), false);
        switch (await fetcher.FetchAsync(new FetchRequest(link, FetchKind.Page), cancellation))
        {
            case FetchOutcome.Fetched page: return (reading.Read(entry.Entry, id, page.Body, page.ContentType), false);
            case FetchOutcome.Failed { Transient: true } failed:
                notes.Add(failed.Words);
                return (null, true);
            case FetchOutcome.Failed failed: notes.Add($"{failed.Words} The entry's own text was taken"); break;
            case FetchOutcome.Refused refused: notes.Add($"{refused.Words} The entry's own text was taken"); break;
        }
        return (reading.Read(entry.Entry, id), false);
    }

    /// <summary>That nothing has changed is written down once a day.</summary>
    private static bool IsWorthWriting(JudgedEntry entry, Dictionary<string, RememberedEntry> known) =>
        entry.News != EntryNews.Same || known[entry.Remembered.Key] is var before && (before.Waiting is not null || entry.Remembered.SeenAt - before.SeenAt > TimeSpan.FromDays(1));
}
