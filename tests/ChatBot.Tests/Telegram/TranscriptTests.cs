using System.Text;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;
using ChatBot.Telegram;
using ChatBot.TelegramClient;
using Xunit;
using KnownTopic = ChatBot.Knowledge.Topics.Topic;

namespace ChatBot.Tests.Telegram;

/// <summary>What people see, chat by chat, held against approved texts.</summary>
public sealed class TranscriptTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_question_is_answered_with_its_source_and_followed_up_by_reply(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        await AskAsync(bot, ann, "When does the quay open?", 1);
        await AskAsync(bot, ann, "What did Quist say?", 2);
        ann.Reply(await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation), "And how many cranes?");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        await AskAsync(bot, ann, "What colour is the moon's cheese?", 4);
        Approved.Equal("question-and-follow-up", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task Commands_about_the_bot_are_answered(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        string[] commands = ["/start", "/help", "/about", "/privacy", "/sources", "/sources 2", "/sources moon", "/souces"];
        for (var i = 0; i < commands.Length; i++) await AskAsync(bot, ann, commands[i], i + 1);
        Approved.Equal("commands-about-the-bot", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task Commands_look_things_up(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        string[] commands = ["/who Hedda Quist", "/who", "/quote Quist", "/number cranes", "/timeline", "/compare How many cranes has the quay?", "/ask Who is the harbour master of Aldenburg?"];
        for (var i = 0; i < commands.Length; i++) await AskAsync(bot, ann, commands[i], i + 1);
        Approved.Equal("look-ups", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task In_a_group_it_is_silent_unless_addressed(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(new SimulatorOptions { PrivacyMode = false }, receiving: receiving);
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Harbour talk", ann, bob);
        var other = bot.Server.AddOtherBot("Other", "other_bot");
        bot.Server.AddMember(group, other);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        ann.Say("When does the quay open?", group);
        other.Say("/who@chat_test_bot Brandt", group);
        bob.Say("/who@other_bot Brandt", group);
        bob.Say("/dance", group);
        bob.SendMedia("sticker", null, group);
        bob.Say("@chat_test_bot When does the quay open?", group);
        var answer = await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        ann.Reply(answer, "How many cranes has it?");
        await bot.Server.WaitForBotAsync(group, 3, Cancellation);
        bob.Say("/who@CHAT_test_bot Hedda Quist", group);
        await bot.Server.WaitForBotAsync(group, 4, Cancellation);
        bob.Say("Thanks all", group);
        await bot.Server.WaitUntilAsync(() => bot.Server.PendingUpdates == 0, "everything is taken", Cancellation);
        Approved.Equal("group", bot.Server.Transcript(group));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task In_a_group_start_and_help_tell_how_it_is_asked_there(bool hasPrivacy)
    {
        await using var bot = await RunningBot.StartAsync(new SimulatorOptions { PrivacyMode = hasPrivacy });
        var ann = bot.Server.AddPerson("Ann");
        var group = bot.Server.AddGroup("Harbour talk", ann);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        ann.Say("/start@chat_test_bot", group);
        await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        ann.Say("/help@chat_test_bot", group);
        await bot.Server.WaitForBotAsync(group, 3, Cancellation);
        Approved.Equal(hasPrivacy ? "how-to-ask-in-a-group" : "how-to-ask-in-a-group-without-privacy", bot.Server.Transcript(group));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task In_a_forum_the_answer_stays_in_its_topic(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        var forum = bot.Server.AddSupergroup("Forum", true, ann);
        ann.AddBot(forum);
        await bot.Server.WaitForBotAsync(forum, 1, Cancellation);
        var topic = ann.OpenTopic(forum, "Ships");
        ann.Say("/who@chat_test_bot Quist", forum, topic);
        await bot.Server.WaitForBotAsync(forum, 2, Cancellation);
        Approved.Equal("forum-topic", bot.Server.Transcript(forum));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task An_edited_question_changes_its_answer(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        var question = await AskAsync(bot, ann, "Who is Hedda Quist?", 1);
        ann.Edit(question, "When does the quay open?");
        await bot.Server.WaitUntilAsync(() => bot.Server.Transcript(ann.Private).Contains("ChatBot changes it", StringComparison.Ordinal), "the answer changes", Cancellation);
        Approved.Equal("edited-question", bot.Server.Transcript(ann.Private));
        Assert.Single(bot.Server.Ledger.Of("sendMessage"));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task Buttons_work_after_a_restart_and_forged_ones_are_refused(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        await AskAsync(bot, ann, "When does the quay open?", 1);
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.RestartAsync();
        Assert.Equal("", await AnswerAsync(ann.Tap(answer, "Passage")));
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        Assert.Equal("", await AnswerAsync(ann.Tap(answer, "Timeline")));
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        Assert.Equal("Thank you, noted.", await AnswerAsync(ann.Tap(answer, "👍")));
        Assert.Equal("I have noted that already.", await AnswerAsync(ann.Tap(answer, "👍")));
        Assert.Equal("Noted; this one counts now.", await AnswerAsync(ann.Tap(answer, "👎")));
        foreach (var forged in new[] { "p:00000000:0:5:00000000", "p:x:9999999999:-1:", "zzz" })
            Assert.Equal("That button no longer works. Please ask again.", await AnswerAsync(ann.TapForged(answer, forged)));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback WHERE helpful = 0 AND question = 'When does the quay open?'"));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback"));
        Approved.Equal("buttons", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_tapped_choice_is_answered_under_the_question(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        var question = ann.Say("/help");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        using var client = new TelegramBotClient(new TelegramBotClientOptions(bot.Server.Options.Token, bot.Server.BaseUrl));
        var reply = PlainChoice("When does the quay open?", "What did Quist say?");
        await client.SendMessage(
            ann.Id, TelegramReplyWriter.Write(reply)[0].Html, replyParameters: question.Id, replyMarkup: TelegramKeyboard.Of(reply, KnowledgeBase.Build(KnownTopic.None, [])), cancellationToken: Cancellation);
        var choices = await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        Assert.Equal("", await AnswerAsync(ann.Tap(choices, "What did Quist say?")));
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        Approved.Equal("choices", bot.Server.Transcript(ann.Private));

        static Reply PlainChoice(params string[] questions) =>
            new([new ReplyBlock.Line([new ReplySpan.Words("Which of these do you mean?")])], [], [.. questions.Select(choice => new ReplyAction(ReplyActionKind.Ask, choice, choice))]);
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_sticker_gets_a_short_line_and_a_flood_few_refusals(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        ann.SendMedia("sticker");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await AskAsync(bot, ann, new string('q', 2000), 2);
        Assert.Contains("I can only read text.", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
        Assert.Contains("at most 1,000 characters", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
        for (var i = 0; i < 30; i++) bob.Say("Who is Quist?");
        // Updates of a chat are dealt with in order, so after this one all others are.
        await AnswerAsync(bob.TapForged(await bot.Server.WaitForBotAsync(bob.Private, 1, Cancellation), "the last"));
        var said = bot.Server.Transcript(bob.Private);
        // One every two seconds at most, however long the machine takes over the thirty.
        Assert.InRange(said.Split("That is a lot of questions at once.").Length - 1, 1, 8);
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task What_is_forwarded_in_private_is_checked(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        ann.ForwardFromChannel("Rumours", "The quay of Aldenburg opens on 14 March 2031.");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        ann.ForwardFromChannel("Rumours", "The quay of Aldenburg has 9 cranes.");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        ann.Forward(bob.Say("/help"));
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        ann.ForwardFromChannel("Rumours", "The quay of Aldenburg opens on 14 March 2031! " + new string('x', 1500));
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        await AskAsync(bot, ann, "/check Otto Brandt runs the port since 2024.", 5);
        await AskAsync(bot, ann, "/check", 6);
        ann.ForwardFromChannel("Rumours", "😂😂😂");
        await bot.Server.WaitForBotAsync(ann.Private, 7, Cancellation);
        ann.ForwardFromChannel("Rumours", "The quay of Aldenburg has 9 cranes. Share this now!");
        await bot.Server.WaitForBotAsync(ann.Private, 8, Cancellation);
        ann.ForwardFromChannel("Rumours", "Please share!");
        await bot.Server.WaitForBotAsync(ann.Private, 9, Cancellation);
        Approved.Equal("forwarded", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task In_a_group_somebody_elses_claim_is_checked_by_a_reply(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Harbour talk", ann, bob);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        var claim = bob.Say("The quay opens on 20 March 2031.", group);
        ann.ForwardFromChannel("Rumours", "The quay has 9 cranes.", group);
        ann.Reply(claim, "/check");
        await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        ann.Reply(bob.SendMedia("photo", "Brandt runs the port since 2024.", group), "/check@chat_test_bot");
        await bot.Server.WaitForBotAsync(group, 3, Cancellation);
        ann.Say("/check", group);
        await bot.Server.WaitForBotAsync(group, 4, Cancellation);
        Approved.Equal("checked-by-reply", bot.Server.Transcript(group));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_claim_that_is_passed_on_with_a_command_is_checked_without_it_and_a_command_alone_is_none(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Harbour talk", ann, bob);
        var count = 0;
        foreach (var post in new[] { bob.Say("/check The quay has 6 cranes.", group), bob.Say("/check@chat_test_bot The quay has 9 cranes.", group), bob.SendMedia("photo", "/check Brandt runs the port since 2024.", group), bob.Say("/start", group), bob.Say("/who Brandt", group) })
        {
            ann.Forward(post, ann.Private);
            await bot.Server.WaitForBotAsync(ann.Private, ++count, Cancellation);
        }
        await AskAsync(bot, ann, "Who painted the quay?", ++count);
        ann.Forward(await bot.Server.WaitForBotAsync(ann.Private, count, Cancellation), ann.Private);
        await bot.Server.WaitForBotAsync(ann.Private, ++count, Cancellation);
        ann.Reply(await bot.Server.WaitForBotAsync(ann.Private, count - 1, Cancellation), "/check");
        await bot.Server.WaitForBotAsync(ann.Private, ++count, Cancellation);
        foreach (var command in new[] { "/ask /check The quay has 6 cranes.", "/ask /foo", "/ask /ask /who Brandt", "/check /check" }) await AskAsync(bot, ann, command, ++count);
        Approved.Equal("forwarded-commands", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task In_any_chat_it_offers_a_cited_answer_to_send(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var (ann, bob) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Bob"));
        var group = bot.Server.AddGroup("Friends", ann, bob);
        var offers = new StringBuilder();
        InlineAnswer? cranes = null;
        foreach (var words in new[] { "", "How many cranes has the quay?", "What colour is the moon's cheese?", "hello", "Wann öffnet der neue Kai von Aldenburg?", "<b>&\"\u202e", new string('q', 256) })
        {
            var offered = await ann.AskInlineAsync(words, Cancellation);
            offers.Append($"Ann types “{words}” and is offered:\n{string.Concat(offered.Lines.Select(line => $"    {line}\n"))}");
            if (words.StartsWith("How", StringComparison.Ordinal)) cranes = offered;
        }
        ann.Choose(cranes!, cranes!.Titles[0], group);
        Approved.Equal("inline", $"{offers}{bot.Server.Transcript(group)}");
        Assert.All(bot.Server.Ledger.Of("answerInlineQuery"), answer => Assert.Equal(("300", "false"), (answer.Parameters["cache_time"]!.ToJsonString(), answer.Parameters["is_personal"]!.ToJsonString())));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_link_asks_shows_a_source_or_just_begins(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        string[] payloads = ["q-How_many_cranes_has_the_quay", "s-evening-2decho", "q--2fprivacy", "aGVsbG8", "w-When_does_the_quay_open"];
        for (var i = 0; i < payloads.Length; i++)
        {
            ann.Start(payloads[i]);
            await bot.Server.WaitForBotAsync(ann.Private, i + 1, Cancellation);
        }
        var first = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        Assert.Equal("Thank you, noted.", await AnswerAsync(ann.Tap(first, "👍")));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback WHERE question = 'How many cranes has the quay'"));
        Approved.Equal("links", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task A_group_that_becomes_a_supergroup_keeps_its_bot(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        var group = bot.Server.AddGroup("Harbour talk", ann);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        ann.Say("/who Brandt", group);
        await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        var supergroup = ann.Migrate(group);
        ann.Say("/who@chat_test_bot Quist", supergroup);
        await bot.Server.WaitForBotAsync(supergroup, 1, Cancellation);
        Approved.Equal("supergroup", bot.Server.Transcript(group) + bot.Server.Transcript(supergroup));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task Whoever_blocked_it_and_comes_back_is_answered_again(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        await AskAsync(bot, ann, "Who is Brandt?", 1);
        ann.Block();
        ann.Unblock();
        await AskAsync(bot, ann, "How many cranes has the quay?", 2);
        Approved.Equal("blocked-and-back", bot.Server.Transcript(ann.Private));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task The_command_menus_are_set_once(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var ann = bot.Server.AddPerson("Ann");
        await AskAsync(bot, ann, "/when", 1);
        await bot.RestartAsync();
        await AskAsync(bot, ann, "/where", 2);
        Assert.Equal(3, bot.Server.Ledger.Of("setMyCommands").Count);
        Assert.Equal(6, bot.Server.Ledger.Of("getMyCommands").Count);
    }

    private static async Task<Post> AskAsync(RunningBot bot, Person person, string text, int count)
    {
        var post = person.Say(text);
        await bot.Server.WaitForBotAsync(person.Private, count, Cancellation);
        return post;
    }

    private static Task<string> AnswerAsync(Tap tap) => tap.Answer.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
}
