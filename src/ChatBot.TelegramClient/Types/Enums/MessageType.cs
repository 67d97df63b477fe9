namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>What a message is about, as far as a bot that reads texts must tell them apart.</summary>
public enum MessageType
{
    /// <summary>A kind this client does not know.</summary>
    Unknown,
    Text,

    /// <summary>Sticker, photo, voice and the like, perhaps with a caption.</summary>
    Media,
    NewChatMembers,
    LeftChatMember,
    MigrateToChatId,
    MigrateFromChatId,

    /// <summary>Another note by Telegram itself: pinned, renamed, a topic opened.</summary>
    Service,
    Inaccessible,
}
