using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.World;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>What people see, channel by channel, held against approved texts.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public async Task A_mention_is_answered_with_its_source_and_followed_up_by_reply()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, bob) = (bot.Server.AddPerson("Ada"), bot.Server.AddPerson("Bob"));
        var channel = bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        bob.Say(channel, "When does the quay open?");
        bot.Ask(ada, channel, "When does the quay open?");
        await bot.AnswersAsync(channel, 1);
        bot.Ask(ada, channel, "What did Quist say?");
        var answers = await bot.AnswersAsync(channel, 2);
        ada.Reply(answers[0], "And how many cranes?");
        await bot.AnswersAsync(channel, 3);
        bot.Ask(bob, channel, "What colour is the moon's cheese?");
        await bot.AnswersAsync(channel, 4);
        Approved.Equal("mention-and-follow-up", bot.Server.TranscriptFor(ada, channel));
    }

    [Fact]
    public async Task A_direct_message_is_a_question()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        string[] texts = ["hello", "When does the quay open?", "/who Hedda Quist", "/help", "/dance"];
        for (var i = 0; i < texts.Length; i++)
        {
            ada.Say(ada.DirectChannel, texts[i]);
            await bot.AnswersAsync(ada.DirectChannel, i + 1);
        }
        Approved.Equal("direct-messages", bot.Server.TranscriptFor(ada, ada.DirectChannel));
    }

    [Fact]
    public async Task Slash_commands_look_things_up()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, channel) = Guild(bot);
        var bob = bot.Server.AddPerson("Bob");
        (string, (string, object)[])[] commands =
        [
            ("ask", [("question", "When does the quay open?")]), ("ask", [("question", "And how many cranes?"), ("only-for-me", true)]), ("who", [("name", "Hedda Quist")]),
            ("quote", [("speaker", "Quist")]), ("number", [("about", "cranes")]), ("timeline", []), ("compare", [("question", "How many cranes has the quay?")]),
            ("check", [("claim", "The quay opens on 14 March 2031.")]), ("when", []), ("where", []), ("sources", []), ("sources", [("document", "evening-echo")]),
            ("ask", [("question", "Who painted the moon?")]),
        ];
        for (var i = 0; i < commands.Length; i++) await bot.AnsweredAsync((i < 6 ? ada : bob).Slash(channel, commands[i].Item1, commands[i].Item2));
        Approved.Equal("slash-commands", bot.Server.TranscriptFor(ada, channel));
    }

    [Fact]
    public async Task Commands_about_the_bot_are_for_whoever_asks()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, channel) = Guild(bot);
        foreach (var name in new[] { "help", "about", "privacy" }) await bot.AnsweredAsync(ada.Slash(channel, name));
        Approved.Equal("commands-about-the-bot", bot.Server.TranscriptFor(ada, channel));
        Assert.Equal("", bot.Server.TranscriptFor(bot.Server.AddPerson("Bob"), channel));
    }

    [Fact]
    public async Task Where_a_question_has_two_readings_it_asks_back_with_buttons()
    {
        await using var bot = await RunningBot.StartAsync(topic: RepositoryRoot.File("config", "topics", "hague-2025"));
        var (ada, channel) = Guild(bot);
        var bob = bot.Server.AddPerson("Bob");
        bot.Ask(ada, channel, "When was the press conference?");
        var asked = (await bot.AnswersAsync(channel, 1))[0];
        var before = bot.Server.TranscriptFor(ada, channel);
        var first = (string?)asked.Controls.First()["label"] ?? "";
        await bot.AnsweredAsync(bob.Tap(asked, first));
        await bot.AnsweredAsync(ada.Tap(asked, first));
        Approved.Equal("which-do-you-mean", before + "---\n" + bot.Server.TranscriptFor(bob, channel));
    }

    private static (Person, SimChannel) Guild(RunningBot bot)
    {
        var ada = bot.Server.AddPerson("Ada");
        return (ada, bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0]);
    }
}
