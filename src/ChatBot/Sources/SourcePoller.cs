using System.Collections.Concurrent;
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

    /// <summary>How often it is seen whether somebody wants a feed looked at before its time.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _naps = [];
    private readonly Lock _chance = new();

    public override void Dispose()
    {
        base.Dispose();
        _places.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(sources.Select(source => PollAsync(source, LookerAt(source), stoppingToken)).Append(WakeAsync(stoppingToken)));

    /// <summary>Ends the wait of feeds that were made due (<see cref="SourceRecords.AskForAsync"/>) by whichever process.</summary>
    private async Task WakeAsync(CancellationToken stopping)
    {
        if (!sources.Any(source => source is SourceOptions.Feed)) return;
        using var timer = new PeriodicTimer(Glance, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                try
                {
                    foreach (var name in await records.DueAtOnceAsync(stopping))
                        if (_naps.TryRemove(name, out var nap)) await nap.CancelAsync();
                }
                catch (Exception failure) when (failure is StoreException or DbException)
                {
                    Log.NotAsked(log, failure.Message);
                }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.NoLongerAsked(log);
        }
    }

    /// <summary>Waits, but not on when the source is made due meanwhile.</summary>
    private async Task NapAsync(string source, TimeSpan wait, CancellationToken stopping)
    {
        using var nap = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _naps[source] = nap;
        try
        {
            await Task.Delay(wait, time, nap.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            Log.Woken(log, source);
        }
        finally
        {
            _naps.TryRemove(source, out _);
        }
    }

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
        var (after, wait) = After(feed, state, await GuardedAsync(feed, state, () => visitor.VisitAsync(feed, state, cancellation)));
        await records.SaveAsync(after, until, cancellation);
        return wait;
    }

    /// <summary>A folder is looked at every few seconds, so the store is written to only where something happened.</summary>
    private async Task<(SourceState State, TimeSpan Wait)> LookAsync(SourceOptions.Folder folder, FolderVisitor visitor, SourceState? last, CancellationToken cancellation)
    {
        var state = last ?? await records.FindAsync(folder.Name, folder.Address, cancellation);
        var (after, wait) = After(folder, state with { AskedAt = time.GetUtcNow() }, await GuardedAsync(folder, state, () => visitor.VisitAsync(state, cancellation)));
        var isNews = (after.Documents, after.Problem, after.Note, after.CaughtUp) != (state.Documents, state.Problem, state.Note, state.CaughtUp);
        if (!isNews && after.AskedAt - state.AskedAt < Silence) return (state with { Failures = after.Failures }, wait);
        await records.SaveAsync(after, null, cancellation);
        return (after, wait);
    }

    private (SourceState After, TimeSpan Wait) After(SourceOptions source, SourceState state, SourceVisit visit)
    {
        var now = time.GetUtcNow();
        var failures = visit.Problem is null ? 0 : state.Failures + 1;
        // Looking at a folder costs nothing, and it may be back (a drive, a share) at any moment.
        var wait = source is SourceOptions.Folder && visit.Problem is not null ? (source.Every < Pause ? source.Every : Pause) : PollSchedule.Wait(source.Every, visit, failures, NextChance());
        if (visit.Documents > 0) Log.Brought(log, source.Name, visit.Documents);
        if (visit.Problem is not null && visit.Problem != state.Problem) Log.Failed(log, source.Name, InWords(wait), visit.Problem);
        if (visit.Problem is null && state.Failures > 0) Log.Recovered(log, source.Name);
        if (visit.Left > 0) Log.Left(log, source.Name, visit.Left);
        if (visit.Beyond > 0) Log.Beyond(log, source.Name, visit.Beyond);
        // Of a feed the notes are counts, which change with every look; of a folder they are its files.
        if (source is SourceOptions.Folder && visit.Note is { } note)
            foreach (var trouble in note.Split('\n').Except(state.Note?.Split('\n') ?? [])) Log.LeftOut(log, source.Name, trouble);
        var after = state with { NextAt = now + wait, Failures = failures, Problem = visit.Problem };
        return (visit.Problem is not null ? after : after with
        {
            SucceededAt = now,
            BroughtAt = visit.Documents > 0 ? now : state.BroughtAt,
            Note = visit.Note,
            Documents = state.Documents + visit.Documents,
            CaughtUp = state.CaughtUp || visit.Left == 0,
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
                await NapAsync(source.Name, wait, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.Stopped(log, source.Name);
        }
    }

    private async Task<SourceVisit> GuardedAsync(SourceOptions source, SourceState state, Func<Task<SourceVisit>> visit)
    {
        try
        {
            return await visit();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StoreException or DbException))
        {
            // What one source makes this program trip over must not end the others.
            var failed = SourceVisit.Failed($"{source.Address}: a fault of this program ({fault.GetType().Name}: {fault.Message}); its log has more.", true);
            if (failed.Problem != state.Problem) Log.Fault(log, fault, source.Name);
            return failed;
        }
    }

    private static string InWords(TimeSpan wait) => wait.TotalHours >= 2 ? $"{wait.TotalHours:0} hours" : wait.TotalMinutes >= 2 ? $"{wait.TotalMinutes:0} minutes" : $"{wait.TotalSeconds:0} seconds";

    private double NextChance()
    {
        lock (_chance) return chance.NextDouble();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Source {Source} brought new documents: {Documents}.")]
        public static partial void Brought(ILogger log, string source, int documents);

        [LoggerMessage(LogLevel.Warning, "Source {Source} failed and is asked again in {Wait}: {Problem}")]
        public static partial void Failed(ILogger log, string source, string wait, string problem);

        [LoggerMessage(LogLevel.Warning, "Source {Source}: {Trouble}")]
        public static partial void LeftOut(ILogger log, string source, string trouble);

        [LoggerMessage(LogLevel.Information, "Source {Source} has more than is taken at one look; so many wait for the next: {Entries}.")]
        public static partial void Left(ILogger log, string source, int entries);

        [LoggerMessage(LogLevel.Warning, "Source {Source} is so long that its last entries are not looked at: {Entries}.")]
        public static partial void Beyond(ILogger log, string source, int entries);

        [LoggerMessage(LogLevel.Information, "Source {Source} works again.")]
        public static partial void Recovered(ILogger log, string source);

        [LoggerMessage(LogLevel.Warning, "Source {Source} waits for the store: {Reason}")]
        public static partial void NoStore(ILogger log, string source, string reason);

        [LoggerMessage(LogLevel.Error, "Source {Source} made this program trip.")]
        public static partial void Fault(ILogger log, Exception fault, string source);

        [LoggerMessage(LogLevel.Information, "Source {Source} is looked at before its time, because somebody asked.")]
        public static partial void Woken(ILogger log, string source);

        [LoggerMessage(LogLevel.Debug, "It can't be seen whether a source is wanted before its time: {Reason}")]
        public static partial void NotAsked(ILogger log, string reason);

        [LoggerMessage(LogLevel.Debug, "Nobody is asked any more whether a source is wanted before its time.")]
        public static partial void NoLongerAsked(ILogger log);

        [LoggerMessage(LogLevel.Debug, "Source {Source} is no longer looked at.")]
        public static partial void Stopped(ILogger log, string source);
    }
}
