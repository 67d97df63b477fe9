namespace ChatBot.DiscordClient.Entities;

/// <summary>Whom a message may ping. Everything this client sends carries one, and it is <see cref="None"/> unless the caller says otherwise.</summary>
public sealed record AllowedMentions
{
    public static AllowedMentions None { get; } = new();

    public IReadOnlyList<string> Parse { get; init; } = [];
    public IReadOnlyList<ulong>? Users { get; init; }
    public IReadOnlyList<ulong>? Roles { get; init; }
    public bool RepliedUser { get; init; }
}
