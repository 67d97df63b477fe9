using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.TelegramClient.Types.InlineQueryResults;

/// <summary>A line in the list that inline mode offers, and the message it becomes when chosen.</summary>
/// <param name="Id">1–64 bytes, unique in the list.</param>
/// <param name="Title">The line's first row.</param>
/// <param name="InputMessageContent">The message to send.</param>
public sealed record InlineQueryResultArticle(string Id, string Title, InputTextMessageContent InputMessageContent)
{
    /// <summary>The API's name for this kind; it has others, which the bot does not offer.</summary>
    public string Type => "article";

    public string? Description { get; init; }
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}
