using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Sources.Fetching;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>What became of one file or address.</summary>
/// <param name="Path">The file or address.</param>
/// <param name="Result">How it was read; null where it was not.</param>
/// <param name="Facts">The facts drawn from it; empty where it was refused.</param>
/// <param name="Saved">What the store did with it; null where it was refused.</param>
internal sealed record IngestedFile(string Path, ReadResult? Result, IReadOnlyList<Fact> Facts, SaveOutcome? Saved)
{
    /// <summary>Why it was left out though nothing is wrong with its text, or before that was looked at, in words; null where it wasn't.</summary>
    public string? LeftOut { get; init; }
}

/// <summary>What an ingest did.</summary>
/// <param name="Files">Every file and address, in order.</param>
/// <param name="Conflicts">Where the new documents say otherwise than those known before, or than each other.</param>
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
    /// <exception cref="UnreadableFilesException">None of the paths is a file, or a folder with one. Nothing was stored.</exception>
    public async Task<IngestReport> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var (files, missing) = Files(paths);
        if (files.Count == 0) throw new UnreadableFilesException(missing);
        var results = new List<IngestedFile>();
        foreach (var path in files)
            results.Add(IsAddress(path) ? await FetchAsync(path, cancellation) : await ReadAsync(path, cancellation));
        results = [.. LeavingOut(results), .. missing.Select(problem => Without(problem, problem))];
        var report = await intake.TakeAsync([.. results.Select(r => r.Result).OfType<ReadResult.Read>().Select(read => read.Document)], Origin, false, cancellation);
        var facts = report.Documents.ToDictionary(document => document.Document.Id, document => document.Facts);
        var outcomes = report.Outcomes.ToDictionary(outcome => outcome.Id);
        return new IngestReport(
            [.. results.Select(r => r.Result is not ReadResult.Read { Document.Id: var id } ? r
                : outcomes[id].Effect == SaveEffect.Kept ? Without(r.Path, $"{r.Path}: the document '{id}' came by {SourceOptions.Words(outcomes[id].KeptOrigin)} and stays. Give this file another name or id, or change it there.")
                : r with { Facts = facts[id], Saved = outcomes[id] })], report.FindConflicts());
    }

    private static bool IsAddress(string path) => path.Contains("://", StringComparison.Ordinal);

    private async Task<IngestedFile> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return new IngestedFile(path, Read(path, await File.ReadAllBytesAsync(path, cancellation)), [], null);
        }
        catch (Exception failure) when (UnreadableFile.Is(failure))
        {
            return Without(path, UnreadableFile.Words(path, failure));
        }
    }

    private ReadResult Read(string path, byte[] bytes) => StatedDay.Come(_reader.Read(new DocumentInput(bytes, Path.GetFileName(path)) { Received = Today }), Today);

    private async Task<IngestedFile> FetchAsync(string path, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(path, UriKind.Absolute, out var address)) return Without(path, $"{path} is no address.");
        return await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), cancellation) switch
        {
            FetchOutcome.Fetched page => new IngestedFile(path, Keeping(StatedDay.Come(WebPage.Read(_reader, address, page, Today), Today)), [], null),
            FetchOutcome.Refused refused => Without(path, refused.Words),
            FetchOutcome.Failed failed => Without(path, failed.Words),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    /// <summary>What a feed told of a page and the page doesn't is kept when the page is fetched again by hand.</summary>
    private ReadResult Keeping(ReadResult result)
    {
        if (result is not ReadResult.Read { Document: { Source: var own } document } read || intake.SourceOf(document.Id) is not { } known) return result;
        var isDated = own.Published is not null || own.PublishedNote is not null;
        var source = own with
        {
            Publisher = own.Publisher ?? known.Publisher,
            Title = own.Title ?? known.Title,
            Author = own.Author ?? known.Author,
            Published = isDated ? own.Published : known.Published,
            PublishedNote = isDated ? own.PublishedNote : known.PublishedNote,
        };
        return read with { Document = document with { Source = source } };
    }

    private static IngestedFile Without(string path, string why) => new(path, null, [], null) { LeftOut = why };

    private static (List<string> Files, List<string> Missing) Files(IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        var missing = new List<string>();
        foreach (var path in paths)
        {
            if (IsAddress(path)) files.Add(path);
            else if (File.Exists(path) && !TopicFolder.MayBeDocument(path)) missing.Add($"{path}: its name says that it is neither text, Markdown nor HTML; documents end in .txt, .md or .html.");
            else if (File.Exists(path)) files.Add(path);
            else if (Directory.Exists(path))
            {
                var inFolder = TopicFolder.DocumentFiles(path);
                files.AddRange(inFolder);
                if (inFolder.Count == 0) missing.Add($"{path}: no document lies in this folder; documents end in .txt, .md or .html.");
            }
            else missing.Add($"{path}: there is no such file or folder.");
        }
        // The same page or file named twice is one.
        return ([.. files.DistinctBy(file => Uri.TryCreate(file, UriKind.Absolute, out var address) && IsAddress(file) ? DocumentAddress.IdOf(address).Value : Path.GetFullPath(file), StringComparer.Ordinal)], missing);
    }

    /// <summary>Leaves out what can't be stored beside the others: two files that are one document, and what the topic's own folder would displace.</summary>
    private IEnumerable<IngestedFile> LeavingOut(List<IngestedFile> results)
    {
        var paths = results.Where(r => r.Result is ReadResult.Read).ToLookup(r => IdOf(r), r => r.Path);
        var folder = TopicFolder.DocumentsOf(topicFolder);
        var own = topicFolder == TopicFolder.NoTopic || !Directory.Exists(folder) ? []
            : TopicFolder.ReadDocuments(folder).Select(r => r.Result).OfType<ReadResult.Read>().Select(r => r.Document.Id).ToHashSet();
        foreach (var result in results)
            yield return IdOf(result) is not { } id ? result
                : own.Contains(id) ? Without(result.Path, $"{result.Path}: the topic's own folder has a document '{id}', which would take its place at the next start. Put the file into {folder}, or give it another name or id.")
                : paths[id].Count() > 1 ? Without(result.Path, $"{string.Join(" and ", paths[id])}: both are the document '{id}', so neither was taken. Give one of them another name or id.")
                : result;
    }

    private static DocumentId? IdOf(IngestedFile file) => file.Result is ReadResult.Read { Document.Id: var id } ? id : null;
}
