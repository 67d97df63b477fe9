using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Types;

/// <summary>Where messages stand. Private chats have the person's id, groups and channels negative ids.</summary>
public sealed record Chat
{
    public long Id { get; init; }
    public ChatType Type { get; init; }
    public string? Title { get; init; }
    public string? Username { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }

    /// <summary>A supergroup with topics: messages carry <see cref="Message.MessageThreadId"/>.</summary>
    public bool IsForum { get; init; }
}
