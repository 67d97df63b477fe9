namespace ChatBot.Deliveries;

/// <summary>How deliveries are sent.</summary>
internal sealed record DeliveryOptions
{
    /// <summary>How many are sent at the same time on one platform; 1 to 10,000. The bound of what a crash may leave in doubt.</summary>
    public int Lanes { get; init; } = 3;

    /// <summary>For how long a claimed chat is held before another process may take it over; renewed at a third of it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How often the store is looked into for what another process has written; this process's own deliveries go at once.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long to wait before trying again where the bot lacks the right to write, and nothing tells that it has it back.</summary>
    public static TimeSpan BetweenTriesWithoutRight { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a stop waits for what is being sent.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>For how long ended deliveries are kept, for "why" and against doubles.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(14);

    /// <summary>See <see cref="UnknownPolicy"/>.</summary>
    public UnknownPolicy Unknown { get; init; } = UnknownPolicy.Repeat;
}
