namespace ChatBot.DiscordClient.Gateway;

internal enum NextStep { Resume, Identify, Stop }

internal enum Pause
{
    None,

    /// <summary>Growing with every attempt in a row that did not get through.</summary>
    Backoff,

    /// <summary>One to five seconds at random.</summary>
    InvalidSession,
}

/// <summary>What the documentation asks for after each end of a connection, apart from the loop that does it.</summary>
internal readonly record struct ReconnectDecision(NextStep Step, Pause Pause)
{
    public static ReconnectDecision After(ConnectionEnd end) => end.Reason switch
    {
        // At once, but a server that asks for it before the session stood must not be able to keep us spinning.
        EndReason.ReconnectRequested => new(NextStep.Resume, end.WasReady ? Pause.None : Pause.Backoff),
        EndReason.Zombie => new(NextStep.Resume, end.WasReady ? Pause.None : Pause.Backoff),
        EndReason.ConsumerBehind => new(NextStep.Resume, Pause.None),
        EndReason.SessionInvalidResumable => new(NextStep.Resume, Pause.InvalidSession),
        EndReason.SessionInvalid => new(NextStep.Identify, Pause.InvalidSession),
        // Nothing promises an answer to a resume: the next try is a new session.
        EndReason.NoAnswer => new(NextStep.Identify, Pause.Backoff),
        EndReason.ConnectFailed or EndReason.NoHello or EndReason.BadData => new(NextStep.Resume, Pause.Backoff),
        _ => AfterClose(end.CloseCode),
    };

    /// <summary>Why the code stops us, in words for the operator; null for codes that do not.</summary>
    public static string? FatalReason(int? closeCode) => closeCode switch
    {
        4004 => "the bot's token is wrong or was reset: set the current one",
        4010 => "the shard number is invalid: change the shard setup",
        4011 => "the bot is in too many servers for so few shards: raise the number of shards",
        4012 => "the gateway no longer knows this API version: update the program",
        4013 => "the intents are invalid: change the intents in the settings",
        4014 => "an intent is not allowed: switch it on in the developer portal or drop it from the settings",
        _ => null,
    };

    private static ReconnectDecision AfterClose(int? code) => code switch
    {
        4004 or 4010 or 4011 or 4012 or 4013 or 4014 => new(NextStep.Stop, Pause.None),
        4003 or 4007 or 4009 or 1000 or 1001 => new(NextStep.Identify, Pause.Backoff),
        _ => new(NextStep.Resume, Pause.Backoff),
    };
}
