using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Types.InlineQueryResults;

/// <summary>The text that a chosen inline result sends; 1–4096 characters after parsing.</summary>
public sealed record InputTextMessageContent(string MessageText)
{
    public ParseMode? ParseMode { get; init; }
    public IReadOnlyList<MessageEntity>? Entities { get; init; }
    public LinkPreviewOptions? LinkPreviewOptions { get; init; }
}
