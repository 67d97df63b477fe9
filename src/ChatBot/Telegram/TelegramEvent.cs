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

    /// <summary>Someone edited a message in a group so that it is not meant for the bot, any more or as before.</summary>
    public sealed record Withdrawn(IncomingMessage Message) : TelegramEvent;

    /// <summary>Someone tapped a button.</summary>
    public sealed record Tapped(CallbackQuery Query) : TelegramEvent;

    /// <summary>Someone types behind the bot's name, in whatever chat.</summary>
    public sealed record AskedInline(InlineQuery Query) : TelegramEvent;

    /// <summary>The bot was let in: added, unblocked, allowed to write.</summary>
    /// <param name="Chat">Where.</param>
    /// <param name="IsNewInGroup">Whether it is a group in which it was not before.</param>
    public sealed record Joined(ChatAddress Chat, bool IsNewInGroup = false) : TelegramEvent;

    /// <summary>The bot was thrown out or blocked.</summary>
    public sealed record Left(ChatAddress Chat) : TelegramEvent;

    /// <summary>A group became a supergroup: its address is another one now.</summary>
    public sealed record Moved(ChatAddress From, ChatAddress To) : TelegramEvent;

    /// <summary>Nothing that the bot is to react to.</summary>
    public sealed record Ignored : TelegramEvent;
}
