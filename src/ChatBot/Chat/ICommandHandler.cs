namespace ChatBot.Chat;

/// <summary>Answers commands that are no questions and touch more than what is known: subscriptions, watches, settings.</summary>
internal interface ICommandHandler
{
    /// <summary>Whether this handler answers the command of that name (lower case, without its stroke).</summary>
    bool Handles(string name);

    /// <summary>What can stand behind the command in this chat, for platforms that offer it while somebody types; empty where that doesn't depend on the chat.</summary>
    ValueTask<IReadOnlyList<ArgumentChoice>> ChoicesAsync(string name, ChatAddress chat, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<ArgumentChoice>>([]);

    /// <summary>What is said where the command could only fail in this chat, however it is typed; null where it may be carried out.</summary>
    ValueTask<Reply?> WhyNotAsync(CommandText command, ChatAddress chat, CancellationToken cancellation) => ValueTask.FromResult<Reply?>(null);

    /// <summary>Carries the command out.</summary>
    /// <param name="command">The command.</param>
    /// <param name="message">The message that it stood in, or the tap that gave it.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    ValueTask<Reply> HandleAsync(CommandText command, IncomingMessage message, CancellationToken cancellation);
}
