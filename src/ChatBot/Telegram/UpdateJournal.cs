using System.Data.Common;
using ChatBot.Store;

namespace ChatBot.Telegram;

/// <summary>
/// Writes down which updates came and which are dealt with. What comes while something is being written is written together next, in one transaction,
/// so that many at once cost little more than one. That one is dealt with is noted a moment later, with what comes next if something does, so that nobody waits
/// for the disk behind a note: a crash in that moment answers it again.
/// </summary>
internal sealed partial class UpdateJournal(SeenUpdates seen, UnansweredQuestions unanswered, AnswersByMessage answers, TimeProvider time, ILogger log)
{
    /// <summary>How long what is dealt with waits for something to be written down with.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private List<Received> _received = [];
    private List<Dealt> _done = [];
    private Task _writing = Task.CompletedTask;
    private TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isWriting;

    /// <summary>Ends when they are safely written down.</summary>
    /// <returns>The numbers of those that had not come before.</returns>
    /// <exception cref="StoreException">They could not be.</exception>
    /// <exception cref="DbException">They could not be.</exception>
    public Task<IReadOnlySet<long>> AddAsync(IReadOnlyList<ReceivedUpdate> updates)
    {
        var received = new Received(updates, new TaskCompletionSource<IReadOnlySet<long>>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            _received.Add(received);
            _hurry.TrySetResult();
            Begin();
        }
        return received.Stored.Task;
    }

    /// <summary>Has it noted that one is dealt with, and with it what came of it.</summary>
    public void Done(long id, UpdateOutcome outcome)
    {
        lock (_gate)
        {
            _done.Add(new Dealt(id, outcome, time.GetUtcNow()));
            Begin();
        }
    }

    /// <summary>Ends when all that was given so far is written, or could not be.</summary>
    public Task FlushAsync()
    {
        lock (_gate)
        {
            _hurry.TrySetResult();
            return _writing;
        }
    }

    private void Begin()
    {
        if (_isWriting) return;
        _isWriting = true;
        _writing = Task.Run(WriteAsync);
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            List<Received> received;
            List<Dealt> done;
            if (Pressing() is { IsCompleted: false } pressing) await Task.WhenAny(pressing, Task.Delay(Moment, time));
            lock (_gate)
            {
                (received, done, _received, _done) = (_received, _done, [], []);
                if (_hurry.Task.IsCompleted) _hurry = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (received.Count == 0 && done.Count == 0)
                {
                    _isWriting = false;
                    return;
                }
            }
            if (await TryWriteAsync(received, done)) continue;
            lock (_gate)
            {
                // Tried again with whatever is written next; what is never noted is answered again at the next start.
                var cameSince = _received.Count > 0 || _done.Count > 0;
                _done.InsertRange(0, done);
                if (cameSince) continue;
                _isWriting = false;
                return;
            }
        }
    }

    /// <summary>Ends when there is something to write that somebody waits for; at once where there is nothing at all.</summary>
    private Task Pressing()
    {
        lock (_gate) return _received.Count > 0 || _done.Count == 0 ? Task.CompletedTask : _hurry.Task;
    }

    private async Task<bool> TryWriteAsync(List<Received> received, List<Dealt> done)
    {
        try
        {
            var added = await seen.SaveAsync(
                [.. received.SelectMany(batch => batch.Updates)], [.. done.Select(dealt => dealt.Id)], time.GetUtcNow(), CancellationToken.None,
                async (connection, transaction) =>
                {
                    foreach (var (_, outcome, at) in done)
                    {
                        if (outcome.Unanswered is { } question) await unanswered.RecordAsync(connection, transaction, question, at, CancellationToken.None);
                        if (outcome.Answer is { } answer) await answers.RememberAsync(connection, transaction, answer, CancellationToken.None);
                    }
                });
            var isNew = added.ToHashSet();
            foreach (var batch in received)
            {
                // The same update in two batches is new in the first alone.
                var own = batch.Updates.Select(update => update.Id).Where(isNew.Remove).ToHashSet();
                batch.Stored.SetResult(own);
            }
            return true;
        }
        catch (Exception failure) when (failure is StoreException or DbException)
        {
            foreach (var batch in received) batch.Stored.SetException(failure);
            if (done.Count > 0) Log.NotNoted(log, done.Count, failure);
            return false;
        }
    }

    /// <param name="Updates">What came together.</param>
    /// <param name="Stored">Which of them are new.</param>
    private sealed record Received(IReadOnlyList<ReceivedUpdate> Updates, TaskCompletionSource<IReadOnlySet<long>> Stored);

    private readonly record struct Dealt(long Id, UpdateOutcome Outcome, DateTimeOffset At);

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Error, "Telegram: {Count} updates are dealt with, but that could not be noted; they are answered again should the service end now.")]
        public static partial void NotNoted(ILogger log, int count, Exception failure);
    }
}
