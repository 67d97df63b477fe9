namespace ChatBot.Simulators.Discord;

/// <summary>How the simulated Discord is set up; the defaults are a small bot's.</summary>
public sealed class DiscordSimulatorOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The one token that is accepted. It looks like a token and is none.</summary>
    public string Token { get; init; } = "c2ltdWxhdGVk.simulator.canary-token-1f6b";

    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(41.25);
    public int RecommendedShards { get; init; } = 1;
    public int MaxConcurrency { get; init; } = 1;
    public int IdentifiesPerDay { get; init; } = 1000;

    /// <summary>The portal's switch for the privileged intent.</summary>
    public bool MessageContentAllowed { get; init; }

    /// <summary>How long a session without connection can be resumed.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a nonce is remembered.</summary>
    public TimeSpan NonceWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an interaction waits for its first answer.</summary>
    public TimeSpan InteractionDeadline { get; init; } = TimeSpan.FromSeconds(3);

    public int GlobalRequestsPerSecond { get; init; } = 50;

    /// <summary>Messages per channel in five seconds.</summary>
    public int MessagesPerFiveSeconds { get; init; } = 5;
}
