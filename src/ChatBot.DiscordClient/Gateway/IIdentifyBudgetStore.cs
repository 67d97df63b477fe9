namespace ChatBot.DiscordClient.Gateway;

/// <summary>
/// Keeps the identify budget, shared by all shards and, where several processes use one token, by all of them: one exchange must be atomic
/// and durable when it returns. If it throws, the session is not begun and tried again later.
/// </summary>
public interface IIdentifyBudgetStore
{
    /// <summary>Stores what <paramref name="change"/> makes of the budget kept (<see cref="IdentifyBudget.Unused"/> at first), and returns the wait it gives.</summary>
    ValueTask<TimeSpan> ExchangeAsync(Func<IdentifyBudget, (IdentifyBudget Next, TimeSpan Wait)> change, CancellationToken cancellationToken);
}
