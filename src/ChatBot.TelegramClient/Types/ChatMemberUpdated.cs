using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types;

/// <summary>A change of someone's place in a chat; as <see cref="Update.MyChatMember"/> the bot's own: added, removed, blocked, unblocked.</summary>
public sealed record ChatMemberUpdated
{
    public Chat Chat { get => field ?? new Chat(); init; }
    public User From { get => field ?? new User(); init; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset Date { get; init; }

    public ChatMember OldChatMember { get => field ?? new ChatMember(); init; }
    public ChatMember NewChatMember { get => field ?? new ChatMember(); init; }
}
