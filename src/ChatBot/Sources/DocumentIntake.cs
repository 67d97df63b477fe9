using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>What taking documents in did.</summary>
/// <param name="Documents">The documents with their facts, as given.</param>
/// <param name="Outcomes">What the store did with each, in their order; one that came another way and may not be replaced is <see cref="SaveEffect.Kept"/>.</param>
/// <param name="Reading">What they add to what was known before, as far as they changed anything; null where none did.</param>
internal sealed record IntakeReport(IReadOnlyList<DocumentFacts> Documents, IReadOnlyList<SaveOutcome> Outcomes, NewsReading? Reading)
{
    /// <summary>Where they say otherwise than what was known before, and than each other: what the news tell, by the same comparison. It may take a while.</summary>
    public IReadOnlyList<ValueConflict> FindConflicts() => Reading is null ? [] : ValueConflict.In(Reading);
}

/// <summary>
/// The one way of documents into the store, whatever they come by: facts drawn, all saved in one transaction in which whoever follows from them is told,
/// then what the bot knows brought up to date. Safe for use by many threads; one at a time goes through.
/// </summary>
internal sealed class DocumentIntake(TopicLibrary library, StoreDatabase database, IEnumerable<IDocumentsStored> whenStored, TimeProvider time) : IDisposable
{
    private readonly List<IDocumentsStored> _told = [.. whenStored];
    private readonly DocumentStore _store = new(database, library.Current.Topic.Id, [.. whenStored]);
    private readonly SemaphoreSlim _one = new(1);

    public void Dispose() => _one.Dispose();

    /// <summary>Takes documents in, all or none.</summary>
    /// <param name="documents">No two with the same id.</param>
    /// <param name="origin">The way they came.</param>
    /// <param name="backlog">Whether a source had them already when it was first asked.</param>
    /// <param name="cancellation">Leaves the store as it was.</param>
    /// <exception cref="StoreException">The store can't be used; nothing was stored.</exception>
    public async Task<IntakeReport> TakeAsync(IReadOnlyList<Document> documents, string origin, bool backlog, CancellationToken cancellation)
    {
        if (documents.Count == 0) return new IntakeReport([], [], null);
        await _one.WaitAsync(cancellation);
        try
        {
            await library.RefreshAsync(cancellation);
            var known = library.Current;
            // To the millisecond, as the store keeps it.
            var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
            var facts = documents.Select(document => library.Extract(document) with { ReceivedAt = now }).ToList();
            var ingest = new Ingest(facts, origin, library.Basis, now) { Backlog = backlog, IsFromFeed = SourceOptions.IsFeed(origin), MayReplace = there => MayReplace(origin, there) };
            var outcomes = await _store.SaveAsync(ingest, cancellation);
            // What was only drawn anew came in before; that is read back.
            await library.RefreshAsync(outcomes.Any(outcome => outcome.Effect == SaveEffect.Redrawn) ? [] : [.. facts.Zip(outcomes).Where(saved => saved.Second.HasChanged).Select(saved => saved.First)], cancellation);
            var changed = facts.Zip(outcomes).Where(saved => saved.Second.Effect is SaveEffect.Added or SaveEffect.Revised).Select(saved => saved.First).ToList();
            return new IntakeReport(facts, outcomes, changed.Count == 0 ? null : _told.Select(told => told.ReadingOf(ingest)).FirstOrDefault(reading => reading is not null) ?? new NewsReading(known, changed));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A document that has the same text under another id, and whose source is none but this one's as far as this one states it; null where none has.</summary>
    public DocumentFacts? FindSame(Document document) => library.Current.Documents.FirstOrDefault(
        known => known.Document.Id != document.Id && known.Document.Kind == document.Kind && known.Document.Text == document.Text && IsWithin(document.Source, known.Document.Source));

    /// <summary>What is known of where a document comes from; null where the document isn't known.</summary>
    public DocumentSource? SourceOf(DocumentId id) => library.Current.Find(id)?.Source;

    /// <summary>By which other way each of these documents has come, for those that may not be replaced: spares the fetching of what would not be taken.</summary>
    /// <param name="ids">The documents.</param>
    /// <param name="origin">The way they would come.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async Task<IReadOnlyDictionary<DocumentId, string>> TakenAsync(IEnumerable<DocumentId> ids, string origin, CancellationToken cancellation) =>
        (await _store.OriginsAsync(ids, cancellation)).Where(known => !MayReplace(origin, known.Value)).ToDictionary();

    /// <summary>
    /// What a folder holds is its own, be it the topic's or a source's, and no source nor program may put itself in another's place. A person may hand in what a
    /// feed has brought: its page fetched again.
    /// </summary>
    private static bool MayReplace(string origin, string there) => origin == there || there switch
    {
        TopicLibrary.TopicOrigin => false,
        _ when SourceOptions.IsFolder(there) => false,
        _ when SourceOptions.IsFeed(there) => origin == Ingestion.Origin,
        _ => !SourceOptions.IsSource(origin),
    };

    private static bool IsWithin(DocumentSource stated, DocumentSource known) =>
        (stated.Publisher ?? known.Publisher) == known.Publisher && (stated.Title ?? known.Title) == known.Title && (stated.Author ?? known.Author) == known.Author
        && (stated.Published ?? known.Published) == known.Published;
}
