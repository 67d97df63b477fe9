using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;

namespace ChatBot.Discord.Conversations;

/// <summary>Delivers to channels and direct conversations. Discord recognises a key for a few minutes; pacing and short waits are the client's.</summary>
internal sealed class DiscordDeliveries(DiscordRestClient rest, Func<KnowledgeBase> current) : IDeliveryChannel
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WithoutToken = TimeSpan.FromMinutes(10);

    public string Platform => DiscordMapping.Platform;

    public bool RecognisesKeys => true;

    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (DiscordMapping.Number(delivery.Chat.Chat) is not { } channel) return new DeliveryOutcome.Gone("that is no channel");
        cancellation.ThrowIfCancellationRequested();
        var result = await SendAsync(delivery, channel, DiscordReplyWriter.Write(delivery.Reply), cancellation);
        // Perhaps only frames are forbidden there.
        if (CodeOf(result) == DiscordErrorCode.MissingPermissions) result = await SendAsync(delivery, channel, DiscordReplyWriter.WriteUnframed(delivery.Reply), cancellation);
        return result switch
        {
            RestResult<Message>.Done { Value: var message } => new DeliveryOutcome.Sent(DiscordMapping.Number(message.Id)),
            RestResult<Message>.NotSent notSent => new DeliveryOutcome.Later(rest.TokenRefused ? WithoutToken : notSent.RetryAfter ?? Soon),
            RestResult<Message>.Refused when rest.TokenRefused => new DeliveryOutcome.Later(WithoutToken),
            RestResult<Message>.Refused { Error: var refused } => IsGone(refused.DiscordCode) ? new DeliveryOutcome.Gone(Reason(refused)) : new DeliveryOutcome.Refused(Reason(refused)),
            _ => new DeliveryOutcome.Unknown(),
        };
    }

    /// <returns>What became of the first message; of a later one, if it failed.</returns>
    private async Task<RestResult<Message>> SendAsync(Delivery delivery, ulong channel, IReadOnlyList<DiscordPage> pages, CancellationToken cancellation)
    {
        var buttons = delivery.Reply.Actions.Count == 0 ? [] : DiscordButtons.Of(delivery.Reply, current());
        RestResult<Message>? first = null;
        for (var i = 0; i < pages.Count; i++)
        {
            var result = await rest.SendMessageAsync(channel, pages[i].ToMessage(i == pages.Count - 1 ? buttons : []) with { Nonce = KeyOf(delivery.Key, i) }, cancellation);
            if (!result.IsDone) return result;
            first ??= result;
        }
        return first ?? throw new ArgumentException("A delivery must say something.", nameof(delivery));
    }

    /// <summary>Each message of a delivery has a key of its own, the same at every attempt.</summary>
    private static string KeyOf(string key, int page)
    {
        if (page == 0) return key;
        var mark = string.Create(CultureInfo.InvariantCulture, $".{page}");
        return key[..Math.Min(key.Length, DiscordConfig.MaxNonceLength - mark.Length)] + mark;
    }

    private static int? CodeOf(RestResult<Message> result) => result is RestResult<Message>.Refused { Error.DiscordCode: { } code } ? code : null;

    /// <summary>Whether nothing can be written to that channel any more, until people change something.</summary>
    private static bool IsGone(int? code) => code is DiscordErrorCode.UnknownChannel or DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions
        or DiscordErrorCode.CannotSendMessageToUser or DiscordErrorCode.ThreadArchived;

    private static string Reason(HttpException refused) => string.Create(CultureInfo.InvariantCulture, $"{(int)refused.HttpCode}, code {refused.DiscordCode}: {refused.Reason}");
}
