using ChatBot.Chat;

namespace ChatBot.Deliveries;

/// <summary>A platform, as deliveries see it. Safe for use by many threads; paces itself to the platform's limits.</summary>
internal interface IDeliveryChannel
{
    /// <summary>The platform's name, as in a chat's address.</summary>
    string Platform { get; }

    /// <summary>Whether sending the same key again is recognised by the platform, so that an unknown outcome may be tried again.</summary>
    bool RecognisesKeys { get; }

    /// <summary>Makes one attempt. Expected failures are outcomes, not exceptions.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> came before the request went out; nothing was sent.</exception>
    Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation);

    /// <summary>Tells whoever can mend it that what is followed in a chat waits because the bot may not write there. Called once for each time that the right goes missing.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="followers">The platform's ids of those who subscribed there.</param>
    /// <param name="cancellation">Gives up; nobody is told then.</param>
    Task TellPausedAsync(ChatAddress chat, IReadOnlyList<string> followers, CancellationToken cancellation) => Task.CompletedTask;
}
