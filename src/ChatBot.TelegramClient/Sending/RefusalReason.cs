namespace ChatBot.TelegramClient.Sending;

/// <summary>Why the platform refused a message.</summary>
public enum RefusalReason
{
    /// <summary>Something else about this message; sending it again unchanged is pointless.</summary>
    BadRequest,

    /// <summary>The markup is broken: send it as plain text.</summary>
    ParseError,

    /// <summary>Empty, or longer than allowed.</summary>
    TextLength,

    /// <summary>The message to answer is gone.</summary>
    ReplyGone,

    /// <summary>The topic is closed or gone: the chat itself may still be written to.</summary>
    ThreadGone,

    /// <summary>The group is a supergroup now: store the new id, send there.</summary>
    ChatMigrated,

    /// <summary>No such chat, as far as this bot may know.</summary>
    ChatNotFound,

    /// <summary>The person blocked the bot, never started it, or deleted the account.</summary>
    Blocked,

    /// <summary>The bot is no member of the group or channel any more.</summary>
    Kicked,

    /// <summary>The bot is in the chat but may not write there.</summary>
    NoRights,

    /// <summary>Wait first.</summary>
    TooManyRequests,

    /// <summary>The token is wrong or was revoked: stop everything.</summary>
    Unauthorized,
}
