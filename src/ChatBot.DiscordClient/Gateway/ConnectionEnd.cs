namespace ChatBot.DiscordClient.Gateway;

/// <summary>Why a connection is over.</summary>
internal enum EndReason
{
    /// <summary>The server closed it, or it dropped (no code).</summary>
    Closed,
    ConnectFailed,
    ReconnectRequested,
    SessionInvalidResumable,
    SessionInvalid,
    Zombie,
    NoHello,
    NoAnswer,
    ConsumerBehind,
    BadData,
}

/// <summary>How a connection ended: why, the close code if there was one, and whether it had got as far as READY or RESUMED.</summary>
internal readonly record struct ConnectionEnd(EndReason Reason, int? CloseCode = null, bool WasReady = false);
