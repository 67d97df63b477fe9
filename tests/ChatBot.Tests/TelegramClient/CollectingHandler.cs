using ChatBot.TelegramClient.Polling;
using ChatBot.TelegramClient.Types;

namespace ChatBot.Tests.TelegramClient;

/// <summary>Stores what the receiver brings; may fail first, or stop the receiver when it has seen enough.</summary>
internal sealed class CollectingHandler(CancellationTokenSource stop) : IUpdateHandler
{
    private readonly HashSet<int> seen = [];

    public List<Update> Stored { get; } = [];

    /// <summary>As the store would have it: each update in effect once.</summary>
    public List<Update> Effects { get; } = [];

    public List<PollingFailure> Failures { get; } = [];

    /// <summary>After how many failures it was told that polling works again.</summary>
    public List<int> Recoveries { get; } = [];

    public int StopAfterUpdates { get; init; } = int.MaxValue;

    public int StopAfterFailures { get; init; } = int.MaxValue;

    public Func<IReadOnlyList<Update>, Exception?> Refuse { get; init; } = _ => null;

    public async Task HandleUpdatesAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        if (Refuse(updates) is { } failure)
            throw failure;
        Stored.AddRange(updates);
        Effects.AddRange(updates.Where(update => seen.Add(update.Id)));
        if (Stored.Count >= StopAfterUpdates)
            await stop.CancelAsync();
    }

    public Task HandleRecoveryAsync(int failures, CancellationToken cancellationToken)
    {
        Recoveries.Add(failures);
        return Task.CompletedTask;
    }

    public async Task HandleErrorAsync(PollingFailure failure, CancellationToken cancellationToken)
    {
        Failures.Add(failure);
        if (Failures.Count >= StopAfterFailures)
            await stop.CancelAsync();
    }
}
