namespace ChatBot.Deliveries;

/// <summary>Wakes those who wait for deliveries. Safe for use by many threads.</summary>
internal sealed class DeliverySignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends at the next wake-up. Take it before looking, or a wake-up in between is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Something may be ready now.</summary>
    public void Wake() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits for a wake-up, but for <paramref name="most"/> at most.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task WaitAsync(Task wakeUp, TimeSpan most, TimeProvider time, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(wakeUp, Task.Delay(most, time, over.Token));
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
