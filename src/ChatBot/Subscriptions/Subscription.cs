using ChatBot.Deliveries;

namespace ChatBot.Subscriptions;

/// <summary>What somebody can follow.</summary>
internal enum SubscriptionKind
{
    /// <summary>All news.</summary>
    Everything,

    /// <summary>News that name an entity of the topic.</summary>
    Entity,

    /// <summary>Another value of an attribute.</summary>
    Attribute,

    /// <summary>News from one publisher.</summary>
    Source,

    /// <summary>News with these words: separated by spaces, all in one statement; by commas, any.</summary>
    Keywords,

    /// <summary>Another answer to a question: a watch.</summary>
    Question,
}

/// <summary>What is followed, without who and when.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Subject">The entity's or attribute's id, the publisher, the words, the question; "" for everything.</param>
/// <param name="Label">As people call it.</param>
internal sealed record Following(SubscriptionKind Kind, string Subject, string Label);

/// <summary>A chat's wish to be told.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">Who made it.</param>
/// <param name="Following">What is followed.</param>
/// <param name="Timetable">How often.</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record Subscription(long Id, string Person, Following Following, Timetable Timetable, DateTimeOffset CreatedAt);

/// <summary>A subscription that an update is for, with what decides when it is told.</summary>
/// <param name="Id">The subscription's number.</param>
/// <param name="ChatId">The chat's number.</param>
/// <param name="Kind">What sort of thing is followed.</param>
/// <param name="Subject">What is followed.</param>
/// <param name="Timetable">How often.</param>
/// <param name="Settings">The chat's settings.</param>
internal readonly record struct Match(long Id, long ChatId, SubscriptionKind Kind, string Subject, Timetable Timetable, ChatSettings Settings)
{
    /// <summary>Whether the chat has put the bot out.</summary>
    public bool IsGone { get; init; }
}

/// <summary>What the managers of a chat have set.</summary>
/// <param name="TimeZone">IANA id; null: the topic's.</param>
/// <param name="Quiet">Hours in which nothing is sent; null: none.</param>
/// <param name="Corrections">Whether answers shown there are remembered for a while, and told anew when they change.</param>
internal readonly record struct ChatSettings(string? TimeZone, QuietHours? Quiet, bool Corrections);
