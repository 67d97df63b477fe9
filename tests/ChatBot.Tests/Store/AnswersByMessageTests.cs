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
    public async Task What_a_message_showed_is_kept_with_it_and_forgotten_with_the_person_and_news_with_the_chat(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var answers = new AnswersByMessage(store.Database, TimeProvider.System);
        await answers.RememberAsync(Kept("2", "30") with { Shown = "1=a:2:3:b" }, Cancellation);
        await NewsAsync(store, "k", "40", "41");
        Assert.Equal("1=a:2:3:b", (await answers.FindByReplyAsync(Chat, "30", Cancellation))?.Shown);
        Assert.Equivalent(KeptAnswer.OfNews(Chat with { Thread = null }, "k", ["40", "41"], "1=c:4:5:d") with { Chat = Chat }, await answers.FindByReplyAsync(Chat, "41", Cancellation), strict: true);
        var subscriptions = new SubscriptionStore(store.Database, "t");
        await subscriptions.ForgetAsync(Ann, null, Cancellation);
        Assert.Null((await answers.FindAsync(Chat, "2", Cancellation))!.Shown);
        Assert.NotNull((await answers.FindByReplyAsync(Chat, "40", Cancellation))!.Shown);
        await subscriptions.ForgetAsync(Chat, Cancellation);
        Assert.Null((await answers.FindByReplyAsync(Chat, "40", Cancellation))!.Shown);

        async Task NewsAsync(TestStore into, string key, params string[] messages)
        {
            await using var connection = await into.Database.OpenAsync(Cancellation);
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await AnswersByMessage.RememberAsync(into.Database, connection, transaction, [KeptAnswer.OfNews(Chat, key, messages, "1=c:4:5:d")], TimeProvider.System.GetUtcNow(), Cancellation);
            await transaction.CommitAsync(Cancellation);
        }
    }

    [Theory, EachDatabase]
    public async Task An_answer_that_was_kept_before_it_was_noted_what_it_showed_is_still_found(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using (var connection = await store.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(null, "ALTER TABLE answers DROP COLUMN shown", Cancellation);
            await connection.ExecuteAsync(null, $"INSERT INTO answers (platform, chat, question, person, replies, turns, is_turn, answered_at) VALUES ('telegram', '-9', '2', '5', '30', '[\"When?\"]', 1, {TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()})", Cancellation);
            await connection.ExecuteAsync(null, "DELETE FROM schema_versions WHERE version = 33", Cancellation);
        }
        await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation);
        Assert.Equivalent(new KeptAnswer(Chat, "2", Ann, ["30"], ["When?"], true), await new AnswersByMessage(store.Database, TimeProvider.System).FindByReplyAsync(Chat, "30", Cancellation), strict: true);
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
            await connection.ExecuteAsync(null, "DELETE FROM schema_versions WHERE version IN (31, 33)", Cancellation);
        }
        await new SchemaMigrator(store.Database, TimeProvider.System).MigrateAsync(Cancellation);
        var channel = new ChatAddress("discord", "1");
        Assert.Equivalent(new KeptAnswer(channel, "2", null, ["3", "4"], [], false), await new AnswersByMessage(store.Database, TimeProvider.System).FindAsync(channel, "2", Cancellation), strict: true);
    }

    private static KeptAnswer Kept(string question, params string[] replies) => new(Chat, question, Ann, replies, ["When?", "Where?"], true);

    private static IncomingMessage Message(string id) => new(Chat, Ann, id, "words", false);
}
