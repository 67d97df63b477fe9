using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Sources.Fetching;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>What became of one file or address.</summary>
/// <param name="Path">The file or address.</param>
/// <param name="Result">How it was read; null where it could not be fetched.</param>
/// <param name="Facts">The facts drawn from it; empty where it was refused.</param>
/// <param name="Saved">What the store did with it; null where it was refused.</param>
internal sealed record IngestedFile(string Path, ReadResult? Result, IReadOnlyList<Fact> Facts, SaveOutcome? Saved)
{
    /// <summary>Why it could not be fetched, in words; null where it was.</summary>
    public string? NotFetched { get; init; }
}

/// <summary>What an ingest did.</summary>
/// <param name="Files">Every file and address, in order.</param>
/// <param name="Conflicts">Where the new documents give other values than those known before.</param>
internal sealed record IngestReport(IReadOnlyList<IngestedFile> Files, IReadOnlyList<ValueConflict> Conflicts);

/// <summary>Brings files and web pages into the store: all that can be read, in one transaction; a refused one keeps none of the others out.</summary>
internal sealed class Ingestion(DocumentIntake intake, SafeFetcher fetcher, string topicFolder, TimeProvider time)
{
    /// <summary>The origin, in the store, of documents that an operator has handed in.</summary>
    public const string Origin = "ingest";

    private readonly DocumentReader _reader = new();

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Reads files and addresses and stores them.</summary>
    /// <param name="paths">Files, addresses, and folders; of a folder, the documents that lie in it.</param>
    /// <param name="cancellation">Leaves the store as it was.</param>
    /// <exception cref="UnreadableFilesException">A path is no file and no folder, or two documents have one id. Nothing was stored.</exception>
    public async Task<IngestReport> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var results = new List<IngestedFile>();
        foreach (var path in Files(paths))
            results.Add(IsAddress(path) ? await FetchAsync(path, cancellation) : new IngestedFile(path, Read(path, await File.ReadAllBytesAsync(path, cancellation)), [], null));
        Check(results);
        var report = await intake.TakeAsync([.. results.Select(r => r.Result).OfType<ReadResult.Read>().Select(read => read.Document)], Origin, false, cancellation);
        var facts = report.Documents.ToDictionary(document => document.Document.Id, document => document.Facts);
        var outcomes = report.Outcomes.ToDictionary(outcome => outcome.Id);
        return new IngestReport(
            [.. results.Select(r => r.Result is ReadResult.Read { Document.Id: var id } ? r with { Facts = facts[id], Saved = outcomes[id] } : r)], report.Conflicts);
    }

    private static bool IsAddress(string path) => path.Contains("://", StringComparison.Ordinal);

    private ReadResult Read(string path, byte[] bytes) => StatedDay.Noted(_reader.Read(new DocumentInput(bytes, Path.GetFileName(path)) { Received = Today }), Today);

    private async Task<IngestedFile> FetchAsync(string path, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(path, UriKind.Absolute, out var address)) return new IngestedFile(path, null, [], null) { NotFetched = $"{path} is no address." };
        return await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), cancellation) switch
        {
            FetchOutcome.Fetched page => new IngestedFile(path, StatedDay.Noted(WebPage.Read(_reader, address, page, Today), Today), [], null),
            FetchOutcome.Refused refused => new IngestedFile(path, null, [], null) { NotFetched = refused.Words },
            FetchOutcome.Failed failed => new IngestedFile(path, null, [], null) { NotFetched = failed.Words },
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private static List<string> Files(IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        var problems = new List<string>();
        foreach (var path in paths)
        {
            if (IsAddress(path) || File.Exists(path)) files.Add(path);
            else if (Directory.Exists(path))
            {
                var inFolder = TopicFolder.DocumentFiles(path);
                files.AddRange(inFolder);
                if (inFolder.Count == 0) problems.Add($"{path}: no document lies in this folder; documents end in .txt, .md or .html.");
            }
            else problems.Add($"{path}: there is no such file or folder.");
        }
        return problems.Count > 0 ? throw new UnreadableFilesException(problems) : files;
    }

    private void Check(List<IngestedFile> results)
    {
        var read = results.SelectMany(r => r.Result is ReadResult.Read { Document.Id: var id } ? [(r.Path, Id: id)] : Array.Empty<(string Path, DocumentId Id)>()).ToList();
        var problems = read.GroupBy(r => r.Id).Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(r => r.Path))}: both are the document '{group.Key}'. Give one of them another name or id.").ToList();
        if (topicFolder != TopicFolder.NoTopic && Directory.Exists(TopicFolder.DocumentsOf(topicFolder)))
        {
            var own = TopicFolder.ReadDocuments(TopicFolder.DocumentsOf(topicFolder)).Select(r => r.Result).OfType<ReadResult.Read>().Select(r => r.Document.Id).ToHashSet();
            problems.AddRange(read.Where(r => own.Contains(r.Id)).Select(r =>
                $"{r.Path}: the topic's own folder has a document '{r.Id}', which would take its place at the next start. Put the file into {TopicFolder.DocumentsOf(topicFolder)}, or give it another name or id."));
        }
        if (problems.Count > 0) throw new UnreadableFilesException(problems);
    }
}
