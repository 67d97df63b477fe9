namespace ChatBot.Telegram.Pacing;

/// <summary>How much may be sent. Telegram gives round figures only, so what it refuses all the same is waited for as it asks.</summary>
internal sealed record PacingLimits
{
    /// <summary>Messages within <see cref="Second"/> over all chats. Default 30.</summary>
    public int Overall { get; init; } = 30;

    /// <summary>The second that they are counted in: a little more than one, because they don't arrive as evenly as they are sent.</summary>
    public TimeSpan Second { get; init; } = TimeSpan.FromMilliseconds(1010);

    /// <summary>The time between two messages to one chat, in the long run. Default 1 s.</summary>
    public TimeSpan ChatInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Replies that one chat may get at once: as many as a person may ask for at once. Default 8; deliveries never come in bursts.</summary>
    public int ChatBurst { get; init; } = 8;

    /// <summary>Messages to one group within a minute. Default 20.</summary>
    public int GroupPerMinute { get; init; } = 20;

    /// <summary>How many of these deliveries may use up, so that somebody who asks there is still answered. Default 15.</summary>
    public int GroupPerMinuteForDeliveries { get; init; } = 15;
}
