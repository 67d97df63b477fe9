using System.Collections.Concurrent;

namespace ChatBot.Tests.DiscordClient.Support;

/// <summary>
/// Runs a scenario on one thread and a virtual clock: what is ready runs first, then the clock jumps to the next timer. Hours pass in
/// milliseconds, and the same seed gives the same run.
/// </summary>
internal sealed class VirtualThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _ready = [];

    public VirtualTime Time { get; } = new();

    /// <summary>How long to look for work coming from other threads before the clock jumps; zero where there are none.</summary>
    public TimeSpan Settle { get; init; }

    public void Run(Func<Task> scenario, TimeSpan? limit = null)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var end = Time.Now + (limit ?? TimeSpan.FromDays(2));
            var running = scenario();
            while (!running.IsCompleted)
            {
                if (_ready.TryTake(out var work, Settle) || TakeFromOtherThreads(out work))
                    work.Callback(work.State);
                else if (Time.RunNext(end))
                    continue;
                else if (_ready.TryTake(out work, TimeSpan.FromSeconds(2)))
                    work.Callback(work.State);
                else
                    throw new TimeoutException($"Nothing is left to happen before {end:u}, and the scenario is not over.");
            }
            running.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>
    /// A cancelled delay comes back by way of the thread pool. The pool is let finish before the clock jumps, or hours would pass meanwhile.
    /// </summary>
    private bool TakeFromOtherThreads(out (SendOrPostCallback Callback, object? State) work)
    {
        for (var i = 0; i < 2; i++)
        {
            using var passed = new ManualResetEventSlim();
            ThreadPool.UnsafeQueueUserWorkItem(static p => p.Set(), passed, preferLocal: false);
            passed.Wait();
            if (_ready.TryTake(out work, ThreadPool.PendingWorkItemCount > 0 ? TimeSpan.FromMilliseconds(1) : TimeSpan.Zero))
                return true;
        }
        work = default;
        return false;
    }

    public override void Post(SendOrPostCallback d, object? state) => _ready.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();
}
