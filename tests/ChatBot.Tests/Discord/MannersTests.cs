using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.World;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>What people see of passages, of the bot's own answers, of questions that they take back, and of channels that are not to be answered in.</summary>
public sealed class MannersTests
{
    [Fact]
    public async Task Each_source_that_is_cited_has_its_passage_and_a_changed_thumb_counts_once_after_a_restart()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, bob, channel) = Guild(bot);
        bot.Ask(ada, channel, "How many cranes has the quay?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        var passage = await bot.AnsweredAsync(bob.Tap(answer, "Passage 2"));
        Assert.Contains("Cranes of Aldenburg", bot.Server.TranscriptFor(bob, channel)[bot.Server.TranscriptFor(bob, channel).LastIndexOf("only visible to you", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.True(passage.Original!.IsEphemeral);
        await bot.AnsweredAsync(bob.Tap(answer, "👍"));
        await bot.RestartAsync();
        Assert.Equal("Noted; this one counts now.", (await bot.AnsweredAsync(bob.Tap(answer, "👎"))).Original!.Content);
        await bot.StopAsync();
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback"));
    }

    [Fact]
    public async Task A_reply_goes_on_from_its_answer_after_a_restart_too()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, bob, channel) = Guild(bot);
        bot.Ask(ada, channel, "Who is Brandt?");
        var brandt = (await bot.AnswersAsync(channel, 1))[0];
        await bot.AnsweredAsync(ada.Slash(channel, "who", ("name", "Hedda Quist")));
        var quist = (await bot.AnswersAsync(channel, 2))[1];
        await bot.RestartAsync();
        ada.Reply(brandt, "And since when?");
        await bot.AnswersAsync(channel, 3);
        bob.Reply(quist, "What did she say?");
        await bot.AnswersAsync(channel, 4);
        Approved.Equal("replies-after-a-restart", bot.Server.TranscriptFor(ada, channel));
    }

    [Fact]
    public async Task A_mention_that_is_edited_away_takes_its_answer_along()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, _, channel) = Guild(bot);
        var question = bot.Ask(ada, channel, "Who is Hedda Quist?");
        await bot.AnswersAsync(channel, 1);
        ada.Edit(question, "Who is Hedda Quist? Anybody?");
        await bot.UntilAsync(() => bot.World.Messages.Any(message => message is { Author.IsBot: true, Deleted: true }));
    }

    [Fact]
    public async Task An_answer_of_its_own_is_not_checked_but_said_to_be_one()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, bob, channel) = Guild(bot);
        bot.Ask(ada, channel, "How many cranes has the quay?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        var check = await bot.AnsweredAsync(bob.UseMessageMenu(answer, "Check against sources"));
        Assert.StartsWith("That is an answer of mine", check.Original!.Content, StringComparison.Ordinal);
        var ask = await bot.AnsweredAsync(bob.UseMessageMenu(answer, "Ask about this"));
        Assert.StartsWith("That is an answer of mine", ask.Original!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many cranes has the quay?", "That is an answer of mine: each of its statements")]
    [InlineData("and how many crans has teh quay?", "That is an answer of mine: each of its statements")]
    [InlineData("Who pays the musicians?", "That is an answer of mine: I said that my documents don't tell.")]
    [InlineData("Thank you!", "That is a message of mine that states nothing")]
    [InlineData("/help", "That is a message of mine that states nothing")]
    [InlineData("/sources", "That is a message of mine that states nothing")]
    public async Task Whichever_of_its_messages_is_to_be_checked_it_says_what_that_is(string said, string expected)
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        bot.Ask(ada, ada.DirectChannel, said);
        var answer = (await bot.AnswersAsync(ada.DirectChannel, 1))[0];
        Assert.StartsWith(expected, (await bot.AnsweredAsync(ada.UseMessageMenu(answer, "Check against sources"))).Original!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_it_is_added_to_is_greeted_once_in_its_channel_for_notices()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var (silent, guild) = (bot.World.AddGuild("Quiet people", ada.User, "general"), bot.World.AddGuildWithNotices("Harbour watchers", ada.User, "welcome", "general"));
        await bot.AnswersAsync(guild.Channels[0], 1);
        bot.World.Outage(guild, over: false);
        bot.World.Outage(guild, over: true);
        await bot.RestartAsync();
        bot.Ask(ada, guild.Channels[0], "When does the quay open?");
        await bot.AnswersAsync(guild.Channels[0], 2);
        Approved.Equal("greeting-on-a-server", bot.Server.TranscriptFor(ada, guild.Channels[0]));
        Assert.Empty(await bot.AnswersAsync(silent.Channels[0], 0));
    }

    [Fact]
    public async Task Where_a_server_wants_no_answers_nothing_is_shown_to_all_whatever_only_for_me_says()
    {
        await using var bot = await RunningBot.StartAsync();
        var owner = bot.Server.AddPerson("Owner");
        var ada = bot.Server.AddPerson("Ada");
        var guild = bot.World.AddGuild("Harbour watchers", owner.User, "general", "questions");
        var (general, questions) = (guild.Channels[0], guild.Channels[1]);
        var shown = await bot.AnsweredAsync(owner.Slash(questions, "server"));
        await bot.AnsweredAsync(owner.Tap(shown.Original!, "Only in this channel"));
        var answer = await bot.AnsweredAsync(ada.Slash(general, "ask", ("question", "When does the quay open?"), ("only-for-me", false)));
        Assert.True(answer.Original!.IsEphemeral);
        Assert.StartsWith("Those who manage this server", (await bot.AnsweredAsync(ada.Tap(answer.Original!, "Share"))).Original!.Content, StringComparison.Ordinal);
        Assert.False((await bot.AnsweredAsync(ada.Slash(questions, "ask", ("question", "When does the quay open?"), ("only-for-me", false)))).Original!.IsEphemeral);
    }

    private static (Person Ada, Person Bob, SimChannel Channel) Guild(RunningBot bot)
    {
        var ada = bot.Server.AddPerson("Ada");
        return (ada, bot.Server.AddPerson("Bob"), bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0]);
    }
}
