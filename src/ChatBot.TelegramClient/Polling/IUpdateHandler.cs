using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Polling;

/// <summary>Who takes what the receiver gets.</summary>
public interface IUpdateHandler
{
    /// <summary>
    /// Returns once the batch is safely stored; only then is it confirmed, and the platform forgets it. Throwing leaves it unconfirmed: it
    /// comes again after a pause. The same update may come more than once in any case. Work on it elsewhere: the next poll waits for this.
    /// </summary>
    Task HandleUpdatesAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken);

    /// <summary>
    /// Told of every failure, for the log; the receiver has already decided to go on. Should it throw, receiving ends with that exception.
    /// </summary>
    Task HandleErrorAsync(PollingFailure failure, CancellationToken cancellationToken);

    /// <summary>Told of the first poll that works after some that failed.</summary>
    Task HandleRecoveryAsync(int failures, CancellationToken cancellationToken) => Task.CompletedTask;
}
