using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>A message of news, and a list that is no answer, can be asked about by a reply; and a number means what stood there.</summary>
public sealed class AskedAboutNewsTests
{
    private const string Chosen = "Hedda Quist said on 4 February 2031 that Ines Oduya is the architect of the new quay.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_said_it_and_when_is_told_of_the_one_statement_of_a_message_of_news_after_a_restart_too()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        var news = await NewsAsync(bot, ann, Chosen);
        await ReplyAsync(bot, ann, news, "who said that?", 4);
        await bot.RestartAsync();
        await ReplyAsync(bot, ann, news, "When was that?", 5);
        await ReplyAsync(bot, ann, news, "what does [1] say?", 6);
        await ReplyAsync(bot, ann, news, "what does [2] say?", 7);
        Approved.Equal("asked-about-news", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task Of_several_news_in_one_message_each_is_answered_for_or_the_one_whose_number_is_named()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        var news = await NewsAsync(bot, ann, Chosen + "\n\nOtto Brandt said on 5 February 2031 that a ferry to Sweden will start in June 2031.\n\nThe warehouse by the quay was sold to a brewery.");
        await ReplyAsync(bot, ann, news, "who said that?", 4);
        await ReplyAsync(bot, ann, news, "who said [2]?", 5);
        await ReplyAsync(bot, ann, news, "when was [1]?", 6);
        await ReplyAsync(bot, ann, news, "where?", 7);
        await ReplyAsync(bot, ann, news, "who said [7]?", 8);
        await ReplyAsync(bot, ann, news, "what does [3] say?", 9);
        Approved.Equal("asked-about-several-news", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task A_number_means_what_stood_there_though_the_question_would_be_answered_otherwise_by_now()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("How many cranes has the quay?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.UntilCountAsync(1, "SELECT count(*) FROM answers WHERE shown IS NOT NULL");
        await AnotherProcess.IngestAsync(bot.StorePath, "a-morning-mail", "The Morning Mail", new DateOnly(2031, 2, 1), "The quay has 9 cranes.");
        await bot.RestartAsync();
        await ReplyAsync(bot, ann, answer, "what does [2] say?", 2);
        await ReplyAsync(bot, ann, answer, "who said [1]?", 3);
        ann.Say("How many cranes has the quay?");
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        Approved.Equal("a-number-after-a-restart", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task What_is_right_and_what_is_the_latest_is_told_of_the_sides_that_stood_there_though_there_are_others_by_now()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("How many cranes has the quay?");
        var answer = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.UntilCountAsync(1, "SELECT count(*) FROM answers WHERE shown IS NOT NULL");
        await AnotherProcess.IngestAsync(bot.StorePath, "a-morning-mail", "The Morning Mail", new DateOnly(2031, 2, 1), "The quay has 9 cranes.");
        await bot.RestartAsync();
        await ReplyAsync(bot, ann, answer, "which is right?", 2);
        await ReplyAsync(bot, ann, answer, "which is the latest?", 3);
        Approved.Equal("which-is-right-after-a-restart", bot.Server.Transcript(ann.Private));
    }

    [Fact]
    public async Task What_the_news_were_is_forgotten_with_the_person()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        var news = await NewsAsync(bot, ann, Chosen);
        await bot.UntilCountAsync(1, "SELECT count(*) FROM answers WHERE question LIKE 'news %'");
        ann.Say("/forgetme");
        ann.Tap(await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation), "Delete it");
        await bot.Server.WaitForBotAsync(ann.Private, 5, Cancellation);
        await bot.RestartAsync();
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM answers WHERE shown IS NOT NULL"));
        await ReplyAsync(bot, ann, news, "what does [1] say?", 6);
        Assert.Contains("I don't know any more what that number stood for there.", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_behind_news_who_said_that_means_them()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/subscribe confirm everything");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), Chosen);
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        // It tells news as soon as they are stored, and answers of them once it has taken them in.
        while (!(await ann.AskInlineAsync("Who is the architect of the new quay?", Cancellation)).Lines.Any(line => line.Contains("Oduya", StringComparison.Ordinal)))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancellation);
        ann.Say("who said that?");
        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        Approved.Equal("who-said-that-behind-news", bot.Server.Transcript(ann.Private));
    }

    /// <summary>Somebody follows all news, and such a document comes in.</summary>
    private static async Task<Post> NewsAsync(RunningBot bot, Person ann, string text)
    {
        ann.Say("/subscribe everything");
        ann.Tap(await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation), "Subscribe");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        await AnotherProcess.IngestAsync(bot.StorePath, "morning-mail", "The Morning Mail", new DateOnly(2031, 2, 5), text);
        var news = await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        await bot.UntilCountAsync(1, "SELECT count(*) FROM answers WHERE question LIKE 'news %'");
        // It tells news as soon as they are stored, and answers of them once it has taken them in.
        await bot.RestartAsync();
        return news;
    }

    private static async Task ReplyAsync(RunningBot bot, Person ann, Post to, string text, int messages)
    {
        ann.Reply(to, text);
        await bot.Server.WaitForBotAsync(ann.Private, messages, Cancellation);
    }
}
