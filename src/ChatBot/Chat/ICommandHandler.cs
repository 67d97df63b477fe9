namespace ChatBot.Chat;

/// <summary>Answers commands that are no questions and touch more than what is known: subscriptions, watches, settings.</summary>
internal interface ICommandHandler
{
    /// <summary>Whether this handler answers the command of that name (lower case, without its stroke).</summary>
    bool Handles(string name);

    /// <summary>Carries the command out.</summary>
    /// <param name="command">The command.</param>
    /// <param name="message">The message that it stood in, or the tap that gave it.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    ValueTask<Reply> HandleAsync(CommandText command, IncomingMessage message, CancellationToken cancellation);
}
