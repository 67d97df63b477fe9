using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

public sealed class RecordsTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 23, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Unanswered_questions_are_counted_and_the_commonest_come_first(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var questions = new UnansweredQuestions(store.Database, "t");
        foreach (var (question, minute) in new[] { ("Who pays?", 1), ("Why?", 2), ("Who pays?", 3), ("Where to park?", 4) })
            await questions.RecordAsync(question, Now.AddMinutes(minute), Cancellation);
        await new UnansweredQuestions(store.Database, "other").RecordAsync("Who pays?", Now, Cancellation);

        Assert.Equal(
            [new UnansweredCount("Who pays?", 2, Now.AddMinutes(3)), new UnansweredCount("Where to park?", 1, Now.AddMinutes(4))],
            await questions.MostAskedAsync(2, Cancellation));
    }

    [Theory, EachDatabase]
    public async Task A_hostile_question_is_kept_short_and_storable(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var questions = new UnansweredQuestions(store.Database, "t");
        await questions.RecordAsync("a\0b\uD83D" + new string('x', 5_000), Now, Cancellation);
        var kept = Assert.Single(await questions.MostAskedAsync(10, Cancellation)).Question;
        Assert.StartsWith("a\uFFFDb\uFFFDxxx", kept);
        Assert.Equal(UnansweredQuestions.LongestQuestion, kept.Length);
    }

    [Theory, EachDatabase]
    public async Task Nobody_fills_the_disk_by_asking(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
            await connection.ExecuteAsync(
                null,
                $"""
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {UnansweredQuestions.MostKept + 99})
                INSERT INTO unanswered_questions (topic, question, asked_at) SELECT 't', 'old', 0 FROM numbers
                """,
                Cancellation);
        var questions = new UnansweredQuestions(store.Database, "t");
        await questions.RecordAsync("new", Now, Cancellation);
        Assert.Equal([new UnansweredCount("old", UnansweredQuestions.MostKept - 1, DateTimeOffset.UnixEpoch), new UnansweredCount("new", 1, Now)], await questions.MostAskedAsync(5, Cancellation));
    }

    [Theory, EachDatabase]
    public async Task Feedback_is_kept_newest_first_and_by_topic(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var feedback = new FeedbackBox(store.Database, "t");
        await feedback.RecordAsync("When?", "In June.", true, Now, Cancellation);
        await feedback.RecordAsync("Where?", "Nowhere.", false, Now.AddMinutes(1), Cancellation);
        await new FeedbackBox(store.Database, "other").RecordAsync("Who?", "Me.", true, Now, Cancellation);

        var newest = await feedback.NewestAsync(5, Cancellation);
        Assert.Equal([("Where?", "Nowhere.", false, Now.AddMinutes(1)), ("When?", "In June.", true, Now)], newest.Select(entry => (entry.Question, entry.Answer, entry.Helpful, entry.GivenAt)));
        Assert.Single(await feedback.NewestAsync(1, Cancellation));
    }
}
