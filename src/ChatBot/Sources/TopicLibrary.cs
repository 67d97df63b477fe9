using System.Security.Cryptography;
using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>
/// Keeps what the bot knows: the topic and the documents of the store, ready to be asked. At the service's start the topic's own folder is brought into the
/// store; what changed there is a new version and news like any other, what is gone from there is withdrawn. Commands leave that to it (<see cref="FolderUse"/>).
/// </summary>
internal sealed class TopicLibrary
{
    /// <summary>The origin, in the store, of the documents in the topic's own folder.</summary>
    public const string TopicOrigin = "topic";

    /// <summary>Said before the first start's longest wait.</summary>
    public const string Preparing = "Preparing: the topic's kinds of questions are learnt, once; on a small machine that takes half a minute.";

    private readonly DocumentStore _store;
    private readonly IntentReader _intents;
    private readonly Lazy<FactExtractor> _extractor;
    private readonly SemaphoreSlim _refreshing = new(1);
    private volatile KnowledgeBase _current;
    private long _changes;

    private TopicLibrary(KnowledgeBase current, DocumentStore store, IntentReader intents, Lazy<FactExtractor> extractor, string basis, long changes, IReadOnlyList<string> remarks)
    {
        (_current, _store, _intents, _extractor, Basis, _changes, Remarks) = (current, store, intents, extractor, basis, changes, remarks);
    }

    /// <summary>What is known now. Take it once for a whole question: a new document swaps it for another.</summary>
    public KnowledgeBase Current => _current;

    /// <summary>What the facts of this library are drawn with; see <see cref="BasisOf"/>.</summary>
    public string Basis { get; }

    /// <summary>What the operator should know: refused documents and doubts about others; in order of file name.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Draws a document's facts as this library's are drawn.</summary>
    public DocumentFacts Extract(Document document) => new(document, _extractor.Value.Extract(document));

    /// <summary>Takes up what has been stored since, by whichever process; costs one small query where nothing has.</summary>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="StoreException">The store can't be used; what was known stays.</exception>
    public Task<bool> RefreshAsync(CancellationToken cancellation) => RefreshAsync([], cancellation);

