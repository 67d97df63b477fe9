namespace ChatBot.Simulators.Discord;

/// <summary>One request and its answer, as they went over the wire.</summary>
public sealed record LedgerEntry(
    DateTimeOffset Time, string Method, string Path, string? RequestBody, int Status, string? ResponseBody, string? UserAgent, string? ContentType);

/// <summary>Everything that was asked of the REST side, in order. Thread-safe.</summary>
public sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly List<LedgerEntry> _entries = [];

    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_lock)
                return [.. _entries];
        }
    }

    internal void Add(LedgerEntry entry)
    {
        lock (_lock)
            _entries.Add(entry);
    }
}
