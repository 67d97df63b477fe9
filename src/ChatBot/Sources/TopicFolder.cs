using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using NodaTime;

namespace ChatBot.Sources;

/// <summary>A topic's settings, or a folder of documents, could not be read.</summary>
/// <param name="problems">What is wrong, one line each, with file and line where there are any.</param>
public sealed class UnreadableFilesException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Reads topics and documents from folders.</summary>
public static class TopicFolder
{
    /// <summary>The name that stands for the topic that knows no event.</summary>
    public const string NoTopic = "none";

    private const string BriefsFolder = "briefs";

    private static readonly string[] PassingEndings = [".tmp", ".part", ".crdownload", ".download", ".swp", ".bak"];
    private static readonly string[] DocumentEndings = [".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"];

    /// <summary>The topic in <paramref name="folder"/>, or <see cref="Topic.None"/> where it is <see cref="NoTopic"/>.</summary>
    /// <exception cref="UnreadableFilesException">The folder is missing, or a file in it has errors.</exception>
    public static Topic ReadTopic(string folder)
    {
        if (folder == NoTopic) return Topic.None;
        if (!Directory.Exists(folder)) throw new UnreadableFilesException([$"{folder}: there is no such topic folder. Give a folder that holds a topic.yaml, or 'none'."]);
        var files = Directory.EnumerateFiles(folder, "*.yaml").ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        return TopicReader.Read(files, IdOf(folder), DateTimeZoneProviders.Tzdb.Ids) switch
        {
            TopicReadResult.Read read => read.Topic,
            TopicReadResult.Invalid invalid => throw new UnreadableFilesException([.. invalid.Problems.Select(p => $"{Path.Combine(folder, p.File)}:{p.Line}:{p.Column}: {p.Message}")]),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    /// <summary>The id of the topic in a folder: the folder's name.</summary>
    public static string IdOf(string folder) => folder == NoTopic ? NoTopic : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>The folder of a topic's own documents.</summary>
    public static string DocumentsOf(string topicFolder) => Path.Combine(topicFolder, BriefsFolder);

    /// <summary>That a topic has no folder of documents, and what to do about it; null where it has one.</summary>
    internal static string? MissingDocuments(string topicFolder) => topicFolder == NoTopic || Directory.Exists(DocumentsOf(topicFolder)) ? null
        : $"{DocumentsOf(topicFolder)}: there is no such folder, so the topic has no documents of its own. Make it and put them there (one that is named otherwise: rename it), or use 'chatbot ingest'.";

    /// <summary>Whether a file's name lets it be a document: by its ending, or because it has none.</summary>
    public static bool MayBeDocument(string path) => Path.GetExtension(path) is var ending && (!ending.Any(char.IsAsciiLetter) || DocumentEndings.Contains(ending, StringComparer.OrdinalIgnoreCase));

    /// <summary>The files of <paramref name="folder"/> that may be documents, in order of name; read-me and title lists are none.</summary>
    public static IReadOnlyList<string> DocumentFiles(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(path => DocumentEndings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith("README", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What of <paramref name="folder"/> is not read, with the reason, in order of name: files that are no documents by their ending, and folders. Read-me's and hidden ones go without saying.</summary>
    public static IReadOnlyList<string> PassedOver(string folder) =>
    [
        .. OtherFiles(folder).Select(path => (Path: path, Why: "it is neither text, Markdown nor HTML; documents end in .txt, .md or .html."))
            .Concat(Directory.EnumerateDirectories(folder).Where(path => Path.GetFileName(path)[0] != '.').Select(path => (Path: path, Why: "folders within it are not looked into; move the files up.")))
            .OrderBy(each => each.Path, StringComparer.Ordinal).Select(each => $"{each.Path} was passed over: {each.Why}"),
    ];

    /// <summary>The files of <paramref name="folder"/> that are no documents by their ending; read-me's, hidden ones and what programs leave lying while they write go without saying.</summary>
    internal static IEnumerable<string> OtherFiles(string folder) => Directory.EnumerateFiles(folder).Where(path =>
        Path.GetFileName(path) is var name && name[0] is not ('.' or '~') && name[^1] != '~' && !name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(path) is var ending && !DocumentEndings.Contains(ending, StringComparer.OrdinalIgnoreCase) && !PassingEndings.Contains(ending, StringComparer.OrdinalIgnoreCase));

    /// <summary>The outcome of reading each document of <paramref name="folder"/>.</summary>
    /// <exception cref="UnreadableFilesException">The folder is missing, or two of its documents have one id.</exception>
    public static IReadOnlyList<(string Path, ReadResult Result)> ReadDocuments(string folder, DateOnly? received = null)
    {
        if (!Directory.Exists(folder)) throw new UnreadableFilesException([$"{folder}: there is no such folder."]);
        var reader = new DocumentReader();
        var results = DocumentFiles(folder).Select(path => (Path: path, Result: reader.Read(new DocumentInput(File.ReadAllBytes(path), Path.GetFileName(path)) { Received = received }))).ToList();
        var clashes = results.Where(r => r.Result is ReadResult.Read).GroupBy(r => ((ReadResult.Read)r.Result).Document.Id).Where(g => g.Count() > 1)
            .Select(g => $"{string.Join(" and ", g.Select(r => r.Path))}: both are the document '{g.Key}'. Give one of them another name or id.").ToList();
        return clashes.Count > 0 ? throw new UnreadableFilesException(clashes) : results;
    }

    /// <summary>The documents of <paramref name="folder"/> with their facts; refused ones are left out.</summary>
    /// <exception cref="UnreadableFilesException">The folder is missing, or two of its documents have one id.</exception>
    public static IReadOnlyList<DocumentFacts> ReadFacts(string folder, FactExtractor extractor) =>
        [.. ReadDocuments(folder).Select(r => r.Result).OfType<ReadResult.Read>().Select(read => new DocumentFacts(read.Document, extractor.Extract(read.Document)))];
}
