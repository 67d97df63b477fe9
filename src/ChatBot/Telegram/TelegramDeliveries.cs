using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Questions;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Sending;

namespace ChatBot.Telegram;

/// <summary>
/// Delivers to Telegram, behind everybody who waits for a reply. Telegram has no key against sending twice, so a message of unknown fate stays
/// unknown; of a delivery in several messages the first decides, and the others are sent as patiently as a reply.
/// </summary>
internal sealed class TelegramDeliveries(TelegramSender sender, MessageHandler handler) : IDeliveryChannel
{
    /// <summary>After a failure that was nobody's fault.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>After the token was refused: only the operator can help.</summary>
    private static readonly TimeSpan MuchLater = TimeSpan.FromMinutes(15);

    private const int MostTold = 3;

    public string Platform => TelegramMapping.Platform;

    public bool RecognisesKeys => false;

    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        var pages = TelegramReplyWriter.Write(delivery.Reply);
        if (pages.Count == 0) return new DeliveryOutcome.Refused("there is nothing to send");
        var keyboard = delivery.Reply.Actions.Count == 0 ? null : TelegramKeyboard.Of(delivery.Reply, handler.Knowledge);
        var first = await sender.TrySendAsync(delivery.Chat, pages[0], pages.Count == 1 ? keyboard : null, cancellation);
        if (first is not SendOutcome.Sent sent) return OutcomeOf(first, delivery.Chat);
        List<string> messages = [TelegramMapping.Number(sent.Message.Id)];
        try
        {
            if (pages.Count > 1) messages.AddRange(await sender.SendAsync(delivery.Chat, [.. pages.Skip(1)], keyboard, null, SendUrgency.Delivery, cancellation));
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            return new DeliveryOutcome.Unknown();
        }
        var kept = ShownStatements.OfNews(delivery.Chat, delivery.Key, messages, delivery.Reply, handler.Knowledge);
        if (kept is not null) handler.Told(kept);
        return new DeliveryOutcome.Sent(messages[0]) { Kept = kept };
    }

    /// <summary>Who subscribed there may manage the group, or could when they did; they can be written to where they have opened the bot themselves.</summary>
    public async Task TellPausedAsync(ChatAddress chat, IReadOnlyList<string> followers, CancellationToken cancellation)
    {
        var group = await sender.TitleOfAsync(chat, cancellation) is { Length: > 0 } title ? $"“{title}”" : PhraseCatalogue.AGroup;
        var pages = TelegramReplyWriter.Write(Reply.Saying($"{PhraseCatalogue.NewsPausedIn} {group}{PhraseCatalogue.NewsPausedUntil}"));
        foreach (var person in followers.Where(person => !person.StartsWith('-')).Take(MostTold)) await sender.TrySendAsync(new ChatAddress(chat.Platform, person), pages[0], null, cancellation);
    }

    private static DeliveryOutcome OutcomeOf(SendOutcome outcome, ChatAddress chat) => outcome switch
    {
        SendOutcome.NotSent => new DeliveryOutcome.Later(Soon),
        SendOutcome.Refused { MigrateToChatId: { } now } => new DeliveryOutcome.Moved(new ChatAddress(chat.Platform, TelegramMapping.Number(now))),
        SendOutcome.Refused refused => refused.Reason switch
        {
            RefusalReason.TooManyRequests => new DeliveryOutcome.Later(refused.RetryAfter),
            RefusalReason.Unauthorized => new DeliveryOutcome.Later(MuchLater),
            RefusalReason.NoRights => new DeliveryOutcome.Paused(refused.Failure.Description),
            RefusalReason.Blocked or RefusalReason.Kicked or RefusalReason.ChatNotFound => new DeliveryOutcome.Gone(refused.Failure.Description),
            _ => new DeliveryOutcome.Refused(refused.Failure.Description),
        },
        _ => new DeliveryOutcome.Unknown(),
    };
}
