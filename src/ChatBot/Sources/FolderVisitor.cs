using System.Data.Common;
using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>
/// Looks at a folder and takes in what appeared or changed there. A file counts as written once it has stayed the same for a while, between two looks (at the
/// first look of a process, by its own time); one that is still empty, hidden or named as in the making isn't touched. A file that vanishes takes nothing with
/// it. By looking, not by the system's notices, which get lost on network drives. Not for use by several threads.
/// </summary>
internal sealed class FolderVisitor(SourceOptions.Folder source, DocumentIntake intake, TimeProvider time)
{
    private static readonly int LargestFile = new DocumentReaderOptions().MaximumBytes;

    private readonly DocumentReader _reader = new();
    private readonly Dictionary<string, Sighting> _seen = new(StringComparer.Ordinal);
    private bool _first = true;
    private List<string> _passedOver = [];
    private List<string> _others = [];

    /// <summary>Looks once.</summary>
    /// <exception cref="StoreException">The store can't be used; nothing was taken, and the files are taken the next time.</exception>
    public async Task<SourceVisit> VisitAsync(SourceState state, CancellationToken cancellation)
    {
        if (!Directory.Exists(source.Path)) return SourceVisit.Failed($"{source.Path}: there is no such folder.", true);
        var ready = new List<(string Path, Sighting Sighting, ReadResult Result)>();
        try
        {
            var files = TopicFolder.DocumentFiles(source.Path).Where(path => Path.GetFileName(path) is var name && name[0] is not ('.' or '~')).ToList();
            _passedOver = Subfolders();
            _others = [.. TopicFolder.OtherFiles(source.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
            foreach (var gone in _seen.Keys.Except(files).ToList()) _seen.Remove(gone);
            foreach (var path in files)
                try
                {
                    if (Settled(path, isFirstLook: _first && !state.CaughtUp) is { } sighting && await ReadAsync(path, sighting, cancellation) is { } result) ready.Add((path, sighting, result));
                }
                catch (Exception failure) when (UnreadableFile.Is(failure))
                {
                    // Tried again at each look; one that has vanished since is no trouble.
                    if (new FileInfo(path) is { Exists: false, LinkTarget: null }) _seen.Remove(path);
                    else if (_seen.TryGetValue(path, out var sighting) || _seen.TryAdd(path, sighting = new Sighting(-1, default, time.GetUtcNow()))) sighting.Problem = UnreadableFile.Words(path, failure);
                }
        }
        catch (Exception failure) when (UnreadableFile.Is(failure))
        {
            return SourceVisit.Failed($"{source.Path} can't be read ({failure.Message.TrimEnd('.')}).", true);
        }
        _first = false;
        return await TakeAsync(ready, state, cancellation);
    }

    private async Task<SourceVisit> TakeAsync(List<(string Path, Sighting Sighting, ReadResult Result)> ready, SourceState state, CancellationToken cancellation)
    {
        var documents = new Dictionary<DocumentId, (string Path, Document Document)>();
        foreach (var (path, result) in ready.Select(file => (file.Path, file.Result)))
            _seen[path].Problem = result switch
            {
                ReadResult.Refused refused => $"{refused.Message} {refused.WhatToDo}",
                ReadResult.Read { Document.Id: var id } when documents.TryGetValue(id, out var other) =>
                    $"{Path.GetFileName(path)} and {Path.GetFileName(other.Path)} are both the document '{id}'; only the latter was taken. Give one of them another name or id.",
                ReadResult.Read { Document: var document, Warnings: var warnings } when documents.TryAdd(document.Id, (path, document)) =>
                    warnings.Where(warning => IsToTell(warning, document)).ToList() is { Count: > 0 } told ? $"{Path.GetFileName(path)}: {string.Join(' ', told)}" : null,
                var unknown => throw new InvalidOperationException($"Unknown result {unknown.GetType().Name}."),
            };
        var old = documents.Where(file => !state.CaughtUp || _seen[file.Value.Path].WasThere).ToDictionary();
        List<SaveOutcome> outcomes = [];
        if (old.Count > 0) outcomes.AddRange(await StoreAsync(old, isSilent: true, cancellation));
        if (old.Count < documents.Count) outcomes.AddRange(await StoreAsync(documents.Except(old).ToDictionary(), isSilent: false, cancellation));
        foreach (var kept in outcomes.Where(outcome => outcome.Effect == SaveEffect.Kept))
            _seen[documents[kept.Id].Path].Problem = $"{Path.GetFileName(documents[kept.Id].Path)}: the document '{kept.Id}' came by {SourceOptions.Words(kept.KeptOrigin)} and stays; give this one another name or id.";
        foreach (var (_, sighting, _) in ready) sighting.Taken = true;
        var problems = _seen.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value.Problem).OfType<string>().ToList();
        if (_others.Count > 0) problems.Add($"{FirstOf(_others)}: passed over, because documents end in .txt, .md or .html");
        if (_passedOver.Count > 0) problems.Add($"{FirstOf(_passedOver)}: folders within it are not looked into; list each as a source of its own, or move the files up.");
        return new SourceVisit(outcomes.Count(outcome => outcome.Effect is SaveEffect.Added or SaveEffect.Revised)) { Note = problems.Count == 0 ? null : string.Join('\n', problems) };
    }

    /// <summary>Stores documents together; where one of them makes this program trip, each by itself, so that it keeps no other out and is named.</summary>
    private async Task<IReadOnlyList<SaveOutcome>> StoreAsync(Dictionary<DocumentId, (string Path, Document Document)> documents, bool isSilent, CancellationToken cancellation)
    {
        try
        {
            return (await intake.TakeAsync([.. documents.Values.Select(file => file.Document)], source.Origin, isSilent, cancellation)).Outcomes;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException or DbException))
        {
            if (documents.Count == 1)
            {
                var (path, _) = documents.Values.Single();
                _seen[path].Problem = $"{Path.GetFileName(path)} made this program trip ({fault.GetType().Name}: {fault.Message.TrimEnd('.')}); it is tried again once it has changed.";
                return [];
            }
        }
        var outcomes = new List<SaveOutcome>();
        foreach (var (id, file) in documents) outcomes.AddRange(await StoreAsync(new Dictionary<DocumentId, (string Path, Document Document)> { [id] = file }, isSilent, cancellation));
        return outcomes;
    }

