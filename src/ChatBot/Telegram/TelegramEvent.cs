using ChatBot.Chat;
using ChatBot.TelegramClient.Types;

namespace ChatBot.Telegram;

/// <summary>What an update means to the bot. A closed set.</summary>
internal abstract record TelegramEvent
{
    private TelegramEvent()
    {
    }

    /// <summary>Someone wrote to the bot.</summary>
    public sealed record Asked(IncomingMessage Message) : TelegramEvent;

    /// <summary>Someone sent the bot, in private, something without words.</summary>
    public sealed record Wordless(IncomingMessage Message) : TelegramEvent;

    /// <summary>Someone tapped a button.</summary>
    public sealed record Tapped(CallbackQuery Query) : TelegramEvent;

    /// <summary>Nothing that the bot is to react to.</summary>
    public sealed record Ignored : TelegramEvent;
}
