namespace ChatBot.DiscordClient.Gateway;

/// <summary>What a restart needs to go on where it stopped: the session and the last event that was handled.</summary>
public sealed record GatewaySession(string SessionId, long Sequence, string? ResumeGatewayUrl, int ShardCount);
