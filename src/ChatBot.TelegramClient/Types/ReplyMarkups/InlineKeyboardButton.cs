using System.Text;

namespace ChatBot.TelegramClient.Types.ReplyMarkups;

/// <summary>A button under a message; does exactly one thing.</summary>
public sealed record InlineKeyboardButton
{
    public string Text { get => field ?? ""; init; }
    public string? Url { get; init; }
    public string? CallbackData { get; init; }
    public string? SwitchInlineQuery { get; init; }
    public string? SwitchInlineQueryCurrentChat { get; init; }

    /// <param name="text">What the button says; not empty.</param>
    /// <param name="callbackData">1–64 bytes of UTF-8, given back when the button is tapped.</param>
    /// <exception cref="ArgumentException">The text is empty or the data too short or too long.</exception>
    public static InlineKeyboardButton WithCallbackData(string text, string callbackData)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(callbackData);
        var bytes = Encoding.UTF8.GetByteCount(callbackData);
        if (bytes is 0 or > 64)
            throw new ArgumentException($"Callback data has 1 to 64 bytes; that of '{text}' has {bytes}.", nameof(callbackData));
        return new InlineKeyboardButton { Text = text, CallbackData = callbackData };
    }

    public static InlineKeyboardButton WithUrl(string text, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return new InlineKeyboardButton { Text = text, Url = url };
    }

    /// <summary>Puts the bot's @name and the query into the person's input field of the same chat.</summary>
    public static InlineKeyboardButton WithSwitchInlineQueryCurrentChat(string text, string query = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new InlineKeyboardButton { Text = text, SwitchInlineQueryCurrentChat = query };
    }

    /// <summary>Lets the person choose a chat, then puts the bot's @name and the query into its input field.</summary>
    public static InlineKeyboardButton WithSwitchInlineQuery(string text, string query = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new InlineKeyboardButton { Text = text, SwitchInlineQuery = query };
    }
}
