namespace ChatBot.TelegramClient.Types.ReplyMarkups;

/// <summary>Buttons in rows under a message. No rows: an edit removes the buttons.</summary>
public sealed record InlineKeyboardMarkup
{
    public InlineKeyboardMarkup()
    {
    }

    public InlineKeyboardMarkup(params IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> rows) => InlineKeyboard = rows;

    public IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard { get => field ?? []; init; }

    /// <summary>All buttons in one row.</summary>
    public static InlineKeyboardMarkup Row(params IReadOnlyList<InlineKeyboardButton> buttons) => new(buttons);
}
