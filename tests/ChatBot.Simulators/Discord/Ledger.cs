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

    /// <summary>Takes out what is in it, for runs that are too long to keep it all.</summary>
    public IReadOnlyList<LedgerEntry> Take()
    {
        lock (_lock)
        {
            var taken = _entries.ToArray();
            _entries.Clear();
            return taken;
        }
    }

    internal void Add(LedgerEntry entry)
    {
        lock (_lock)
            _entries.Add(entry);
    }
}
