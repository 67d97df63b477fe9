using ChatBot.Store;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Polling;
using ChatBot.TelegramClient.Webhooks;

namespace ChatBot.Telegram;

/// <summary>
/// Takes updates that Telegram posts to this service, instead of polling for them. A call is answered once its update is written down, so that
/// whatever fails before comes again. The webhook is set at the start and looked after while the service runs. At the stop it is removed if its secret was this run's own;
/// a secret from the settings is shared with other services, which go on under the same address. Either way Telegram keeps what comes in between.
/// </summary>
/// <param name="registration">Where Telegram calls, and what proves that it does.</param>
/// <param name="removeAtStop">Whether nobody else serves that address.</param>
/// <param name="time">For looking after it.</param>
/// <param name="log">The log; nothing of a call's content is written to it.</param>
internal sealed partial class TelegramWebhook(WebhookRegistration registration, bool removeAtStop, TimeProvider time, ILogger<TelegramWebhook> log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForGoodbye = TimeSpan.FromSeconds(5);

    private readonly WebhookReader _reader = new(registration.Secret);
    private long _complainedAt = long.MinValue;
    private IUpdateHandler? _handler;

    /// <summary>Where in this service the calls arrive.</summary>
    public string Path => registration.Url.AbsolutePath;

    /// <summary>Has Telegram call, and gives what comes to <paramref name="handler"/>, until <paramref name="stopping"/>.</summary>
    /// <exception cref="ApiRequestException">The token is refused.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task ReceiveAsync(ITelegramBotClient client, IUpdateHandler handler, CancellationToken stopping)
    {
        Volatile.Write(ref _handler, handler);
        try
        {
            await RegisterAsync(client, stopping);
            await LookAfterAsync(client, stopping);
        }
        finally
        {
            Volatile.Write(ref _handler, null);
            if (removeAtStop) await RemoveAsync(client);
        }
    }

    /// <summary>Answers one call.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        context.Response.StatusCode = await TakeAsync(context.Request, context.RequestAborted);
    }

    private async Task<int> TakeAsync(HttpRequest request, CancellationToken aborted)
    {
        var secret = request.Headers[WebhookSecret.HeaderName];
        WebhookRequest read;
        try
        {
            read = await _reader.ReadAsync(secret.Count == 1 ? secret[0] : null, request.Body, aborted);
        }
        catch (IOException)
        {
            // It broke off; what was lost comes again.
            return StatusCodes.Status400BadRequest;
        }
        switch (read)
        {
            case WebhookRequest.Accepted accepted when Volatile.Read(ref _handler) is { } handler: return await StoreAsync(accepted, handler, aborted);
            case WebhookRequest.Accepted: return StatusCodes.Status503ServiceUnavailable;
            case WebhookRequest.WrongSecret: Complain(Log.WrongSecret); break;
            case WebhookRequest.TooLarge: Complain(Log.TooLarge); break;
            case WebhookRequest.Unreadable: Complain(Log.Unreadable); break;
        }
        return read.StatusCode;
    }

    private async Task<int> StoreAsync(WebhookRequest.Accepted accepted, IUpdateHandler handler, CancellationToken aborted)
    {
        try
        {
            await handler.HandleUpdatesAsync([accepted.Update], aborted);
            return accepted.StatusCode;
        }
        catch (Exception failure) when (failure is StoreException or System.Data.Common.DbException)
        {
            Log.NotStored(log, accepted.Update.Id, failure);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task RegisterAsync(ITelegramBotClient client, CancellationToken stopping)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < BetweenLooks ? pause * 2 : BetweenLooks)
        {
            try
            {
                await registration.RegisterAsync(client, stopping);
                Log.Registered(log, registration.Url.Host, Path);
                return;
            }
            catch (RequestException failure) when (failure is not ApiRequestException { ErrorCode: 401 or 404 })
            {
                Log.NotRegistered(log, pause.TotalSeconds, failure.Message);
            }
            await Task.Delay(pause, time, stopping);
        }
    }

    /// <summary>Sets the webhook again should somebody have moved it, and passes on what Telegram says about reaching this service.</summary>
    private async Task LookAfterAsync(ITelegramBotClient client, CancellationToken stopping)
    {
        var lastError = DateTimeOffset.MinValue;
        while (true)
        {
            await Task.Delay(BetweenLooks, time, stopping);
            try
            {
                var info = await client.GetWebhookInfo(stopping);
                if (info.Url != registration.Url.AbsoluteUri)
                {
                    Log.Moved(log);
                    await registration.RegisterAsync(client, stopping);
                }
                if (info.LastErrorDate is not { } at || at <= lastError) continue;
                lastError = at;
                Log.NotReached(log, info.PendingUpdateCount, info.LastErrorMessage);
            }
            catch (RequestException failure) when (failure is not ApiRequestException { ErrorCode: 401 or 404 })
            {
                Log.NotLookedAfter(log, failure.Message);
            }
        }
    }

    private async Task RemoveAsync(ITelegramBotClient client)
    {
        using var patience = new CancellationTokenSource(ForGoodbye, time);
        try
        {
            await registration.RemoveAsync(client, patience.Token);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            Log.NotRemoved(log, failure.Message);
        }
    }

    /// <summary>Says so once a minute at most: strangers may call as often as they like.</summary>
    private void Complain(Action<ILogger> say)
    {
        var last = Interlocked.Read(ref _complainedAt);
        var now = time.GetTimestamp();
        if (last != long.MinValue && time.GetElapsedTime(last, now) < BetweenComplaints) return;
        if (Interlocked.CompareExchange(ref _complainedAt, now, last) == last) say(log);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Telegram: updates are posted to {Host}, and taken at {Path}.")]
        public static partial void Registered(ILogger log, string host, string path);

        [LoggerMessage(2, LogLevel.Warning, "Telegram: the webhook could not be set; the next try is in {Seconds:0} s. {Failure}")]
        public static partial void NotRegistered(ILogger log, double seconds, string failure);

        [LoggerMessage(3, LogLevel.Warning, "Telegram: somebody has moved the webhook; it is set again.")]
        public static partial void Moved(ILogger log);

        [LoggerMessage(4, LogLevel.Warning, "Telegram could not deliver to the webhook ({Pending} updates wait there): {Error}")]
        public static partial void NotReached(ILogger log, int pending, string? error);

        [LoggerMessage(5, LogLevel.Warning, "Telegram: the webhook could not be looked after: {Failure}")]
        public static partial void NotLookedAfter(ILogger log, string failure);

        [LoggerMessage(6, LogLevel.Warning, "Telegram: the webhook could not be removed: {Failure}")]
        public static partial void NotRemoved(ILogger log, string failure);

        [LoggerMessage(7, LogLevel.Error, "Telegram: update {Id} could not be written down; it comes again.")]
        public static partial void NotStored(ILogger log, long id, Exception failure);

        [LoggerMessage(8, LogLevel.Warning, "Telegram's webhook was called without the right secret; the call was turned away.")]
        public static partial void WrongSecret(ILogger log);

        [LoggerMessage(9, LogLevel.Warning, "Telegram's webhook was called with more than any update has; the call was turned away.")]
        public static partial void TooLarge(ILogger log);

        [LoggerMessage(10, LogLevel.Warning, "Telegram's webhook was called with something that is no update; it was passed over.")]
        public static partial void Unreadable(ILogger log);
    }
}