    private static string FirstOf(List<string> names) => string.Join(", ", names.Take(3)) + (names.Count > 3 ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - 3} more") : "");

    private static bool IsToTell(string warning, Document document) => warning.StartsWith(ReadResult.DoubtBegins, StringComparison.Ordinal)
        || document.Source.Published is null && warning.Contains("counts as undated", StringComparison.Ordinal);

    /// <summary>The folders within it that hold what could be documents, by name.</summary>
    private List<string> Subfolders() =>
        [.. Directory.EnumerateDirectories(source.Path).Where(path => Path.GetFileName(path)[0] is not ('.' or '~') && HoldsDocuments(path)).Select(path => Path.GetFileName(path) + "/").Order(StringComparer.Ordinal)];

    private static bool HoldsDocuments(string folder)
    {
        try
        {
            return TopicFolder.DocumentFiles(folder).Count > 0;
        }
        catch (Exception closed) when (UnreadableFile.Is(closed))
        {
            return false;
        }
    }

    /// <summary>What was seen of a file that is written and not taken yet; null for any other.</summary>
    private Sighting? Settled(string path, bool isFirstLook)
    {
        var file = FileAt(path);
        var (length, written, now) = (file.Length, (DateTimeOffset)file.LastWriteTimeUtc, time.GetUtcNow());
        if (!_seen.TryGetValue(path, out var sighting) || sighting.Length != length || sighting.Written != written)
        {
            sighting = _seen[path] = new Sighting(length, written, _first && written < now ? written : now) { Problem = sighting?.Problem, WasThere = isFirstLook || sighting is { WasThere: true, Taken: false } };
            if (!_first) return null;
        }
        // Whoever writes a file makes it first; one that stays empty was written wrongly.
        if (length == 0 && now - sighting.Since >= source.Settle) sighting.Problem = $"{Path.GetFileName(path)} is empty; it is taken once something stands in it.";
        return length > 0 && !sighting.Taken && now - sighting.Since >= source.Settle ? sighting : null;
    }

    /// <summary>The file, or the one that it is a link to; a link itself has another length and time.</summary>
    private static FileInfo FileAt(string path) => new FileInfo(path) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target : new FileInfo(path);

    /// <summary>The document, or null where the file changed while it was read.</summary>
    private async Task<ReadResult?> ReadAsync(string path, Sighting sighting, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (sighting.Length > LargestFile) return new ReadResult.Refused(RefusalReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"{name} has {sighting.Length:N0} bytes; a document may have {LargestFile:N0}."), "Hand in the article alone, or in parts; no setting raises this limit.");
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        var after = FileAt(path);
        if (bytes.Length != sighting.Length || after.Length != sighting.Length || after.LastWriteTimeUtc != sighting.Written) return null;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return StatedDay.Come(_reader.Read(new DocumentInput(bytes, name) { Received = today }), today);
    }

    private sealed class Sighting(long length, DateTimeOffset written, DateTimeOffset since)
    {
        public long Length => length;

        public DateTimeOffset Written => written;

        /// <summary>Since when it has been like this.</summary>
        public DateTimeOffset Since => since;

        public bool Taken { get; set; }

        /// <summary>Whether it was there when the source was first looked at, written or in the making: what it says is nobody's news.</summary>
        public bool WasThere { get; init; }

        /// <summary>Why it was left out, in words.</summary>
        public string? Problem { get; set; }
    }
}
