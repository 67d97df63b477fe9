using ChatBot.Chat;

namespace ChatBot.Deliveries;

/// <summary>What became of an attempt to deliver. A closed set.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The platform has taken it.</summary>
    /// <param name="Message">The id of the message there; of several the first.</param>
    public sealed record Sent(string Message) : DeliveryOutcome
    {
        /// <summary>What the messages showed, to be kept so that they can be asked about; null where they showed nothing.</summary>
        public KeptAnswer? Kept { get; init; }
    }

    /// <summary>It was not sent for certain, and may be tried again.</summary>
    /// <param name="After">How long to wait before.</param>
    public sealed record Later(TimeSpan After) : DeliveryOutcome;

    /// <summary>Nobody can say whether it was sent: the connection ended with the request on its way.</summary>
    public sealed record Unknown : DeliveryOutcome;

    /// <summary>The platform refuses this message, and will again.</summary>
    /// <param name="Reason">Why, in the platform's words, without content.</param>
    public sealed record Refused(string Reason) : DeliveryOutcome;

    /// <summary>The bot may not write there just now; whoever manages the chat can give the right back. It was not sent.</summary>
    /// <param name="Reason">Why, in the platform's words.</param>
    public sealed record Paused(string Reason) : DeliveryOutcome;

    /// <summary>The chat can't be written to: blocked, kicked, deleted.</summary>
    /// <param name="Reason">Why, in the platform's words.</param>
    public sealed record Gone(string Reason) : DeliveryOutcome;

    /// <summary>The chat has another address now; nothing was sent.</summary>
    public sealed record Moved(ChatAddress To) : DeliveryOutcome;
}
