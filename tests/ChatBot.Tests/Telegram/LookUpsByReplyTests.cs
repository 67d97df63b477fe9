using ChatBot.Simulators.Telegram.World;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>A look-up with nothing behind it, sent as a reply, is asked of what the message replied to asks, tells, or makes.</summary>
public sealed class LookUpsByReplyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_look_up_that_replies_takes_the_question_of_the_answer_or_of_the_message_replied_to()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        var question = ann.Say("How many cranes has the quay?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        ann.Reply(answer, "/watch");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        ann.Reply(question, "/compare");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        ann.Reply(answer, "/timeline");
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        ann.Say("When does the quay open?");
        var opening = await bot.Server.WaitForBotAsync(ann.Private, 5, Cancellation);
        ann.Reply(opening, "and where?");
        var place = await bot.Server.WaitForBotAsync(ann.Private, 6, Cancellation);
        await bot.RestartAsync();
        ann.Reply(place, "/watch");
        await bot.Server.WaitForBotAsync(ann.Private, 7, Cancellation);
        ann.Reply(opening, "/watch and where?");
        await bot.Server.WaitForBotAsync(ann.Private, 8, Cancellation);
        ann.Say("/subscriptions");
        await bot.Server.WaitForBotAsync(ann.Private, 9, Cancellation);
        Approved.Equal("look-ups-by-reply", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task In_a_group_the_question_of_another_person_is_taken_by_who_replies_to_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Harbour talk", ann, bob);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        var aside = ann.Say("How many cranes has the quay?", group);
        bob.Reply(aside, "/compare@chat_test_bot");
        var compared = await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        Assert.Contains("6 cranes", compared.Text, StringComparison.Ordinal);
        Assert.Contains("5 cranes", compared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_a_subscription_gives_that_one_another_rhythm_and_why_under_news_is_asked_of_these()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/subscribe everything");
        ann.Tap(await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation), "Subscribe");
        var everything = await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        foreach (var (id, text, messages) in new[] { ("first-mail", "The warehouse by the quay was sold to a brewery.", 3), ("second-mail", "A ferry to Sweden will start in June 2031.", 4) })
        {
            await AnotherProcess.IngestAsync(bot.StorePath, id, "The Morning Mail", new DateOnly(2031, 2, 5), text);
            await bot.Server.WaitForBotAsync(ann.Private, messages, Cancellation);
            await bot.UntilCountAsync(messages - 2, "SELECT count(*) FROM answers WHERE question LIKE 'news %'");
        }
        ann.Reply(ann.Private.Posts.First(post => post.Text?.Contains("brewery", StringComparison.Ordinal) == true), "/why");
        var why = await bot.Server.WaitForBotAsync(ann.Private, 5, Cancellation);
        Assert.Contains("brewery", why.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sweden", why.Text, StringComparison.Ordinal);
        ann.Say("/subscribe Brandt");
        ann.Tap(await bot.Server.WaitForBotAsync(ann.Private, 6, Cancellation), "Subscribe");
        await bot.Server.WaitForBotAsync(ann.Private, 7, Cancellation);
        ann.Reply(everything, "make it weekly");
        Assert.Contains("all news, every Monday at 9:00", (await bot.Server.WaitForBotAsync(ann.Private, 8, Cancellation)).Text, StringComparison.Ordinal);
        ann.Say("daily instead, please");
        Assert.Contains("all news, every day at 9:00", (await bot.Server.WaitForBotAsync(ann.Private, 9, Cancellation)).Text, StringComparison.Ordinal);
    }
}
