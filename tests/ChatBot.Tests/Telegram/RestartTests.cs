using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What was answered before the service was started again can be replied to and edited.</summary>
public sealed class RestartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_reply_goes_on_from_the_answer_whoever_gave_it_but_from_nothing_else_that_another_asked(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Harbour talk", ann, bob);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        ann.Say("/who Brandt", group);
        var brandt = await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        ann.Say("/ask How many cranes has the quay?", group);
        await bot.Server.WaitForBotAsync(group, 3, Cancellation);
        ann.Say("/help@chat_test_bot ask", group);
        var help = await bot.Server.WaitForBotAsync(group, 4, Cancellation);
        await bot.RestartAsync();

        ann.Reply(brandt, "When did he say so?");
        await bot.Server.WaitForBotAsync(group, 5, Cancellation);
        bob.Reply(brandt, "And since when?");
        await bot.Server.WaitForBotAsync(group, 6, Cancellation);
        // What Ann was told of commands answers no question of hers, and her others are none of Bob's business.
        bob.Reply(help, "Who said that?");
        await bot.Server.WaitForBotAsync(group, 7, Cancellation);
        Approved.Equal("replies-after-a-restart", bot.Server.Transcript(group));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_question_that_is_edited_has_its_answer_changed_and_one_that_is_none_any_more_has_it_taken_back(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(new SimulatorOptions { PrivacyMode = false }, receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        var group = bot.Server.AddGroup("Harbour talk", ann);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        var (asked, mistaken) = (ann.Say("/who Brandt", group), ann.Say("/number cranes", group));
        await bot.Server.WaitForBotAsync(group, 3, Cancellation);
        var alone = ann.Say("When does the quay open?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.RestartAsync();

        ann.Edit(asked, "/who Quist");
        ann.Edit(mistaken, "Never mind.");
        ann.Edit(alone, "How many cranes has the quay?");
        await bot.Server.WaitUntilAsync(() => Count("editMessageText") == 2 && Count("deleteMessage") == 1, "both answers are changed and one is taken back", Cancellation);
        await bot.RestartAsync();
        ann.Edit(mistaken, "/number euros");
        await bot.Server.WaitForBotAsync(group, 4, Cancellation);
        Approved.Equal("edits-after-a-restart", bot.Server.Transcript(group) + bot.Server.Transcript(ann.Private));

        int Count(string method) => bot.Server.Ledger.Of(method).Count;
    }

    [Fact]
    public async Task What_was_checked_is_asked_about_by_a_reply_to_its_verdict_and_checked_anew_where_it_is_edited()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("How many cranes has the quay?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        var asked = ann.Say("/check The first ship is expected on 15 March 2031.");
        var verdict = await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        ann.Say("Who said that?");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        await bot.RestartAsync();

        ann.Reply(verdict, "And when did he say so?");
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        ann.Edit(asked, "/check The quay opens on 15 March 2031.");
        await bot.Server.WaitUntilAsync(() => bot.Server.Ledger.Of("editMessageText").Count == 1, "the verdict is changed", Cancellation);
        await bot.RestartAsync();
        ann.Reply(verdict, "What does [1] say?");
        await bot.Server.WaitForBotAsync(ann.Private, 5, Cancellation);
        Approved.Equal("checks-after-a-restart", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task Who_asked_to_be_forgotten_is_not_recognised_by_older_answers()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("Who is Brandt?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.UntilCountAsync(1, "SELECT count(*) FROM answers WHERE turns LIKE '%Brandt%'");
        ann.Say("/forgetme");
        ann.Tap(await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation), "Delete it");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        await bot.StopAsync();
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM answers"));
        await bot.RestartAsync();
        ann.Reply(answer, "When did he say so?");
        Assert.Contains("I can't tell whom or what that means", (await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation)).Text, StringComparison.Ordinal);
        ann.Reply(answer, "source?");
        Assert.Contains("I can't tell whom or what that means", (await bot.Server.WaitForBotAsync(ann.Private, 5, Cancellation)).Text, StringComparison.Ordinal);
        ann.Reply(answer, "When does the quay open?");
        Assert.Contains("March 2031", (await bot.Server.WaitForBotAsync(ann.Private, 6, Cancellation)).Text, StringComparison.Ordinal);
    }
}
