namespace ChatBot.DiscordClient.Gateway;

/// <summary>The budget for as long as the process lives.</summary>
public sealed class MemoryIdentifyBudgetStore : IIdentifyBudgetStore
{
    private readonly Lock _lock = new();

    public IdentifyBudget Budget { get; private set; } = IdentifyBudget.Unused;

    public ValueTask<TimeSpan> ExchangeAsync(Func<IdentifyBudget, (IdentifyBudget Next, TimeSpan Wait)> change, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            (Budget, var wait) = change(Budget);
            return new ValueTask<TimeSpan>(wait);
        }
    }
}
