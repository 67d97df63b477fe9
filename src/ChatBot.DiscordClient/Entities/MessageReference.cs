namespace ChatBot.DiscordClient.Entities;

/// <summary>What a message replies to. With <see cref="FailIfNotExists"/> false a deleted target leaves an ordinary message.</summary>
public sealed record MessageReference
{
    public ulong? MessageId { get; init; }
    public ulong? ChannelId { get; init; }
    public ulong? GuildId { get; init; }
    public bool? FailIfNotExists { get; init; }

    public static MessageReference ReplyTo(ulong messageId) => new() { MessageId = messageId, FailIfNotExists = false };
}
