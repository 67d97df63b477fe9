using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>What became of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Result">How it was read.</param>
/// <param name="Facts">The facts drawn from it; empty where it was refused.</param>
/// <param name="Saved">What the store did with it; null where it was refused.</param>
internal sealed record IngestedFile(string Path, ReadResult Result, IReadOnlyList<Fact> Facts, SaveOutcome? Saved);

/// <summary>What an ingest did.</summary>
/// <param name="Files">Every file, in order.</param>
/// <param name="Conflicts">Where the new documents give other values than those known before.</param>
internal sealed record IngestReport(IReadOnlyList<IngestedFile> Files, IReadOnlyList<ValueConflict> Conflicts);

/// <summary>Brings files into the store: all that can be read, in one transaction; a refused file keeps none of the others out.</summary>
internal static class Ingestion
{
    private const string Origin = "ingest";

    /// <summary>Reads files and stores them.</summary>
    /// <param name="paths">Files and folders; of a folder, the documents that lie in it.</param>
    /// <param name="topicFolder">The topic that they are about.</param>
    /// <param name="database">The store.</param>
    /// <param name="dataFolder">Where what was learnt is kept.</param>
    /// <param name="time">For when they came in.</param>
    /// <param name="cancellation">Leaves the store as it was.</param>
    /// <exception cref="UnreadableFilesException">A path is no file and no folder, or two documents have one id. Nothing was stored.</exception>
    public static async Task<IngestReport> RunAsync(IReadOnlyList<string> paths, string topicFolder, StoreDatabase database, string dataFolder, TimeProvider time, CancellationToken cancellation)
    {
        var files = Files(paths);
        var library = await TopicLibrary.OpenAsync(topicFolder, database, dataFolder, time, cancellation);
        var now = time.GetUtcNow();
        var reader = new DocumentReader();
        var results = new List<(string Path, ReadResult Result)>();
        foreach (var path in files)
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellation);
            results.Add((path, reader.Read(new DocumentInput(bytes, System.IO.Path.GetFileName(path)) { Received = DateOnly.FromDateTime(now.UtcDateTime) })));
        }
        Check(results, topicFolder);
        var extractor = new FactExtractor(library.Current.Topic);
        var documents = results.Select(r => r.Result).OfType<ReadResult.Read>().Select(read => new DocumentFacts(read.Document, extractor.Extract(read.Document))).ToList();
        var saved = documents.Count == 0
            ? []
            : await new DocumentStore(database, library.Current.Topic.Id).SaveAsync(new Ingest(documents, Origin, TopicLibrary.Basis(topicFolder), now), cancellation);
        var facts = documents.ToDictionary(document => document.Document.Id, document => document.Facts);
        var outcomes = saved.ToDictionary(outcome => outcome.Id);
        return new IngestReport(
            [.. results.Select(r => r.Result is ReadResult.Read read ? new IngestedFile(r.Path, r.Result, facts[read.Document.Id], outcomes[read.Document.Id]) : new IngestedFile(r.Path, r.Result, [], null))],
            ValueConflict.Between(library.Current.Topic, documents, [.. library.Current.Documents]));
    }

    private static List<string> Files(IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        var problems = new List<string>();
        foreach (var path in paths)
        {
            if (Uri.TryCreate(path, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                problems.Add($"{path}: web addresses can't be ingested yet. Save the page to a file, and give the file.");
            else if (Directory.Exists(path))
            {
                var inFolder = TopicFolder.DocumentFiles(path);
                files.AddRange(inFolder);
                if (inFolder.Count == 0) problems.Add($"{path}: no document lies in this folder; documents end in .txt, .md or .html.");
            }
            else if (File.Exists(path)) files.Add(path);
            else problems.Add($"{path}: there is no such file or folder.");
        }
        return problems.Count > 0 ? throw new UnreadableFilesException(problems) : files;
    }

    private static void Check(List<(string Path, ReadResult Result)> results, string topicFolder)
    {
        var read = results.Where(r => r.Result is ReadResult.Read).Select(r => (r.Path, ((ReadResult.Read)r.Result).Document.Id)).ToList();
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
