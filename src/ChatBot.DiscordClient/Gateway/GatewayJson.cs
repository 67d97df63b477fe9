using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Gateway;

internal sealed record ReadyJson
{
    public User? User { get; init; }
    public string? SessionId { get; init; }
    public string? ResumeGatewayUrl { get; init; }
    public ReadyApplication? Application { get; init; }
    public IReadOnlyList<Guild> Guilds { get; init => field = value ?? []; } = [];
}

internal sealed record ReadyApplication(ulong Id);

internal sealed record DeletedMessageJson(ulong Id, ulong ChannelId, ulong? GuildId);

internal sealed record DeletedMessagesJson(IReadOnlyList<ulong>? Ids, ulong ChannelId, ulong? GuildId);
