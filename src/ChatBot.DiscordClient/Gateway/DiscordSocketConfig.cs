namespace ChatBot.DiscordClient.Gateway;

/// <summary>How the gateway client behaves.</summary>
public sealed class DiscordSocketConfig
{
    /// <summary>Default <see cref="GatewayIntents.Unprivileged"/>.</summary>
    public GatewayIntents GatewayIntents { get; init; } = GatewayIntents.Unprivileged;

    /// <summary>What the handler is told. Default everything.</summary>
    public GatewayEventKinds Events { get; init; } = GatewayEventKinds.All;

    /// <summary>Shards over all processes; null takes the number Discord recommends. Default null.</summary>
    public int? TotalShards { get; init; }

    /// <summary>Whether payloads come compressed (zlib-stream). Default true.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>What people see beside the bot's name. Default online, nothing said.</summary>
    public Presence Presence { get; init; } = new();

    /// <summary>How long connecting, and Hello after it, may take. Default 30 seconds.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an Identify or Resume may stay without answer. Default 60 seconds.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Events decoded and not yet handled, after which the connection is let go until the handler has caught up. Default 10,000.</summary>
    public int QueueCapacity { get; init; } = 10_000;

    /// <summary>The largest payload that is read, in bytes. Default 64 MiB.</summary>
    public int MaxPayloadBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Sessions begun in 24 hours over all shards, of the 1,000 that Discord allows. Default 900.</summary>
    public int IdentifyBudget { get; init; } = 900;
}

/// <summary>The bot's state and, if set, the line under its name.</summary>
public sealed record Presence(string Status = "online", string? CustomStatus = null);
