namespace ChatBot.Chat;

/// <summary>Hears where the bot may write and where it may not any more. Raised by the platforms; each may be told the same thing more than once.</summary>
internal interface IChatMembership
{
    /// <summary>The bot is out: blocked, removed, or the chat is gone. Holds for all of the chat's threads; the address names none.</summary>
    ValueTask LeftAsync(ChatAddress chat, CancellationToken cancellation);

    /// <summary>The bot is in, perhaps again. The address names no thread.</summary>
    ValueTask JoinedAsync(ChatAddress chat, CancellationToken cancellation);

    /// <summary>There is a sign that the bot may write there, perhaps again: it just did, or its rights were changed. Holds for all of the chat's threads; the address names none.</summary>
    ValueTask ReopenedAsync(ChatAddress chat, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>The chat has another address now; the old one is dead. Neither names a thread.</summary>
    ValueTask MovedAsync(ChatAddress from, ChatAddress to, CancellationToken cancellation);
}
