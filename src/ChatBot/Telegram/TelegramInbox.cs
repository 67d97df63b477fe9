using System.Collections.Concurrent;
using System.Data.Common;
using ChatBot.Chat;
using ChatBot.Store;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Polling;
using ChatBot.TelegramClient.Sending;
using ChatBot.TelegramClient.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.Telegram;

/// <summary>
/// Takes updates in: each is written down before the platform may forget it, dealt with once however often it comes, and crossed off then.
/// One whose reply could not be sent stays written down for the next start. Calls may come side by side; once one is written down, it is dealt with
/// even if whoever brought it has gone. Where several services share a store, each keeps its claims on those at hand, and takes over what one that died has left.
/// </summary>
internal sealed partial class TelegramInbox : IUpdateHandler
{
    /// <summary>The platform repeats an update for a day, and gives its number out anew after a week at the earliest.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    private static readonly TimeSpan BetweenClaims = SeenUpdates.Lease / 4;

    /// <summary>At once; more are left to other services, or to the next look.</summary>
    private const int MostClaimed = 200;

    private readonly SeenUpdates _seen;
    private readonly AnswersByMessage _answers;
    private readonly TelegramConversations _conversations;
    private readonly TimeProvider _time;
    private readonly ILogger<TelegramInbox> _log;
    private readonly CancellationToken _abort;
    private readonly ChatLanes _lanes;
    private readonly UpdateJournal _journal;
    private readonly ConcurrentDictionary<long, bool> _claimed = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task _claiming = Task.CompletedTask;
    private long _cleanedAt;

    /// <param name="seen">Where they are written down.</param>
    /// <param name="unanswered">Where questions without an answer are noted.</param>
    /// <param name="answers">Where it is noted which messages answer which.</param>
    /// <param name="conversations">Who deals with them.</param>
    /// <param name="time">For when they came.</param>
    /// <param name="log">The log.</param>
    /// <param name="abort">Gives up even the updates at hand.</param>
    public TelegramInbox(SeenUpdates seen, UnansweredQuestions unanswered, AnswersByMessage answers, TelegramConversations conversations, TimeProvider time, ILogger<TelegramInbox> log, CancellationToken abort)
    {
        (_seen, _answers, _conversations, _time, _log, _abort) = (seen, answers, conversations, time, log, abort);
        _lanes = new ChatLanes(HandleAsync);
        _journal = new UpdateJournal(seen, unanswered, answers, time, log);
    }

