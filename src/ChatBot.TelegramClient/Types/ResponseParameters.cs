namespace ChatBot.TelegramClient.Types;

/// <summary>What a refusal says for programs to act upon.</summary>
public sealed record ResponseParameters
{
    /// <summary>The group is this supergroup now.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>Seconds to wait before the request may be repeated.</summary>
    public int? RetryAfter { get; init; }
}
