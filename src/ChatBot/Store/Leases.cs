namespace ChatBot.Store;

/// <summary>
/// Sees to it that of several processes on one PostgreSQL only one has a thing at a time. Terms are told by the database's clock, so that a machine whose
/// own is wrong takes nothing over too soon. Safe for use by many threads.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="holder">This process, by a name that no other has.</param>
/// <param name="term">How long a holder that says nothing keeps a thing.</param>
/// <param name="time">Reckons how long ago a lease was renewed.</param>
internal sealed class Leases(StoreDatabase database, string holder, TimeSpan term, TimeProvider time)
{
    /// <summary>This process.</summary>
    public string Holder => holder;

    /// <summary>How long a holder that says nothing keeps a thing.</summary>
    public TimeSpan Term => term;

    /// <summary>How often a holder renews, and others look whether a thing has become free.</summary>
    public TimeSpan Rhythm => term / 3;

    /// <summary>How long after the last renewal a holder must have let go: before the term's end, whatever the way to the database takes.</summary>
    public TimeSpan Trust => term * 2 / 3;

    /// <summary>Waits until this process has the thing.</summary>
    /// <param name="name">What.</param>
    /// <param name="waits">Called once, when it has to be waited for.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Lease> HoldAsync(string name, Action? waits, CancellationToken cancellation)
    {
        while (true)
        {
            var asked = time.GetTimestamp();
            if (await TakeAsync(name, cancellation)) return new Lease(this, name, asked, time);
            waits?.Invoke();
            waits = null;
            await Task.Delay(Rhythm, time, cancellation);
        }
    }

    /// <summary>Gives back all that this process still has.</summary>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var release = connection.Command(null, "UPDATE leases SET held_until = 0 WHERE holder = @holder", ("holder", holder));
        await release.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes what nobody has, or renews what this process has.</summary>
    internal async Task<bool> TakeAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var now = database.ClockQuery.Length > 0 ? $"({database.ClockQuery})" : "@now";
        await using var take = connection.Command(
            null,
            $"""
            INSERT INTO leases (name, holder, held_until) VALUES (@name, @holder, {now} + @term)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until WHERE leases.holder = excluded.holder OR leases.held_until <= {now}
            """,
            ("name", name), ("holder", holder), ("term", (long)term.TotalMilliseconds), ("now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        return await take.ExecuteNonQueryAsync(cancellation) > 0;
    }
}
