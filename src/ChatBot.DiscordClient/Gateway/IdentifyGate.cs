namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// Lets shards begin sessions one at a time per bucket (<c>shard id % max_concurrency</c>), five seconds apart, and within the day's budget.
/// One gate is shared by all shards of a process.
/// </summary>
public sealed class IdentifyGate(IIdentifyBudgetStore store, int budget, TimeProvider time)
{
    /// <summary>Discord counts five seconds at its end; ours run a little longer for the way there.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.25);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<int, DateTimeOffset> _next = [];

    /// <summary>Returns when a session may be begun at once. <paramref name="waitForBudget"/> is told if the day's budget is used up.</summary>
    public async Task PassAsync(int shardId, int maxConcurrency, Action<TimeSpan> waitForBudget, CancellationToken cancellationToken)
    {
        var bucket = shardId % Math.Max(1, maxConcurrency);
        while (true)
        {
            TimeSpan wait;
            await _turn.WaitAsync(cancellationToken);
            try
            {
                var now = time.GetUtcNow();
                wait = _next.GetValueOrDefault(bucket, now) - now;
                if (wait <= TimeSpan.Zero)
                {
                    wait = await store.ExchangeAsync(b => b.Take(now, budget), cancellationToken);
                    if (wait <= TimeSpan.Zero)
                    {
                        _next[bucket] = now + Spacing;
                        return;
                    }
                    waitForBudget(wait);
                }
            }
            finally
            {
                _turn.Release();
            }
            await Task.Delay(wait, time, cancellationToken);
        }
    }
}
