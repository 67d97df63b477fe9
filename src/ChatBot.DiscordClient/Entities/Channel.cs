namespace ChatBot.DiscordClient.Entities;

public enum ChannelType
{
    Text = 0,
    DM = 1,
    Voice = 2,
    Group = 3,
    Category = 4,
    News = 5,
    NewsThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}

/// <summary>A channel, a thread (a channel with a parent) or a direct conversation.</summary>
public sealed record Channel
{
    public ulong Id { get; init; }
    public ChannelType Type { get; init; }
    public ulong? GuildId { get; init; }
    public ulong? ParentId { get; init; }
    public string? Name { get; init; }
    public GuildPermission? Permissions { get; init; }

    public bool IsThread => Type is ChannelType.NewsThread or ChannelType.PublicThread or ChannelType.PrivateThread;
    public bool IsPrivate => Type is ChannelType.DM or ChannelType.Group;
}
