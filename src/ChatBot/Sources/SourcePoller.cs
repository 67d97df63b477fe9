using System.Data.Common;
using ChatBot.Sources.Fetching;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>
/// Looks at every source as often as it should, as long as the service runs. Several processes on one store share the feeds: whoever claims one looks at it;
/// a folder is each process's own. What fails is tried again later and never stops the others; how each does is kept in the store.
/// </summary>
internal sealed partial class SourcePoller(
    IReadOnlyList<SourceOptions> sources, SafeFetcher fetcher, DocumentIntake intake, SourceRecords records, TimeProvider time, Random chance, ILogger<SourcePoller> log) : BackgroundService
{
    private const int AtOnce = 4;

    /// <summary>After so long a claim is another's; a look takes three minutes at the very most.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>How long a folder that nothing happens in is not written about.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    /// <summary>How long to wait before asking again for a source that another process has, or a store that can't be reached.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lock _chance = new();

    public override void Dispose()
    {
        base.Dispose();
        _places.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(sources.Select(source => PollAsync(source, LookerAt(source), stoppingToken)));

    /// <summary>What looks at a source once, if it is due, and says how long to wait before the next look.</summary>
    internal Func<CancellationToken, Task<TimeSpan>> LookerAt(SourceOptions source)
    {
        switch (source)
        {
            case SourceOptions.Feed feed:
                var feedVisitor = new FeedVisitor(fetcher, intake, records, time);
                return cancellation => LookAsync(feed, feedVisitor, cancellation);
            case SourceOptions.Folder folder:
                var folderVisitor = new FolderVisitor(folder, intake, time);
                SourceState? last = null;
                return async cancellation =>
                {
                    var (state, wait) = await LookAsync(folder, folderVisitor, last, cancellation);
                    last = state;
                    return wait;
                };
            default: throw new InvalidOperationException($"Unknown source {source.GetType().Name}.");
        }
    }

    private async Task<TimeSpan> LookAsync(SourceOptions.Feed feed, FeedVisitor visitor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var until = now + Claim;
        var (state, claimed) = await records.ClaimAsync(feed.Name, feed.Address, now, until, cancellation);
        if (!claimed) return state.NextAt > now ? state.NextAt - now : Pause;
        var (after, wait) = After(feed, state, await GuardedAsync(feed, () => visitor.VisitAsync(feed, state, cancellation)));
        await records.SaveAsync(after, until, cancellation);
        return wait;
    }

    /// <summary>A folder is looked at every few seconds, so the store is written to only where something happened.</summary>
    private async Task<(SourceState State, TimeSpan Wait)> LookAsync(SourceOptions.Folder folder, FolderVisitor visitor, SourceState? last, CancellationToken cancellation)
    {
        var state = last ?? await records.FindAsync(folder.Name, folder.Address, cancellation);
        var (after, wait) = After(folder, state with { AskedAt = time.GetUtcNow() }, await GuardedAsync(folder, () => visitor.VisitAsync(state, cancellation)));
        // Looking costs nothing, and a folder may be back (a drive, a share) at any moment.
        if (wait > Pause && after.Problem is not null) wait = Pause;
        var isNews = (after.Documents, after.Problem, after.Note, after.CaughtUp) != (state.Documents, state.Problem, state.Note, state.CaughtUp);
        if (!isNews && after.AskedAt - state.AskedAt < Silence) return (state with { Failures = after.Failures }, wait);
        await records.SaveAsync(after, null, cancellation);
        return (after, wait);
    }

    private (SourceState After, TimeSpan Wait) After(SourceOptions source, SourceState state, SourceVisit visit)
    {
        var now = time.GetUtcNow();
        var failures = visit.Problem is null ? 0 : state.Failures + 1;
        var wait = PollSchedule.Wait(source.Every, visit, failures, NextChance());
        if (visit.Documents > 0) Log.Brought(log, source.Name, visit.Documents);
        if (visit.Problem is not null && visit.Problem != state.Problem) Log.Failed(log, source.Name, wait, visit.Problem);
        if (visit.Problem is null && state.Failures > 0) Log.Recovered(log, source.Name);
        var after = state with { NextAt = now + wait, Failures = failures, Problem = visit.Problem };
        return (visit.Problem is not null ? after : after with
        {
            SucceededAt = now,
            BroughtAt = visit.Documents > 0 ? now : state.BroughtAt,
            Note = visit.Note,
            Documents = state.Documents + visit.Documents,
            CaughtUp = state.CaughtUp || !visit.More,
            ETag = visit.Validators.ETag,
            LastModified = visit.Validators.LastModified,
        }, wait);
    }

    private async Task PollAsync(SourceOptions source, Func<CancellationToken, Task<TimeSpan>> look, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var wait = Pause;
                await _places.WaitAsync(stopping);
                try
                {
                    wait = await look(stopping);
                }
                catch (Exception failure) when (failure is StoreException or DbException)
                {
                    Log.NoStore(log, source.Name, failure.Message);
                }
                finally
                {
                    _places.Release();
                }
                await Task.Delay(wait, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.Stopped(log, source.Name);
        }
    }

    private async Task<SourceVisit> GuardedAsync(SourceOptions source, Func<Task<SourceVisit>> visit)
    {
        try
        {
            return await visit();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException or DbException))
        {
            // What one source makes this program trip over must not end the others.
            Log.Fault(log, fault, source.Name);
            return SourceVisit.Failed($"{source.Address}: a fault of this program ({fault.GetType().Name}: {fault.Message}); its log has more.", true);
        }
    }

    private double NextChance()
    {
        lock (_chance) return chance.NextDouble();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Source {Source} brought new documents: {Documents}.")]
        public static partial void Brought(ILogger log, string source, int documents);

        [LoggerMessage(LogLevel.Warning, "Source {Source} failed and is asked again in {Wait}: {Problem}")]
        public static partial void Failed(ILogger log, string source, TimeSpan wait, string problem);

        [LoggerMessage(LogLevel.Information, "Source {Source} works again.")]
        public static partial void Recovered(ILogger log, string source);

        [LoggerMessage(LogLevel.Warning, "Source {Source} waits for the store: {Reason}")]
        public static partial void NoStore(ILogger log, string source, string reason);

        [LoggerMessage(LogLevel.Error, "Source {Source} made this program trip.")]
        public static partial void Fault(ILogger log, Exception fault, string source);

        [LoggerMessage(LogLevel.Debug, "Source {Source} is no longer looked at.")]
        public static partial void Stopped(ILogger log, string source);
    }
}
