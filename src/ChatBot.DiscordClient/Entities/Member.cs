namespace ChatBot.DiscordClient.Entities;

/// <summary>A user in one server. <see cref="User"/> is absent where the user stands beside the member (messages).</summary>
public sealed record Member
{
    public User? User { get; init; }
    public string? Nick { get; init; }
    public IReadOnlyList<ulong> Roles { get; init => field = value ?? []; } = [];

    /// <summary>Permissions in the channel of the interaction; only there.</summary>
    public GuildPermission? Permissions { get; init; }
}
