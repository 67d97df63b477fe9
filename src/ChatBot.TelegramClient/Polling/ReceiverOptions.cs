using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Polling;

/// <summary>How to poll.</summary>
public sealed class ReceiverOptions
{
    /// <summary>Which kinds to get; null leaves what the platform remembers.</summary>
    public IReadOnlyList<UpdateType>? AllowedUpdates { get; init; }

    /// <summary>Where to begin; null: with the oldest unconfirmed update.</summary>
    public int? Offset { get; init; }

    /// <summary>Updates in a batch, 1–100. Default 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>How long the platform holds an empty poll, whole seconds, 1–50. Default 30 s.</summary>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause after the first failure in a row, and the step that doubles. Default 1 s.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that is not asked for by the platform. Default 60 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="ArgumentOutOfRangeException">A value lies outside of its range; says which.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Limit, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(PollTimeout, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PollTimeout, TimeSpan.FromSeconds(50));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstPause, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestPause, FirstPause);
    }
}
