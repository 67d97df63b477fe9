using ChatBot.DiscordClient.Components;
using ChatBot.DiscordClient.Entities;

namespace ChatBot.DiscordClient.Rest;

/// <summary>
/// A message to send, or the change of one. In a change null means "as it was" and empty means "cleared". Nobody is pinged unless
/// <see cref="AllowedMentions"/> says so.
/// </summary>
public sealed record MessageProperties
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<MessageComponent>? Components { get; init; }
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;
    public MessageFlags? Flags { get; init; }
    public MessageReference? MessageReference { get; init; }

    /// <summary>
    /// Up to 25 characters naming this message: sent again within a few minutes, Discord returns the first one instead of making a second.
    /// It is what makes sending safe to repeat; only messages to channels know it, not answers to interactions.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>Follows from <see cref="Nonce"/>.</summary>
    public bool? EnforceNonce => Nonce is null ? null : true;
}
