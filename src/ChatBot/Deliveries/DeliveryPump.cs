using System.Collections.Concurrent;
using System.Data.Common;
using ChatBot.Chat;
using ChatBot.Store;

namespace ChatBot.Deliveries;

/// <summary>What deliveries say, by their numbers; one that has nothing to say any more is dropped.</summary>
internal delegate ValueTask<IReadOnlyDictionary<long, ComposedDelivery>> ComposeDeliveries(IReadOnlyList<ClaimedDelivery> deliveries, CancellationToken cancellation);

/// <summary>
/// Moves one platform's deliveries from the outbox to the platform. One loop notes what has ended and claims what is next, in one transaction a turn; sends
/// run beside it, each on its own, and touch nothing but the list of those that have ended.
/// </summary>
/// <remarks>
/// A crash loses nothing: what was claimed is taken up again when the lease is over. What was being sent at that moment may be sent twice where the platform
/// recognises no keys, at most as many as <see cref="DeliveryOptions.Lanes"/>; each is marked doubtful.
/// </remarks>
internal sealed partial class DeliveryPump(
    DeliveryOutbox outbox, IDeliveryChannel channel, ComposeDeliveries compose, DeliveryOptions options, DeliverySignal signal, TimeProvider time, ILogger<DeliveryPump> log)
{
    /// <summary>Why what is not composed is not sent: all of it was taken back while it waited.</summary>
    internal const string NothingLeft = "What it was about is gone.";

    private const int MostLastTries = 4;

    /// <summary>When one that can't be written is tried again: another version of the program may be able to.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan BetweenClockChecks = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<EndedDelivery> _ended = new();
    private readonly ConcurrentDictionary<long, ClaimedDelivery> _underWay = new();
    private readonly List<EndedDelivery> _unnoted = [];
    private DateTimeOffset _renewAt;
    private DateTimeOffset _clockAt;
    private TimeSpan _clockOffset;

    /// <summary>Runs until <paramref name="stopping"/>; then finishes what is under way, for at most <see cref="DeliveryOptions.Drain"/>.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var sends = new CancellationTokenSource();
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            var wakeUp = signal.Next;
            try
            {
                var claimed = await TurnAsync(options.Lanes - _underWay.Count, sends.Token, stopping);
                failures = 0;
                if (claimed == 0 && _ended.IsEmpty) await DeliverySignal.WaitAsync(wakeUp, options.Poll, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                // The store is away: what has ended stays on the list, and the leases guard the rest.
                failures++;
                Log.StoreFailed(log, channel.Platform, failures, failure.Message);
                await Task.Delay(Backoff(failures), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await DrainAsync(sends);
    }

    private async Task<int> TurnAsync(int free, CancellationToken sends, CancellationToken cancellation)
    {
        while (_ended.TryDequeue(out var end)) _unnoted.Add(end);
        var own = time.GetUtcNow();
        if (own >= _clockAt)
        {
            _clockOffset = await outbox.ClockOffsetAsync(own, cancellation);
            _clockAt = own + BetweenClockChecks;
        }
        var now = own + _clockOffset;
        await RenewAsync(now, cancellation);
        if (_unnoted.Count == 0 && (free == 0 || !await outbox.HasReadyAsync(channel.Platform, now, cancellation))) return 0;
        var claimed = await outbox.TurnAsync(channel, _unnoted, Math.Max(free, 0), options.Unknown, now, options.Lease, cancellation);
        _unnoted.Clear();
        if (claimed.Count == 0) return 0;
        IReadOnlyDictionary<long, ComposedDelivery?> composed;
        try
        {
            composed = await ComposeAsync(claimed, cancellation);
        }
        catch
        {
            // Nothing was sent: they go back at once rather than when the lease is over.
            foreach (var delivery in claimed) _unnoted.Add(new EndedDelivery(delivery, new DeliveryOutcome.Later(TimeSpan.FromSeconds(5))));
            throw;
        }
        foreach (var delivery in claimed)
        {
            _underWay[delivery.Id] = delivery;
            if (composed[delivery.Id] is not { } message) End(delivery, new DeliveryOutcome.Later(AfterFault));
            else if (message.Reply is { } reply) _ = SendAsync(delivery, reply, message.Told, sends);
            else End(delivery, new DeliveryOutcome.Refused(NothingLeft), message.Told);
        }
        return claimed.Count;
    }

    /// <summary>What each says; null where the program stumbles over one, which then holds up its own chat alone.</summary>
    private async Task<IReadOnlyDictionary<long, ComposedDelivery?>> ComposeAsync(IReadOnlyList<ClaimedDelivery> claimed, CancellationToken cancellation)
    {
        var composed = new Dictionary<long, ComposedDelivery?>();
        try
        {
            foreach (var (id, message) in await compose(claimed, cancellation)) composed[id] = message;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or DbException or StoreException))
        {
            foreach (var delivery in claimed)
                try
                {
                    composed[delivery.Id] = (await compose([delivery], cancellation))[delivery.Id];
                }
                catch (Exception own) when (own is not (OperationCanceledException or DbException or StoreException))
                {
                    Log.NotComposed(log, channel.Platform, delivery.Id, own);
                    composed[delivery.Id] = null;
                }
        }
        return composed;
    }

    private async Task SendAsync(ClaimedDelivery delivery, Reply reply, IReadOnlyList<ToldNews> told, CancellationToken cancellation)
    {
        // The loop goes on with its turn; the platform's client may work a while before it first waits.
        await Task.Yield();
        DeliveryOutcome outcome;
        try
        {
            outcome = await channel.SendAsync(new Delivery(delivery.Key, delivery.Chat, reply, delivery.Attempt), cancellation);
            if (outcome is DeliveryOutcome.Paused paused) await PauseAsync(delivery, paused, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcome = new DeliveryOutcome.Later(TimeSpan.Zero);
        }
        catch (Exception failure)
        {
            Log.SendFailed(log, channel.Platform, delivery.Id, failure);
            outcome = new DeliveryOutcome.Unknown();
        }
        End(delivery, outcome, outcome is DeliveryOutcome.Sent or DeliveryOutcome.Unknown ? told : null);
    }

    private async Task PauseAsync(ClaimedDelivery delivery, DeliveryOutcome.Paused paused, CancellationToken cancellation)
    {
        try
        {
            if (await outbox.PauseAsync(delivery, paused.Reason, time.GetUtcNow(), cancellation) is { } followers) await channel.TellPausedAsync(delivery.Chat, followers, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Log.NotTold(log, channel.Platform, delivery.Id, failure.Message);
        }
    }

    private void End(ClaimedDelivery delivery, DeliveryOutcome outcome, IReadOnlyList<ToldNews>? told = null)
    {
        _ended.Enqueue(new EndedDelivery(delivery, outcome, told));
        _underWay.TryRemove(delivery.Id, out _);
        signal.Wake();
    }

    private async Task RenewAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (now < _renewAt) return;
        _renewAt = now + options.Lease / 3;
        var held = _underWay.Values.ToList();
        if (held.Count == 0) return;
        var still = await outbox.RenewAsync(held, now + options.Lease, cancellation);
        foreach (var lost in held.Where(delivery => !still.Contains(delivery.ChatId))) Log.TakenOver(log, channel.Platform, lost.Id);
    }

    /// <summary>Lets what is under way finish, then gives it up; what has ended is noted either way.</summary>
    private async Task DrainAsync(CancellationTokenSource sends)
    {
        var until = time.GetUtcNow() + options.Drain;
        while (!_underWay.IsEmpty && time.GetUtcNow() < until) await Task.Delay(TimeSpan.FromMilliseconds(20), time, CancellationToken.None);
        await sends.CancelAsync();
        for (var i = 0; i < 50 && !_underWay.IsEmpty; i++) await Task.Delay(TimeSpan.FromMilliseconds(20), time, CancellationToken.None);
        // What arrived must be noted, or the next start takes it for doubtful: a store that fails once is asked again.
        for (var failures = 1; failures <= MostLastTries; failures++)
        {
            try
            {
                await TurnAsync(0, CancellationToken.None, CancellationToken.None);
                return;
            }
            catch (Exception failure)
            {
                Log.StoreFailed(log, channel.Platform, failures, failure.Message);
                await Task.Delay(Backoff(failures), time, CancellationToken.None);
            }
        }
    }

    private static TimeSpan Backoff(int failures) => TimeSpan.FromMilliseconds(Math.Min(10_000, 200 << Math.Min(failures, 6)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Deliveries to {Platform}: the store failed ({Times} in a row); nothing is lost, the next try follows. {Failure}")]
        public static partial void StoreFailed(ILogger log, string platform, int times, string failure);

        [LoggerMessage(2, LogLevel.Error, "Delivery {Id} to {Platform} failed in an unforeseen way; its outcome is taken for unknown.")]
        public static partial void SendFailed(ILogger log, string platform, long id, Exception failure);

        [LoggerMessage(5, LogLevel.Error, "Delivery {Id} to {Platform} can't be written through a fault of the program; it and what follows it in its chat are tried again in ten minutes.")]
        public static partial void NotComposed(ILogger log, string platform, long id, Exception fault);

        [LoggerMessage(4, LogLevel.Warning, "Delivery {Id} to {Platform} waits for a right, and nobody could be told so. {Failure}")]
        public static partial void NotTold(ILogger log, string platform, long id, string failure);

        [LoggerMessage(3, LogLevel.Warning, "Delivery {Id} to {Platform} was taken over by another process while it was being sent.")]
        public static partial void TakenOver(ILogger log, string platform, long id);
    }
}
