using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Polling;

/// <summary>
/// Long polling that loses nothing: a batch is confirmed by the next poll's offset, and the offset moves only after the handler has
/// returned. One loop, one poll at a time; it survives any outage and ends by cancellation, by a dead token, or by a throwing handler of errors.
/// </summary>
/// <param name="client">Where to poll.</param>
/// <param name="options">How.</param>
/// <param name="time">Measures polls and waits between them.</param>
/// <param name="random">Spreads the waits.</param>
public sealed class UpdateReceiver(ITelegramBotClient client, ReceiverOptions options, TimeProvider time, Random random)
{
    private readonly PollSchedule schedule = new(options, random);
    private int? offset = options.Offset;

    /// <summary>What the next poll confirms up to, exclusive; null before the first batch.</summary>
    public int? Offset => offset;

    /// <summary>Receives until cancelled. Call it once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside of its range.</exception>
    /// <exception cref="OperationCanceledException">It was.</exception>
    /// <exception cref="ApiRequestException">The token is wrong or was revoked (401).</exception>
    public async Task ReceiveAsync(IUpdateHandler handler, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handler);
        options.Check();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (result, failure) = await PollAsync(handler, cancellationToken);
            var failed = schedule.FailuresInARow;
            var step = schedule.After(result);
            if (failed > 0 && schedule.FailuresInARow == 0)
                await handler.HandleRecoveryAsync(failed, cancellationToken);
            if (failure is not null)
                await handler.HandleErrorAsync(new PollingFailure(SourceOf(result), failure, schedule.FailuresInARow, step.Pause), cancellationToken);
            if (step.Stop)
                throw failure ?? new InvalidOperationException("Receiving stopped.");
            if (step.RemoveWebhook)
                await RemoveWebhookAsync(handler, cancellationToken);
            if (step.Pause > TimeSpan.Zero)
                await WaitAsync(step.Pause, cancellationToken);
        }
    }

    private async Task<(PollResult Result, Exception? Failure)> PollAsync(IUpdateHandler handler, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        Update[] updates;
        try
        {
            updates = await client.GetUpdates(offset, options.Limit, (int)options.PollTimeout.TotalSeconds, options.AllowedUpdates,
                cancellationToken);
        }
        catch (RequestException failure)
        {
            return (ResultOf(failure), failure);
        }
        // Without an id it can be neither confirmed nor recognised when it comes again.
        var usable = updates.Where(update => update.Id != 0).ToArray();
        if (usable.Length == 0)
        {
            return updates.Length == 0
                ? (new PollResult.Empty(time.GetElapsedTime(started)), null)
                : (new PollResult.Failed(), new InvalidDataException($"getUpdates: {updates.Length} updates, none with a usable update_id."));
        }
        try
        {
            await handler.HandleUpdatesAsync(usable, cancellationToken);
        }
        catch (Exception failure) when (!(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return (new PollResult.NotStored(), failure);
        }
        // The highest of this batch, not of all batches: after a quiet week ids may begin anywhere again.
        offset = usable.Max(update => update.Id) + 1;
        return (new PollResult.Stored(), null);
    }

    private static PollResult ResultOf(RequestException failure) => failure switch
    {
        ApiRequestException { ErrorCode: 401 } => new PollResult.Unauthorized(),
        ApiRequestException { ErrorCode: 429 } refusal => new PollResult.TooMany(TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1)),
        ApiRequestException { ErrorCode: 409 } refusal when refusal.Description.Contains("webhook", StringComparison.OrdinalIgnoreCase) =>
            new PollResult.WebhookActive(),
        ApiRequestException { ErrorCode: 409 } => new PollResult.OtherInstance(),
        _ => new PollResult.Failed(),
    };

    private static HandleErrorSource SourceOf(PollResult result) => result switch
    {
        PollResult.NotStored => HandleErrorSource.HandleUpdates,
        PollResult.OtherInstance => HandleErrorSource.OtherInstance,
        PollResult.WebhookActive => HandleErrorSource.Webhook,
        _ => HandleErrorSource.Polling,
    };

    private async Task RemoveWebhookAsync(IUpdateHandler handler, CancellationToken cancellationToken)
    {
        try
        {
            await client.DeleteWebhook(dropPendingUpdates: false, cancellationToken);
        }
        catch (RequestException failure)
        {
            await handler.HandleErrorAsync(new PollingFailure(HandleErrorSource.Webhook, failure, schedule.FailuresInARow, TimeSpan.Zero),
                cancellationToken);
        }
    }

    /// <summary>A timer holds at most some 49 days; the platform has asked for hours, and could ask for more.</summary>
    private async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        for (; pause > TimeSpan.FromDays(30); pause -= TimeSpan.FromDays(30))
            await Task.Delay(TimeSpan.FromDays(30), time, cancellationToken);
        await Task.Delay(pause, time, cancellationToken);
    }
}
