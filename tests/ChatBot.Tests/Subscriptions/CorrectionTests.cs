using ChatBot.Chat;
using ChatBot.Subscriptions;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>Those who were given an answer that has changed since are told, where they want to be.</summary>
public sealed class CorrectionTests
{
    private const string Question = "Will Trump attend the summit?";
    private const string Cancels = "Donald Trump will not attend the NATO summit in The Hague, the White House said.";
    private const string Comes = "Donald Trump will attend the NATO summit in The Hague after all, the White House said.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_told_is_corrected_with_before_and_after()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        var settings = await rig.SayAsync("/settings");
        await rig.TapAsync(settings, "Tell corrections");
        await rig.AskAsync(Question);
        rig.At("2025-06-21T08:00:00Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.DeliverAsync();
        await rig.SayAsync("/why");
        rig.At("2025-06-22T08:00:00Z");
        await rig.ComesInAsync("capital-2", "Capital Times", Comes);
        await rig.DeliverAsync();
        Approved.Equal("corrections", rig.Transcript);
    }

    [Fact]
    public async Task Of_an_answer_that_sources_disagreed_on_every_side_is_named_to_who_was_given_it_and_to_who_watches()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        rig.At("2025-06-20T08:00:00Z");
        await rig.SayAsync("/settings corrections on");
        await rig.AskAsync("When is the summit?");
        await rig.SayAsync("/watch When is the summit?", "ben");
        await rig.SayAsync("/watch Was Ukraine invited?", "ben");
        await rig.AskAsync("Was Ukraine invited?", "ben");
        await rig.ComesInAsync("capital-1", "Capital Times", "The NATO summit in The Hague will take place on 26 and 27 June 2025, the Dutch government said.");
        await rig.DeliverAsync();
        await rig.ComesInAsync("capital-2", "Capital Times", "Ukraine was not invited to the NATO summit in The Hague, Mark Rutte said.");
        await rig.DeliverAsync();
        Approved.Equal("every-side-before", rig.Transcript);
    }

    [Theory, EachDatabase]
    public async Task An_answer_that_was_taken_back_or_whose_question_was_edited_is_not_corrected(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        foreach (var chat in new[] { "anna", "ben", "eve" })
        {
            await rig.SayAsync("/settings corrections on", chat);
            await rig.AskAsync(Question, chat);
        }
        await rig.Shown.WithdrawnAsync(new ChatAddress("loop", "anna"), "1", Cancellation);
        await rig.AskAsync("When is the summit?", "ben", isEdit: true);
        await rig.Shown.WithdrawnAsync(new ChatAddress("loop", "eve"), "2", Cancellation);
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.DeliverAsync();
        Assert.Equal(["eve"], rig.Delivered.Keys);
    }

    [Theory, EachDatabase]
    public async Task Only_those_who_asked_for_it_are_told(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/settings corrections on", "anna");
        await rig.SayAsync("/settings corrections on", "eve");
        foreach (var chat in new[] { "anna", "ben" }) await rig.AskAsync(Question, chat);
        await rig.AskAsync("When is the summit?", "eve");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        Assert.Equal("anna", Assert.Single(await rig.DeliverAsync()).Chat);
    }

    [Fact]
    public async Task It_is_the_same_whether_it_was_asked_plainly_or_by_a_command_but_lists_are_not_corrected()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        foreach (var (chat, asked) in new[] { ("anna", "/ask " + Question), ("ben", "/when"), ("carla", "/where"), ("eve", "/timeline Trump"), ("fred", "/quote Trump") })
        {
            await rig.SayAsync("/settings corrections on", chat);
            await rig.AskAsync(asked, chat);
        }
        Assert.Equal(3, await CountAsync(rig));
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        await rig.ComesInAsync("capital-2", "Capital Times", "The NATO summit in The Hague will take place on 26 and 27 June 2025, the Dutch government said.");
        Assert.Equal(["anna", "ben"], (await rig.DeliverAsync()).Select(one => one.Chat));
    }

    [Theory, EachDatabase]
    public async Task Who_watches_the_question_is_told_once(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        await rig.SayAsync("/settings corrections on");
        await rig.SayAsync("/watch " + Question);
        await rig.AskAsync(Question);
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        Assert.Single(await rig.DeliverAsync());
    }

    [Theory, EachDatabase]
    public async Task It_is_forgotten_after_a_week_by_switching_off_and_by_forgetme(StoreKind kind)
    {
        await using var rig = await SubscriberRig.OpenAsync(kind);
        foreach (var chat in new[] { "anna", "ben", "carla" })
        {
            await rig.SayAsync("/settings corrections on", chat);
            await rig.AskAsync(Question, chat);
        }
        await rig.SayAsync("/settings corrections off", "anna");
        await rig.SayAsync("/forgetme yes", "ben");
        Assert.Equal(1, await CountAsync(rig));
        await rig.Shown.ForgetAsync(rig.Now, Cancellation);
        Assert.Equal(1, await CountAsync(rig));
        rig.At("2025-06-28T08:00:01Z");
        await rig.ComesInAsync("capital-1", "Capital Times", Cancels);
        Assert.Empty(await rig.DeliverAsync());
        await rig.Shown.ForgetAsync(rig.Now - ShownAnswers.Kept, Cancellation);
        Assert.Equal(0, await CountAsync(rig));
    }

    [Fact]
    public async Task Nothing_is_remembered_of_who_asked_nor_of_what_only_one_was_shown_nor_of_what_has_no_answer()
    {
        await using var rig = await SubscriberRig.OpenAsync();
        await rig.SayAsync("/settings corrections on", "group", manages: true);
        await rig.AskAsync(Question, "group", isForOneAlone: true);
        await rig.AskAsync("Who painted the quay?", "group");
        await rig.AskAsync("/timeline Trump", "group");
        Assert.Equal(0, await CountAsync(rig));
        var conversation = await rig.AskAsync(Question, "group");
        Assert.Equal(1, await CountAsync(rig));
        // A follow-up could not be asked again by itself.
        await rig.AskAsync("And Zelenskyy?", "group", conversation);
        Assert.Equal(1, await CountAsync(rig));
        Assert.DoesNotContain("anna", PlainReplyWriter.WriteText(await rig.SayAsync("/why", "group")), StringComparison.Ordinal);
    }

    private static async Task<long> CountAsync(SubscriberRig rig)
    {
        await using var connection = await rig.Database.OpenAsync(Cancellation);
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT count(*) FROM shown_answers";
        return (long)(await count.ExecuteScalarAsync(Cancellation) ?? -1L);
    }
}