    /// <summary>Takes up what an earlier run left.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        await CleanAsync(cancellation);
        await ClaimAsync(cancellation);
        if (_seen.IsShared) _claiming = Task.WhenAll(EverySoOftenAsync(RenewAsync), EverySoOftenAsync(ClaimAsync));
    }

    public async Task HandleUpdatesAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        var batch = updates.DistinctBy(update => update.Id).OrderBy(update => update.Id).ToList();
        var added = await _journal.AddAsync([.. batch.Select(update => new ReceivedUpdate(update.Id, UpdateJson.Write(update)))]);
        foreach (var update in batch.Where(update => added.Contains(update.Id)))
        {
            _claimed[update.Id] = true;
            await _lanes.AddAsync(update);
        }
        await CleanAsync(cancellationToken);
    }

    public Task HandleErrorAsync(PollingFailure failure, CancellationToken cancellationToken)
    {
        switch (failure.Source)
        {
            // One is what a restart or a lost connection leaves, and over by itself.
            case HandleErrorSource.OtherInstance when failure.InARow == 1: Log.OtherPoll(_log, failure.NextPoll.TotalSeconds); break;
            case HandleErrorSource.OtherInstance: Log.OtherInstance(_log, failure.NextPoll.TotalSeconds); break;
            case HandleErrorSource.Webhook: Log.Webhook(_log); break;
            default: Log.NotReceived(_log, failure.InARow, failure.NextPoll.TotalSeconds, failure.Exception.Message); break;
        }
        return Task.CompletedTask;
    }

    public Task HandleRecoveryAsync(int failures, CancellationToken cancellationToken)
    {
        Log.ReceivesAgain(_log, failures);
        return Task.CompletedTask;
    }

    /// <summary>Ends when the updates at hand are dealt with.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_lanes.StopAsync(), _claiming);
        await _journal.FlushAsync();
        await TryAsync(_ => _seen.ReleaseAsync([.. _claimed.Keys], CancellationToken.None));
    }

    private async Task EverySoOftenAsync(Func<CancellationToken, Task> what)
    {
        while (true)
        {
            await Task.Delay(BetweenClaims, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopping.IsCancellationRequested) return;
            await TryAsync(what);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> what)
    {
        try
        {
            await what(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            Log.ClaimsLeft(_log);
        }
        catch (Exception failure) when (failure is StoreException or DbException)
        {
            Log.NotClaimed(_log, failure);
        }
    }

    private Task RenewAsync(CancellationToken cancellation) => _seen.RenewAsync([.. _claimed.Keys], cancellation);

    private async Task ClaimAsync(CancellationToken cancellation)
    {
        IReadOnlyList<ReceivedUpdate> claimed;
        do
        {
            claimed = await _seen.ClaimAsync(_seen.IsShared ? MostClaimed : int.MaxValue, cancellation);
            // One's own come back where their claim ran out because the store was away.
            foreach (var (id, body) in claimed.Where(update => _claimed.TryAdd(update.Id, true))) await _lanes.AddAsync(UpdateJson.Read(body));
        }
        while (claimed.Count == MostClaimed);
    }

    private async Task HandleAsync(Update update)
    {
        try
        {
            if (update.Problem is { } problem) Log.Unreadable(_log, update.Id, problem);
            // What is still to be noted would come back behind what is forgotten.
            if (Forgets(update)) await _journal.AddAsync([]);
            _journal.Done(update.Id, await SendAsync(update));
            _claimed.TryRemove(update.Id, out _);
        }
        catch (OperationCanceledException) when (_abort.IsCancellationRequested)
        {
            Log.Postponed(_log, update.Id);
        }
        catch (Exception failure)
        {
            Log.Failed(_log, update.Id, failure);
        }
    }

    private static bool Forgets(Update update) => (update.CallbackQuery?.Data ?? update.Message?.Text)?.Contains($"/{CommandCatalogue.ForgetMe}", StringComparison.OrdinalIgnoreCase) == true;

    /// <returns>What is to be noted of it.</returns>
    private async Task<UpdateOutcome> SendAsync(Update update)
    {
        try
        {
            return await _conversations.HandleAsync(update, _abort);
        }
        catch (ApiRequestException refused) when (SendClassification.Of(refused) is SendOutcome.Refused { Reason: not (RefusalReason.Unauthorized or RefusalReason.TooManyRequests) } final)
        {
            // The chat is closed to the bot, or this reply is: trying again changes nothing.
            Log.Refused(_log, update.Id, final.Reason);
            return UpdateOutcome.Nothing;
        }
    }

    private async Task CleanAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        var last = Interlocked.Read(ref _cleanedAt);
        if (now.Ticks - last < BetweenCleanings.Ticks || Interlocked.CompareExchange(ref _cleanedAt, now.Ticks, last) != last) return;
        await _seen.ForgetAsync(now - Kept, cancellation);
        await _answers.CleanAsync(cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Telegram: another poll with the same token is open, of another program: one of the two must end, since each takes messages from the other; the next try is in {Seconds:0} s.")]
        public static partial void OtherInstance(ILogger log, double seconds);

        [LoggerMessage(14, LogLevel.Information, "Telegram: another poll with the same token is open, perhaps this program's own from before an interruption; the next try is in {Seconds:0} s.")]
        public static partial void OtherPoll(ILogger log, double seconds);

        [LoggerMessage(2, LogLevel.Warning, "Telegram: a webhook was set for this bot; it is removed, because this service polls.")]
        public static partial void Webhook(ILogger log);

        [LoggerMessage(3, LogLevel.Warning, "Telegram: receiving failed ({Times} in a row); the next try is in {Seconds:0} s. {Failure}")]
        public static partial void NotReceived(ILogger log, int times, double seconds, string failure);

        [LoggerMessage(4, LogLevel.Warning, "Telegram: update {Id} can't be read: {Problem}")]
        public static partial void Unreadable(ILogger log, long id, string problem);

        [LoggerMessage(5, LogLevel.Information, "Telegram: update {Id} is left for the next start.")]
        public static partial void Postponed(ILogger log, long id);

        [LoggerMessage(13, LogLevel.Information, "Telegram: works again; receiving had failed so many times in a row: {Times}.")]
        public static partial void ReceivesAgain(ILogger log, int times);

        [LoggerMessage(6, LogLevel.Error, "Telegram: update {Id} failed; it is tried again at the next start.")]
        public static partial void Failed(ILogger log, long id, Exception failure);

        [LoggerMessage(8, LogLevel.Debug, "Telegram: claims are left as they are.")]
        public static partial void ClaimsLeft(ILogger log);

        [LoggerMessage(9, LogLevel.Warning, "Telegram: the store could not be asked for updates that wait; it is asked again soon.")]
        public static partial void NotClaimed(ILogger log, Exception failure);

        [LoggerMessage(7, LogLevel.Information, "Telegram: the reply to update {Id} was refused ({Reason}).")]
        public static partial void Refused(ILogger log, long id, RefusalReason reason);
    }
}
