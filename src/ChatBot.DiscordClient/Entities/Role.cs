namespace ChatBot.DiscordClient.Entities;

/// <summary>A role of a server. The one whose id is the server's own is everybody's.</summary>
public sealed record Role
{
    public ulong Id { get; init; }
    public GuildPermission Permissions { get; init; }
}