    /// <summary>As <see cref="RefreshAsync(CancellationToken)"/>, after a save of this process; where nobody else has saved since, nothing is read back.</summary>
    /// <param name="saved">What the save has put into the store; nothing where it changed nothing.</param>
    /// <param name="cancellation">Leaves what is known.</param>
    /// <exception cref="StoreException">The store can't be used; what was known stays.</exception>
    public async Task<bool> RefreshAsync(IReadOnlyList<DocumentFacts> saved, CancellationToken cancellation)
    {
        await _refreshing.WaitAsync(cancellation);
        try
        {
            // The number first: a save between the two is then taken up twice, never missed.
            var changes = await _store.ChangesAsync(cancellation);
            if (changes == _changes) return false;
            var isOwn = saved.Count > 0 && changes == _changes + 1;
            IEnumerable<DocumentFacts> documents = isOwn ? With(saved) : (await _store.LoadAsync(cancellation)).Select(document => document.Content);
            _current = KnowledgeBase.Build(_current.Topic, [.. documents], _intents);
            _changes = changes;
            return true;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>In the order in which the store has them, so that each process knows the same in the same order.</summary>
    private IEnumerable<DocumentFacts> With(IReadOnlyList<DocumentFacts> saved)
    {
        var replaced = saved.Select(document => document.Document.Id).ToHashSet();
        return _current.Documents.Where(known => !replaced.Contains(known.Document.Id)).Concat(saved).OrderBy(document => document.Document.Id.Value, StringComparer.Ordinal);
    }

    /// <summary>Opens the library of a topic.</summary>
    /// <param name="topicFolder">The topic's folder, or <see cref="TopicFolder.NoTopic"/>.</param>
    /// <param name="database">The store; brought to the newest schema first.</param>
    /// <param name="dataFolder">Where what was learnt is kept.</param>
    /// <param name="time">For when documents came in.</param>
    /// <param name="cancellation">Leaves the store as it was.</param>
    /// <exception cref="UnreadableFilesException">The topic has errors.</exception>
    /// <exception cref="StoreException">The store can't be used.</exception>
    public static Task<TopicLibrary> OpenAsync(string topicFolder, StoreDatabase database, string dataFolder, TimeProvider time, CancellationToken cancellation) =>
        OpenAsync(topicFolder, database, dataFolder, time, FolderUse.Store, _ => [], cancellation);

    /// <summary>Opens the library of a topic, and tells of what has changed in its folder.</summary>
    /// <param name="topicFolder">The topic's folder, or <see cref="TopicFolder.NoTopic"/>.</param>
    /// <param name="database">The store; brought to the newest schema first.</param>
    /// <param name="dataFolder">Where what was learnt is kept.</param>
    /// <param name="time">For when documents came in.</param>
    /// <param name="use">What becomes of what has changed in the folder. A store that has never had anything of the topic is filled from it in any case, which is nobody's news.</param>
    /// <param name="whenStored">Who is told, within the transaction, of documents that were changed or put into the folder, given what was known before. Asked for only where there are any, and never at the first start of all.</param>
    /// <param name="cancellation">Leaves the store as it was.</param>
    /// <param name="learning">Called where the topic's examples have to be learnt, which takes a while on a small machine.</param>
    /// <exception cref="UnreadableFilesException">The topic has errors.</exception>
    /// <exception cref="StoreException">The store can't be used.</exception>
    public static async Task<TopicLibrary> OpenAsync(
        string topicFolder, StoreDatabase database, string dataFolder, TimeProvider time, FolderUse use, Func<Func<KnowledgeBase>, IReadOnlyList<IDocumentsStored>> whenStored, CancellationToken cancellation, Action? learning = null)
    {
        var topic = TopicFolder.ReadTopic(topicFolder);
        var basis = BasisOf(topicFolder);
        // Learning and the store need nothing of each other.
        var intentsLearnt = Task.Run(() => LearntIntents.For(topic, basis, dataFolder, learning), cancellation);
        await new SchemaMigrator(database, time).MigrateAsync(cancellation);
        var store = new DocumentStore(database, topic.Id);
        var before = await store.FindChangesAsync(cancellation);
        var changes = before ?? 0;
        var stored = await store.LoadAsync(cancellation);
        // What came first can be nobody's news; from here on, what is put into the folder is.
        if (before is null && use == FolderUse.Store) await store.BeginAsync(cancellation);
        if (before is null) use = FolderUse.Store;

        // To the millisecond, as the store keeps it.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var remarks = new List<string>();
        var (folder, complete) = use == FolderUse.Leave ? ([], false) : ReadFolder(topicFolder, DateOnly.FromDateTime(now.UtcDateTime), remarks);
        var inFolder = folder.Select(document => document.Id).ToHashSet();
        // A file that can't be read may be any of the missing ones, so then none counts as gone.
        var withdrawn = stored.Where(known => complete && known.Origin == TopicOrigin && !inFolder.Contains(known.Content.Document.Id))
            .Select(known => known.Content.Document.Id).ToArray();
        var others = stored.Where(known => !inFolder.Contains(known.Content.Document.Id) && !withdrawn.Contains(known.Content.Document.Id));

        // The extractor is costly to prepare, and the usual start has nothing to extract.
        var extractor = new Lazy<FactExtractor>(() => new FactExtractor(topic));
        var known = stored.ToDictionary(document => document.Content.Document.Id);
        DocumentFacts[] current =
        [
            .. folder.Select(document => !known.TryGetValue(document.Id, out var same) || DocumentRows.ContentHash(document) != DocumentRows.ContentHash(same.Content.Document)
                ? new DocumentFacts(document, extractor.Value.Extract(document)) { ReceivedAt = now }
                : same.Basis == basis ? same.Content : same.Content with { Facts = extractor.Value.Extract(document) }),
            .. others.Select(other => other.Basis == basis ? other.Content : other.Content with { Facts = extractor.Value.Extract(other.Content.Document) }),
        ];
        var intents = await intentsLearnt;
        if (use == FolderUse.Store && withdrawn.Length > 0)
            remarks.Add($"{TopicFolder.DocumentsOf(topicFolder)}: {string.Join(", ", withdrawn)} {(withdrawn.Length == 1 ? "lies" : "lie")} there no more, so what {(withdrawn.Length == 1 ? "it" : "they")} said is no longer told. Nobody is told of that. Put back, it is known again and no news.");
        if (use == FolderUse.Store && (extractor.IsValueCreated || withdrawn.Length > 0))
        {
            var isNews = before is not null && folder.Exists(document => !known.TryGetValue(document.Id, out var same) || DocumentRows.ContentHash(document) != DocumentRows.ContentHash(same.Content.Document));
            var knownBefore = new Lazy<KnowledgeBase>(() => KnowledgeBase.Build(topic, [.. stored.Select(document => document.Content)], intents));
            var saving = isNews ? new DocumentStore(database, topic.Id, [.. whenStored(() => knownBefore.Value)]) : store;
            await saving.SaveAsync(new Ingest(current, TopicOrigin, basis, now) { Withdrawn = withdrawn }, cancellation);
            // What it has just stored is no news to itself; where another has stored since, everything is looked at again.
            if (await store.ChangesAsync(cancellation) is var after && after == changes + 1) changes = after;
        }
        return new TopicLibrary(KnowledgeBase.Build(topic, current, intents), store, intents, extractor, basis, changes, remarks);
    }

    private static (List<Document> Documents, bool Complete) ReadFolder(string topicFolder, DateOnly today, List<string> remarks)
    {
        var documents = new List<Document>();
        if (TopicFolder.MissingDocuments(topicFolder) is { } missing) remarks.Add(missing);
        if (topicFolder == TopicFolder.NoTopic || !Directory.Exists(TopicFolder.DocumentsOf(topicFolder))) return (documents, true);
        var complete = true;
        remarks.AddRange(TopicFolder.PassedOver(TopicFolder.DocumentsOf(topicFolder)));
        foreach (var (path, result) in TopicFolder.ReadDocuments(TopicFolder.DocumentsOf(topicFolder), today))
            switch (result)
            {
                case ReadResult.Read read:
                    documents.Add(read.Document);
                    remarks.AddRange(read.Warnings.Select(warning => $"{path}: {warning}"));
                    break;
                case ReadResult.Refused refused:
                    complete = false;
                    remarks.Add($"{path} is left out: {refused.Message} {refused.WhatToDo}");
                    break;
            }
        return (documents, complete);
    }

    /// <summary>A hash of all that decides which facts are drawn from a text: the topic's files and the engine's own build.</summary>
    internal static string BasisOf(string topicFolder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Topic).Module.ModuleVersionId.ToByteArray());
        if (topicFolder != TopicFolder.NoTopic)
            foreach (var name in TopicReader.FileNames)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(name));
                var path = Path.Combine(topicFolder, name);
                if (File.Exists(path)) hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
            }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
