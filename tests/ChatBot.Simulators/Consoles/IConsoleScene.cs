namespace ChatBot.Simulators.Consoles;

/// <summary>
/// A simulated platform as someone at the console meets it: one person in one chat at a time, who writes and does what people do there. May be asked
/// from several threads.
/// </summary>
internal interface IConsoleScene
{
    /// <summary>What stands above everything: where it is, and the command that starts the service against it.</summary>
    IReadOnlyList<string> Greeting { get; }

    /// <summary>The console's commands and what each does.</summary>
    IReadOnlyList<(string Command, string Does)> Commands { get; }

    /// <summary>The bot has come to fetch what people write.</summary>
    bool IsBotHere { get; }

    /// <summary>The bot is told of what was done last, so that it may answer.</summary>
    bool MayAnswer { get; }

    /// <summary>Something that people did has not been fetched, or not been answered where an answer is to be expected.</summary>
    bool IsWaiting { get; }

    /// <summary>The bot has done something that people see since <see cref="SayAsync"/> or <see cref="DoAsync"/> was last called.</summary>
    bool HasAnswered { get; }

    /// <summary>Completes when anything happens; to be taken before the other properties are looked at.</summary>
    Task NextChange { get; }

    /// <summary>What was seen in any chat since this was last called, and what is to be remarked on it, line by line.</summary>
    IReadOnlyList<string> TakeSeen();

    /// <summary>Writes a message where the person is.</summary>
    /// <exception cref="InvalidOperationException">A person can't do that; says why.</exception>
    Task SayAsync(string text, CancellationToken cancellationToken);

    /// <summary>Does something else.</summary>
    /// <exception cref="InvalidOperationException">A person can't do that, or it is not said rightly; says why.</exception>
    Task DoAsync(ConsoleLine.Act act, CancellationToken cancellationToken);
}
