namespace ChatBot.TelegramClient.Types;

/// <summary>A tap on an inline button. Answer every one, or the button keeps spinning.</summary>
public sealed record CallbackQuery
{
    public string Id { get => field ?? ""; init; }
    public User From { get => field ?? new User(); init; }

    /// <summary>The message with the button; may be inaccessible, and is absent for messages sent by inline mode.</summary>
    public Message? Message { get; init; }

    public string? InlineMessageId { get; init; }
    public string ChatInstance { get => field ?? ""; init; }

    /// <summary>As the button carried it, or forged: it comes from a person's app.</summary>
    public string? Data { get; init; }
}
