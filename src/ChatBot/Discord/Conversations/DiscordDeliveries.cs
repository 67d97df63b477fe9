using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Questions;

namespace ChatBot.Discord.Conversations;

/// <summary>Delivers to channels and direct conversations. Discord recognises a key for a few minutes; pacing and short waits are the client's.</summary>
internal sealed class DiscordDeliveries(DiscordRestClient rest, Func<KnowledgeBase> current) : IDeliveryChannel
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WithoutToken = TimeSpan.FromMinutes(10);

    private const int MostTold = 3;

    public string Platform => DiscordMapping.Platform;

    public bool RecognisesKeys => true;

    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (DiscordMapping.Number(delivery.Chat.Chat) is not { } channel) return new DeliveryOutcome.Gone("that is no channel");
        cancellation.ThrowIfCancellationRequested();
        var (result, sent) = await SendAsync(delivery, channel, DiscordReplyWriter.Write(delivery.Reply), cancellation);
        // Perhaps only frames are forbidden there.
        if (CodeOf(result) == DiscordErrorCode.MissingPermissions) (result, sent) = await SendAsync(delivery, channel, DiscordReplyWriter.WriteUnframed(delivery.Reply), cancellation);
        return result switch
        {
            RestResult<Message>.Done => new DeliveryOutcome.Sent(sent[0]) { Kept = ShownStatements.OfNews(delivery.Chat, delivery.Key, sent, delivery.Reply, current()) },
            RestResult<Message>.NotSent notSent => new DeliveryOutcome.Later(rest.TokenRefused ? WithoutToken : notSent.RetryAfter ?? Soon),
            RestResult<Message>.Refused when rest.TokenRefused => new DeliveryOutcome.Later(WithoutToken),
            RestResult<Message>.Refused { Error: var refused } => refused.DiscordCode switch
            {
                DiscordErrorCode.UnknownChannel => new DeliveryOutcome.Gone(Reason(refused)),
                DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions or DiscordErrorCode.CannotSendMessageToUser or DiscordErrorCode.ThreadArchived => new DeliveryOutcome.Paused(Reason(refused)),
                _ => new DeliveryOutcome.Refused(Reason(refused)),
            },
            _ => new DeliveryOutcome.Unknown(),
        };
    }

    /// <summary>The server's owner can give the right back, and who subscribed can ask for it; of a server that can't be looked into any more, only the latter.</summary>
    public async Task TellPausedAsync(ChatAddress chat, IReadOnlyList<string> followers, CancellationToken cancellation)
    {
        if (DiscordMapping.Number(chat.Chat) is not { } channel) return;
        var server = await rest.GetChannelAsync(channel, cancellation) is RestResult<Channel>.Done { Value: var found } ? found : null;
        if (server is { IsPrivate: true }) return;
        var guild = server?.GuildId is { } id && await rest.GetGuildAsync(id, cancellation) is RestResult<Guild>.Done { Value: var known } ? known : null;
        // In a direct conversation the channel may show as unknown; the server's name always reads.
        var where = guild?.Name is { Length: > 0 } name ? $"{MentionUtils.MentionChannel(channel)} ({Format.Sanitize(name)})" : MentionUtils.MentionChannel(channel);
        var text = $"{Format.Sanitize(PhraseCatalogue.NewsPausedIn)} {where}{Format.Sanitize(PhraseCatalogue.NewsPausedUntil)}";
        foreach (var person in followers.Select(DiscordMapping.Number).Prepend(guild?.OwnerId).OfType<ulong>().Distinct().Take(MostTold))
            if (await rest.CreateDMChannelAsync(person, cancellation) is RestResult<Channel>.Done direct) await rest.SendMessageAsync(direct.Value.Id, new MessageProperties { Content = text }, cancellation);
    }

    /// <returns>What became of the first message; of a later one, if it failed. With it the ids of those that were sent.</returns>
    private async Task<(RestResult<Message> Result, IReadOnlyList<string> Sent)> SendAsync(Delivery delivery, ulong channel, IReadOnlyList<DiscordPage> pages, CancellationToken cancellation)
    {
        var buttons = delivery.Reply.Actions.Count == 0 ? [] : DiscordButtons.Of(delivery.Reply, current());
        RestResult<Message>? first = null;
        var sent = new List<string>();
        for (var i = 0; i < pages.Count; i++)
        {
            var result = await rest.SendMessageAsync(channel, pages[i].ToMessage(i == pages.Count - 1 ? buttons : []) with { Nonce = KeyOf(delivery.Key, i) }, cancellation);
            if (result is not RestResult<Message>.Done { Value: var message }) return (result, sent);
            first ??= result;
            sent.Add(DiscordMapping.Number(message.Id));
        }
        return (first ?? throw new ArgumentException("A delivery must say something.", nameof(delivery)), sent);
    }

    /// <summary>Each message of a delivery has a key of its own, the same at every attempt.</summary>
    private static string KeyOf(string key, int page)
    {
        if (page == 0) return key;
        var mark = string.Create(CultureInfo.InvariantCulture, $".{page}");
        return key[..Math.Min(key.Length, DiscordConfig.MaxNonceLength - mark.Length)] + mark;
    }

    private static int? CodeOf(RestResult<Message> result) => result is RestResult<Message>.Refused { Error.DiscordCode: { } code } ? code : null;

    private static string Reason(HttpException refused) => string.Create(CultureInfo.InvariantCulture, $"{(int)refused.HttpCode}, code {refused.DiscordCode}: {refused.Reason}");
}
