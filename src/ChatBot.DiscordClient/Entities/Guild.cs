namespace ChatBot.DiscordClient.Entities;

/// <summary>A server, as little of it as a bot that answers questions needs.</summary>
public sealed record Guild
{
    public ulong Id { get; init; }
    public string? Name { get; init; }

    /// <summary>An outage on Discord's side; nothing else is known of the server while it lasts.</summary>
    public bool Unavailable { get; init; }
    public ulong? OwnerId { get; init; }
    public ulong? SystemChannelId { get; init; }
    public string? PreferredLocale { get; init; }
    public DateTimeOffset? JoinedAt { get; init; }
    public int? MemberCount { get; init; }
    public IReadOnlyList<Role> Roles { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Channel> Channels { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Channel> Threads { get; init => field = value ?? []; } = [];
}
