namespace ChatBot.DiscordClient.Entities;

public sealed record User
{
    public ulong Id { get; init; }
    public string Username { get; init => field = value ?? ""; } = "";
    public string? GlobalName { get; init; }
    public bool Bot { get; init; }

    /// <summary>What people see, unless a server gave the member a nickname.</summary>
    public string DisplayName => GlobalName ?? Username;
}
