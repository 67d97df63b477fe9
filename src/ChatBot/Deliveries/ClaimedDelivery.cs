using ChatBot.Chat;

namespace ChatBot.Deliveries;

/// <summary>A delivery that this process, and no other, is to send now.</summary>
/// <param name="Id">Its number in the store.</param>
/// <param name="Key">Its key.</param>
/// <param name="ChatId">The chat's number in the store.</param>
/// <param name="Chat">Where it goes.</param>
/// <param name="Claim">The number of the claim; a later one makes this one void.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Doubtful">Of how many earlier attempts nobody can say whether they arrived.</param>
internal sealed record ClaimedDelivery(long Id, string Key, long ChatId, ChatAddress Chat, long Claim, int Attempt, int Doubtful)
{
    /// <summary>Whether it gathered what came until it was due; else it was due at once.</summary>
    public bool Waited { get; init; }

    /// <summary>Since when the bot may not write there, as far as it knows; null: it may.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Whether the chat has put the bot out, as far as it knows: this tells whether it still does.</summary>
    public bool IsGone { get; init; }
}

/// <summary>A claimed delivery with what became of it.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Told">What its message did with the news that it is about; null where it was not composed.</param>
internal sealed record EndedDelivery(ClaimedDelivery Delivery, DeliveryOutcome Outcome, IReadOnlyList<ToldNews>? Told = null);
