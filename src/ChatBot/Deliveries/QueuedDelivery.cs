namespace ChatBot.Deliveries;

/// <summary>A delivery to be written down.</summary>
/// <param name="ChatId">The chat's number in the store.</param>
/// <param name="DueAt">When it is to go out.</param>
/// <param name="IsJoinable">Whether it joins one that is due for the chat at the same moment, and others may join it: a digest, or what quiet hours held back.</param>
/// <param name="Items">What it is about, and by which subscription; at least one.</param>
internal sealed record QueuedDelivery(long ChatId, DateTimeOffset DueAt, bool IsJoinable, IReadOnlyList<DeliveryItem> Items);

/// <summary>One update in a delivery.</summary>
/// <param name="UpdateId">The update's number in the store.</param>
/// <param name="SubscriptionId">The subscription that it is delivered for; <see cref="NoSubscription"/> for none.</param>
internal readonly record struct DeliveryItem(long UpdateId, long SubscriptionId)
{
    /// <summary>Of what nobody subscribed to: a correction.</summary>
    public const long NoSubscription = 0;
}
