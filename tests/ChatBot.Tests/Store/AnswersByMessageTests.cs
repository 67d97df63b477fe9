using ChatBot.Chat;
using ChatBot.Store;
using ChatBot.Subscriptions;
using ChatBot.Tests.DiscordClient.Support;
using Xunit;

namespace ChatBot.Tests.Store;

/// <summary>Which messages answer which, and what was asked by then.</summary>
public sealed class AnswersByMessageTests
{
    private static readonly ChatAddress Chat = new("telegram", "-9", "4");
    private static readonly PersonId Ann = new("telegram", "5");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task They_are_found_by_the_question_and_by_each_reply_and_forgotten_after_three_days(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var time = new VirtualTime();
        var answers = new AnswersByMessage(store.Database, time);
        await answers.RememberAsync(Kept("2", "30", "31"), Cancellation);
        await answers.RememberAsync(Kept("2", "30"), Cancellation);
        await answers.RememberAsync(Kept("3", "32", "33"), Cancellation);
        Assert.Equivalent(Kept("2", "30"), await answers.FindAsync(Chat, "2", Cancellation), strict: true);
        Assert.Equivalent(Kept("3", "32", "33"), await answers.FindByReplyAsync(Chat, "33", Cancellation), strict: true);
        Assert.Null(await answers.FindByReplyAsync(Chat, "31", Cancellation));
        Assert.Null(await answers.FindByReplyAsync(Chat, "3", Cancellation));
        Assert.Null(await answers.FindAsync(new ChatAddress("discord", "-9"), "2", Cancellation));
        // An edit's own answer before the one that it replies to.
        Assert.Equal("2", (await answers.FindAsync(Message("2") with { IsEdit = true, RepliesTo = "32" }, Cancellation))?.Question);
        Assert.Equal("3", (await answers.FindAsync(Message("9") with { IsEdit = true, RepliesTo = "32" }, Cancellation))?.Question);
        Assert.Null(await answers.FindAsync(Message("2"), Cancellation));
        await answers.ForgetAsync(Chat, "2", Cancellation);
        Assert.Null(await answers.FindAsync(Chat, "2", Cancellation));
        time.Advance(TimeSpan.FromDays(3.1));
        await answers.CleanAsync(Cancellation);
        Assert.Null(await answers.FindAsync(Chat, "3", Cancellation));
    }

    [Theory, EachDatabase]
    public async Task A_person_who_is_forgotten_leaves_numbers_where_others_are_and_nothing_in_private(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var answers = new AnswersByMessage(store.Database, TimeProvider.System);
        var alone = new ChatAddress("telegram", "5");
        await answers.RememberAsync(Kept("2", "30"), Cancellation);
        await answers.RememberAsync(Kept("3", "31") with { Person = new PersonId("telegram", "6") }, Cancellation);
        await answers.RememberAsync(Kept("2", "3") with { Chat = alone }, Cancellation);
        var subscriptions = new SubscriptionStore(store.Database, "t");
        await subscriptions.ForgetAsync(Ann, null, Cancellation);
        Assert.Null(await answers.FindAsync(alone, "2", Cancellation));
        Assert.Equivalent(new KeptAnswer(Chat, "2", null, ["30"], [], false), await answers.FindAsync(Chat, "2", Cancellation), strict: true);
        Assert.Equal(["When?", "Where?"], (await answers.FindAsync(Chat, "3", Cancellation))?.Turns);
        // A group's, by who manages it.
        await subscriptions.ForgetAsync(Chat, Cancellation);
        Assert.Empty((await answers.FindAsync(Chat, "3", Cancellation))!.Turns);
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_is_left_or_has_another_address_now_is_forgotten(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var answers = new AnswersByMessage(store.Database, TimeProvider.System);
        var other = new ChatAddress("telegram", "-10");
        await answers.RememberAsync(Kept("2", "30"), Cancellation);
        await answers.RememberAsync(Kept("2", "30") with { Chat = other }, Cancellation);
        await answers.MovedAsync(Chat with { Thread = null }, new ChatAddress("telegram", "-100"), Cancellation);
        Assert.Null(await answers.FindAsync(Chat, "2", Cancellation));
        Assert.Null(await answers.FindAsync(new ChatAddress("telegram", "-100"), "2", Cancellation));
        Assert.NotNull(await answers.FindAsync(other, "2", Cancellation));
        await answers.LeftAsync(other, Cancellation);
        Assert.Null(await answers.FindAsync(other, "2", Cancellation));
    }

    [Theory, EachDatabase]
    public async Task What_was_kept_for_Discord_alone_is_taken_over(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(null, "DROP TABLE answers", Cancellation);
            await connection.ExecuteAsync(null, "CREATE TABLE discord_answers (channel TEXT NOT NULL, question TEXT NOT NULL, replies TEXT NOT NULL, answered_at BIGINT NOT NULL, PRIMARY KEY (channel, question))", Cancellation);
            await connection.ExecuteAsync(null, "INSERT INTO discord_answers (channel, question, replies, answered_at) VALUES ('1', '2', '3 4', 5)", Cancellation);
            await connection.ExecuteAsync(null, "DELETE FROM schema_versions WHERE version = 31", Cancellation);
        }
        await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation);
        var channel = new ChatAddress("discord", "1");
        Assert.Equivalent(new KeptAnswer(channel, "2", null, ["3", "4"], [], false), await new AnswersByMessage(store.Database, TimeProvider.System).FindAsync(channel, "2", Cancellation), strict: true);
    }

    private static KeptAnswer Kept(string question, params string[] replies) => new(Chat, question, Ann, replies, ["When?", "Where?"], true);

    private static IncomingMessage Message(string id) => new(Chat, Ann, id, "words", false);
}
