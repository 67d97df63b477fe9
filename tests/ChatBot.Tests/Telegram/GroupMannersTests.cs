using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What people in a group and in private see of rights, of passages, of claims, and of questions that they take back.</summary>
public sealed class GroupMannersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_source_that_is_cited_has_its_passage()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("How many cranes has the quay?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await AnswerAsync(ann.Tap(answer, "Passage 2"));
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        Approved.Equal("second-passage", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task Who_does_not_manage_a_group_is_told_alone_who_may_and_is_offered_nothing_to_change()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Harbour talk", ann, bob);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        bob.Say("/ask@chat_test_bot When does the quay open?", group);
        var answer = await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        var refused = await AnswerAsync(bob.Tap(answer, "Watch"));
        Assert.Contains("only those who manage the chat", refused, StringComparison.Ordinal);
        Assert.Contains("write to me in private: /watch When does the quay open?", refused, StringComparison.Ordinal);
        Assert.Equal("", await AnswerAsync(ann.Tap(answer, "Watch")));
        await bot.Server.WaitForBotAsync(group, 3, Cancellation);
        bob.Say("/subscriptions@chat_test_bot", group);
        await bot.Server.WaitForBotAsync(group, 4, Cancellation);
        bob.Say("/settings@chat_test_bot", group);
        await bot.Server.WaitForBotAsync(group, 5, Cancellation);
        ann.Say("/subscriptions@chat_test_bot", group);
        var list = await bot.Server.WaitForBotAsync(group, 6, Cancellation);
        Assert.Contains("only those who manage the chat", await AnswerAsync(bob.Tap(list, "Stop watch 1")), StringComparison.Ordinal);
        Approved.Equal("rights-in-a-group", bot.Server.Transcript(group));
    }

    [Fact]
    public async Task A_mention_that_is_edited_away_takes_its_answer_along()
    {
        await using var bot = await RunningBot.StartAsync(new SimulatorOptions { PrivacyMode = false });
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Harbour talk", ann, bob);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        var question = bob.Say("@chat_test_bot When does the quay open?", group);
        await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        bob.Edit(question, "When does the quay open? Anybody?");
        await bot.Server.WaitUntilAsync(() => bot.Server.Ledger.Of("deleteMessage").Count == 1, "the answer goes", Cancellation);
        bob.Edit(question, "@chat_test_bot Who is Hedda Quist?");
        await bot.Server.WaitUntilAsync(() => bot.Server.Ledger.Of("sendMessage").Count == 3, "another answer comes", Cancellation);
        bob.Edit(question, "When does the quay open? Anybody?");
        await bot.Server.WaitUntilAsync(() => bot.Server.Ledger.Of("deleteMessage").Count == 2, "the answer goes", Cancellation);
        bob.Edit(question, "@chat_test_bot When does the quay open?");
        await bot.Server.WaitUntilAsync(() => bot.Server.Ledger.Of("sendMessage").Count == 4, "the first answer comes again", Cancellation);
        Approved.Equal("edited-away", bot.Server.Transcript(group));
    }

    [Fact]
    public async Task Whichever_of_its_messages_is_to_be_checked_it_says_what_that_is()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        var sent = 0;
        var answer = await ChecksAsync("When does the quay open?", "That is an answer of mine: each of its statements");
        ann.Tap(answer, "Passage");
        await ChecksUnderAsync(await bot.Server.WaitForBotAsync(ann.Private, ++sent, Cancellation), "That is a passage of a document");
        await ChecksAsync("Who pays the musicians?", "That is an answer of mine: I said that my documents don't tell.");
        await ChecksAsync("Thank you!", "That is a message of mine that states nothing");
        await ChecksAsync("/help", "That is a message of mine that states nothing");
        await ChecksAsync("/sources", "That is a message of mine that states nothing");

        async Task<Post> ChecksAsync(string said, string expected)
        {
            ann.Say(said);
            var own = await bot.Server.WaitForBotAsync(ann.Private, ++sent, Cancellation);
            await ChecksUnderAsync(own, expected);
            return own;
        }

        async Task ChecksUnderAsync(Post own, string expected)
        {
            ann.Reply(own, "/check");
            Assert.StartsWith(expected, (await bot.Server.WaitForBotAsync(ann.Private, ++sent, Cancellation)).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/sources 0", "I hold no such document")]
    [InlineData("/sources -1", "I hold no such document")]
    [InlineData("/sources 2", "A quay")]
    public async Task A_document_is_shown_by_a_number_of_the_list_alone(string command, string said)
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say(command);
        Assert.StartsWith(said, (await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_are_judged_once_are_pointed_to_and_an_answer_of_its_own_is_not_checked()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/check The quay opens on 14 March 2031. The quay opens on 14 March 2031! It has been said: the quay has 9 cranes.");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        ann.Say("When does the quay open?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        ann.Reply(answer, "/check");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        ann.Say("The quay of Aldenburg has 9 cranes.");
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        ann.Say("/quote Brandt");
        await bot.Server.WaitForBotAsync(ann.Private, 5, Cancellation);
        Approved.Equal("claims-and-quotations", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task A_thumb_that_is_changed_after_a_restart_counts_once()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("When does the quay open?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        Assert.Equal("Thank you, noted.", await AnswerAsync(ann.Tap(answer, "👍")));
        await bot.RestartAsync();
        Assert.Equal("I have noted that already.", await AnswerAsync(ann.Tap(answer, "👍")));
        Assert.Equal("Noted; this one counts now.", await AnswerAsync(ann.Tap(answer, "👎")));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback"));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback WHERE helpful = 0"));
    }

    [Fact]
    public async Task Watching_by_a_tap_takes_none_of_the_questions()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("When does the quay open?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        for (var i = 0; i < 12; i++) Assert.Equal("", await AnswerAsync(ann.Tap(answer, "Watch")));
    }

    [Fact]
    public async Task What_came_while_somebody_had_blocked_the_bot_is_told_as_not_delivered()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/subscribe");
        ann.Tap(await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation), "Subscribe");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        ann.Block();
        await bot.Server.WaitUntilAsync(() => bot.CountAsync("SELECT count(*) FROM chats WHERE gone_at IS NOT NULL").GetAwaiter().GetResult() == 1, "the chat is closed", Cancellation);
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), "Hedda Quist and Otto Brandt chose Ines Oduya as the architect of the new quay of Aldenburg.");
        ann.Unblock();
        ann.Say("/why");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        var told = bot.Server.Transcript(ann.Private);
        Assert.Contains("Ines Oduya", told, StringComparison.Ordinal);
        Assert.Contains("not delivered: this chat was closed to me from", told, StringComparison.Ordinal);
    }

    private static Task<string> AnswerAsync(Tap tap) => tap.Answer.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
}
