using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Types;

/// <summary>What someone types after the bot's @name in any chat.</summary>
public sealed record InlineQuery
{
    public string Id { get => field ?? ""; init; }
    public User From { get => field ?? new User(); init; }

    /// <summary>Up to 256 characters; empty when only the name was typed.</summary>
    public string Query { get => field ?? ""; init; }

    /// <summary>What the bot gave as <c>next_offset</c> with the results before; empty at first.</summary>
    public string Offset { get => field ?? ""; init; }

    public ChatType? ChatType { get; init; }
}
