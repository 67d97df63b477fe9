using ChatBot.Chat;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Tests.DiscordClient.Support;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class UpdateJournalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_several_times_at_once_is_new_once()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var seen = new SeenUpdates(store.Database, "p", "1");
        var journal = new UpdateJournal(seen, new UnansweredQuestions(store.Database, "t"), new AnswersByMessage(store.Database, TimeProvider.System), TimeProvider.System, new CollectedLog<UpdateJournal>());
        var calls = Enumerable.Range(0, 200).Select(call => Task.Run(() => journal.AddAsync([new ReceivedUpdate(call % 20, [1]), new ReceivedUpdate(100 + call, [2])])));
        var added = (await Task.WhenAll(calls)).SelectMany(ids => ids).ToList();
        Assert.Equal(Enumerable.Range(0, 20).Concat(Enumerable.Range(100, 200)).Select(id => (long)id), added.Order());
        for (var id = 0; id < 20; id++) journal.Done(id, UpdateOutcome.Nothing);
        await journal.FlushAsync();
        Assert.Equal(200, (await seen.WaitingAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_noted_with_its_update()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var (seen, unanswered) = (new SeenUpdates(store.Database, "p", "1"), new UnansweredQuestions(store.Database, "t"));
        var journal = new UpdateJournal(seen, unanswered, new AnswersByMessage(store.Database, TimeProvider.System), TimeProvider.System, new CollectedLog<UpdateJournal>());
        await journal.AddAsync([new ReceivedUpdate(1, [1]), new ReceivedUpdate(2, [2])]);
        journal.Done(1, new UpdateOutcome("Who pays?"));
        journal.Done(2, UpdateOutcome.Nothing);
        await journal.FlushAsync();
        Assert.Empty(await seen.WaitingAsync(Cancellation));
        Assert.Equal("Who pays?", Assert.Single(await unanswered.MostAskedAsync(9, Cancellation)).Question);
    }

    [Fact]
    public async Task What_is_dealt_with_is_noted_with_what_comes_next_or_a_moment_later()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var (seen, time) = (new SeenUpdates(store.Database, "p", "1"), new VirtualTime());
        var answers = new AnswersByMessage(store.Database, time);
        var journal = new UpdateJournal(seen, new UnansweredQuestions(store.Database, "t"), answers, time, new CollectedLog<UpdateJournal>());
        await journal.AddAsync([new ReceivedUpdate(1, [1])]);
        var chat = new ChatAddress("telegram", "5");
        journal.Done(1, new UpdateOutcome(null, new KeptAnswer(chat, "10", null, ["11"], [], false)));
        Assert.Equal([1L], (await seen.WaitingAsync(Cancellation)).Select(update => update.Id));
        Assert.Equal([2L], await journal.AddAsync([new ReceivedUpdate(2, [2])]));
        Assert.Equal([2L], (await seen.WaitingAsync(Cancellation)).Select(update => update.Id));
        Assert.Equal(["11"], (await answers.FindAsync(chat, "10", Cancellation))?.Replies);
        journal.Done(2, UpdateOutcome.Nothing);
        // The moment may pass before it is begun to be waited for.
        while ((await seen.WaitingAsync(Cancellation)).Count > 0) time.Advance(TimeSpan.FromMilliseconds(10));
    }

    [Fact]
    public async Task What_cant_be_written_down_is_not_taken_and_what_is_done_is_noted_later()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-journal-").FullName;
        try
        {
            var path = Path.Combine(folder, "journal.db");
            await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(path));
            var seen = new SeenUpdates(database, "p", "1");
            var log = new CollectedLog<UpdateJournal>();
            var journal = new UpdateJournal(seen, new UnansweredQuestions(database, "t"), new AnswersByMessage(database, TimeProvider.System), TimeProvider.System, log);
            // The schema isn't there yet.
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => journal.AddAsync([new ReceivedUpdate(1, [1])]));
            journal.Done(7, UpdateOutcome.Nothing);
            await journal.FlushAsync();
            Assert.Contains(log.Lines, line => line.StartsWith("Error: Telegram: 1 updates are dealt with", StringComparison.Ordinal));
            await new SchemaMigrator(database, TimeProvider.System).MigrateAsync(Cancellation);
            Assert.Equal([7L], await seen.AddAsync([new ReceivedUpdate(7, [1])], DateTimeOffset.UnixEpoch, Cancellation));
            Assert.Equal([1L], await journal.AddAsync([new ReceivedUpdate(1, [1])]));
            await journal.FlushAsync();
            Assert.Equal([1L], (await seen.WaitingAsync(Cancellation)).Select(update => update.Id));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
