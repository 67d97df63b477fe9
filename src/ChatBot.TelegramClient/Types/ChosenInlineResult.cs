namespace ChatBot.TelegramClient.Types;

/// <summary>The inline result that someone sent; comes only where feedback is switched on at BotFather.</summary>
public sealed record ChosenInlineResult
{
    public string ResultId { get => field ?? ""; init; }
    public User From { get => field ?? new User(); init; }

    /// <summary>Only when the result had an inline keyboard.</summary>
    public string? InlineMessageId { get; init; }

    public string Query { get => field ?? ""; init; }
}
