using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Sending;

/// <summary>
/// How sending one message ended; the whole set. The platform has no key against sending twice, so what may follow depends on it:
/// <see cref="NotSent"/> may be repeated, <see cref="Refused"/> as its reason says, <see cref="Unknown"/> only where a second copy is acceptable.
/// </summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>It stands in the chat.</summary>
    public sealed record Sent(Message Message) : SendOutcome;

    /// <summary>Provably not sent: the request never left.</summary>
    public sealed record NotSent(RequestException Failure) : SendOutcome;

    /// <summary>The platform said no, and nothing was sent.</summary>
    /// <param name="Reason">What to do about it.</param>
    /// <param name="Failure">The platform's words.</param>
    public sealed record Refused(RefusalReason Reason, ApiRequestException Failure) : SendOutcome
    {
        /// <summary>How long not to send there; zero where waiting is not the point.</summary>
        public TimeSpan RetryAfter =>
            TimeSpan.FromSeconds(Math.Max(Failure.Parameters?.RetryAfter ?? 0, Reason == RefusalReason.TooManyRequests ? 1 : 0));

        /// <summary>Where the chat lives now, when it <see cref="RefusalReason.ChatMigrated"/>.</summary>
        public long? MigrateToChatId => Failure.Parameters?.MigrateToChatId;
    }

    /// <summary>It may stand in the chat or not: the request left, and no usable answer came.</summary>
    public sealed record Unknown(RequestException Failure) : SendOutcome;
}
