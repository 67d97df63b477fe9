using System.Data.Common;

namespace ChatBot.Store;

/// <summary>A thing that this process has, renewed in the background until it is disposed of. Disposing of it doesn't give it back: what was done under it may not be finished.</summary>
internal sealed class Lease : IAsyncDisposable
{
    private readonly Leases _leases;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    /// <param name="leases">Whence it comes.</param>
    /// <param name="name">What it is.</param>
    /// <param name="askedAt">The timestamp just before it was taken.</param>
    /// <param name="time">The clock.</param>
    internal Lease(Leases leases, string name, long askedAt, TimeProvider time)
    {
        (_leases, _name, _time) = (leases, name, time);
        _lost = new CancellationTokenSource(Left(askedAt), time);
        Lost = _lost.Token;
        _renewing = Task.Run(RenewAsync);
    }

    /// <summary>Cancelled when another process may soon have it: when a renewal was refused, or none got through for too long.</summary>
    public CancellationToken Lost { get; }

    public async ValueTask DisposeAsync()
    {
        if (_ended.IsCancellationRequested) return;
        await _ended.CancelAsync();
        await _renewing;
        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            while (!Lost.IsCancellationRequested)
            {
                await Task.Delay(_leases.Rhythm, _time, _ended.Token);
                var asked = _time.GetTimestamp();
                try
                {
                    if (await _leases.TakeAsync(_name, _ended.Token)) _lost.CancelAfter(Left(asked));
                    else await _lost.CancelAsync();
                }
                catch (Exception failure) when (failure is StoreException or DbException)
                {
                    // Not renewed: the time that is left runs on, and the next turn tries again.
                    continue;
                }
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            return;
        }
    }

    private TimeSpan Left(long askedAt)
    {
        var left = _leases.Trust - _time.GetElapsedTime(askedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
