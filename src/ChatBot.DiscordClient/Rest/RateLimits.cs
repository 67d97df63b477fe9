namespace ChatBot.DiscordClient.Rest;

/// <summary>
/// Lets requests through as Discord allows: per bucket and top-level id as its headers say, and all together below the global limit.
/// Requests of one bucket go in the order they came. Thread-safe.
/// </summary>
internal sealed class RateLimits(DiscordRestConfig config, TimeProvider time)
{
    private const int BucketsBeforeSweep = 4_096;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _hashOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queueing> _buckets = new(StringComparer.Ordinal);
    private readonly GlobalRateLimit _global = new(config.GlobalRequestsPerSecond);

    /// <summary>A place in the bucket; the caller must say how it ended. Null if the wait would be longer than the settings allow.</summary>
    public async Task<(Ticket? Ticket, TimeSpan Wait)> EnterAsync(RestRoute route, CancellationToken cancellationToken)
    {
        var queue = QueueOf(route);
        await queue.Turn.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                TimeSpan wait;
                Task answer;
                lock (_lock)
                {
                    wait = queue.Bucket.TryTake(time.GetUtcNow());
                    answer = queue.NextAnswer.Task;
                }
                if (wait == TimeSpan.Zero)
                    break;
                if (wait > config.LongestWait)
                    return (null, wait);
                if (wait == Timeout.InfiniteTimeSpan)
                    await answer.WaitAsync(cancellationToken);
                else
                    await Task.Delay(wait, time, cancellationToken);
            }
        }
        finally
        {
            queue.Turn.Release();
        }
        if (!route.IsInteraction && await PassGlobalAsync(cancellationToken) is { } tooLong)
        {
            Leave(new Ticket(queue, route), null);
            return (null, tooLong);
        }
        return (new Ticket(queue, route), TimeSpan.Zero);
    }

    /// <summary>The request ended: with headers if an answer came, without if none did.</summary>
    public void Leave(Ticket ticket, RateLimitHeaders? headers)
    {
        lock (_lock)
        {
            if (headers is null)
                ticket.Queue.Bucket.Abandoned();
            else
                ticket.Queue.Bucket.Answered(headers, time.GetUtcNow());
            if (headers?.Bucket is { } hash)
                Learn(ticket.Route, hash, ticket.Queue);
            ticket.Queue.NextAnswer.TrySetResult();
            ticket.Queue.NextAnswer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>A 429: the bucket waits, or everything does.</summary>
    public void Hold(Ticket ticket, TimeSpan retryAfter, bool global)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + retryAfter;
            if (global)
                _global.Hold(until);
            else
                ticket.Queue.Bucket.Hold(until);
        }
    }

    private async Task<TimeSpan?> PassGlobalAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
                wait = _global.TryTake(time.GetUtcNow());
            if (wait == TimeSpan.Zero)
                return null;
            if (wait > config.LongestWait)
                return wait;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private Queueing QueueOf(RestRoute route)
    {
        lock (_lock)
        {
            var key = Key(_hashOfRoute.GetValueOrDefault(route.Key, route.Key), route.Major);
            if (_buckets.TryGetValue(key, out var queue))
                return queue;
            if (_buckets.Count >= BucketsBeforeSweep)
                Sweep();
            return _buckets[key] = new Queueing();
        }
    }

    /// <summary>From now on this route's requests go to the bucket they share with others; what is known moves along with the first.</summary>
    private void Learn(RestRoute route, string hash, Queueing queue)
    {
        _hashOfRoute[route.Key] = hash;
        _buckets.TryAdd(Key(hash, route.Major), queue);
    }

    private void Sweep()
    {
        var old = time.GetUtcNow() - TimeSpan.FromMinutes(15);
        foreach (var (key, queue) in _buckets.ToArray())
        {
            if (queue.Bucket.IsIdle && queue.Bucket.LastUsed < old && queue.Turn.CurrentCount == 1)
                _buckets.Remove(key);
        }
    }

    private static string Key(string hash, string major) => $"{hash}:{major}";

    internal sealed record Ticket(Queueing Queue, RestRoute Route);

    internal sealed class Queueing
    {
        public RateLimitBucket Bucket { get; } = new();
        public SemaphoreSlim Turn { get; } = new(1);
        public TaskCompletionSource NextAnswer { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
