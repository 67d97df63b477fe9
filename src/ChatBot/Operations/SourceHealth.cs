using System.Globalization;
using ChatBot.Sources;
using ChatBot.Store;

namespace ChatBot.Operations;

/// <summary>Says in words how the sources do.</summary>
internal static class SourceHealth
{
    /// <summary>After so many failures in a row something is wrong; before, it may be passing.</summary>
    public const int FailuresToWorry = 3;

    /// <summary>Of a success, so many things to know are told among other sources; asked about alone, a source tells all.</summary>
    private const int MostNotes = 3;

    /// <summary>A line for each source, in the order of the settings.</summary>
    /// <param name="sources">Those that are set up.</param>
    /// <param name="states">How those do that were ever looked at.</param>
    /// <param name="now">The time.</param>
    /// <param name="all">Whether to tell all that there is to know of each.</param>
    public static IReadOnlyList<DoctorLine> Lines(IReadOnlyList<SourceOptions> sources, IReadOnlyList<SourceState> states, DateTimeOffset now, bool all = false) =>
        [.. sources.Select(source => Line(source, states.FirstOrDefault(state => state.Name == source.Name && state.Address == source.Address), now, all ? int.MaxValue : MostNotes))];

    /// <summary>What the last ingest by hand left out; null where it took all, or there was none.</summary>
    public static DoctorLine? Ingest(IReadOnlyList<SourceState> states, DateTimeOffset now) =>
        states.FirstOrDefault(state => state.Name == SourceRecords.IngestName) is { Problem: { } problem, AskedAt: { } at }
            ? new DoctorLine(Health.Note, "ingest", $"{Span(now - at)} ago 'chatbot ingest' {problem.TrimEnd('.', ' ')}. Ingest it again once that is mended; an ingest that takes all takes this note away.")
            : null;

    private static DoctorLine Line(SourceOptions source, SourceState? state, DateTimeOffset now, int mostNotes)
    {
        if (state?.AskedAt is not { } asked) return new DoctorLine(Health.Note, "source", $"{source.Name} ({source.Address}) has never been looked at; only the running service does that.");
        // Of folders only what happens is written down, so the times of their looks say little.
        var isFolder = source is SourceOptions.Folder;
        var next = isFolder ? $"within {Span(source.Every)} of a service's running" : state.NextAt > now ? $"in {Span(state.NextAt - now)}" : "as soon as the service runs";
        if (state.Problem is { } problem)
            return new DoctorLine(
                state.Failures >= FailuresToWorry || state.SucceededAt is null ? Health.Wrong : Health.Note, "source",
                $"{source.Name} failed {(state.Failures == 1 ? "at the last look" : string.Create(CultureInfo.InvariantCulture, $"{state.Failures} times in a row"))}, {Span(now - asked)} ago, and {(state.SucceededAt is { } last ? $"last worked {Span(now - last)} ago" : "has never worked yet")}: {problem.TrimEnd('.')}. The next try is {next}.");
        var offTopic = state.OffTopic.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({state.OffTopic.Count} off topic)");
        var names = state.OffTopic.Count == 0 || mostNotes != int.MaxValue ? "" : $" Off topic, so nobody's news: {string.Join(", ", state.OffTopic.Select(title => $"“{title}”"))}.";
        var brought = state.BroughtAt is { } moment ? $"{Brought(state)}{offTopic}, the last {Span(now - moment)} ago" : "no document yet";
        return new DoctorLine(
            state.Note is null ? Health.Fine : Health.Note, "source",
            $"{source.Name} ({source.Address}): {brought}; {(isFolder ? "looked at all the while that a service runs" : $"looked at {Span(now - asked)} ago, next {next}")}.{(state.Note is null ? "" : $" At the last look: {Notes(source.Name, state.Note.Split('\n'), mostNotes)}")}{names}");
    }

    /// <summary>Each a sentence of its own: some are several already.</summary>
    private static string Notes(string source, string[] notes, int most) =>
        string.Join(' ', notes.Take(most).Select(note => note.TrimEnd(' ', '.') + ".")) + (notes.Length > most ? string.Create(CultureInfo.InvariantCulture, $" And {notes.Length - most} more: 'chatbot sources {source}' tells all.") : "");

    /// <summary>Documents, and how many times one of them came in another version.</summary>
    private static string Brought(SourceState state) =>
        state.DocumentsInStore == 0 || state.Documents <= state.DocumentsInStore ? Count(Math.Max(state.Documents, state.DocumentsInStore), "document")
        : $"{Count(state.DocumentsInStore, "document")} and {Count(state.Documents - state.DocumentsInStore, "newer version")}";

    /// <summary>A time as people say it: "3 hours".</summary>
    public static string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => Count(Math.Max(1, (int)Math.Round(time.TotalSeconds)), "second"),
        { TotalMinutes: < 90 } => Count((int)Math.Round(time.TotalMinutes), "minute"),
        { TotalHours: < 48 } => Count((int)Math.Round(time.TotalHours), "hour"),
        _ => Count((int)Math.Round(time.TotalDays), "day"),
    };

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
