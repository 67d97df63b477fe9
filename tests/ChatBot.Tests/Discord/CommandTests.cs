using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.World;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>Commands as the platform has them: registered, completed while typing, opened as forms, in messages' menus.</summary>
public sealed class CommandTests
{
    private static readonly string LongText = string.Concat(Enumerable.Repeat("The quay is long. ", 100)).Trim();

    [Fact]
    public async Task Commands_are_written_once_and_stand_as_approved()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.RestartAsync();
        Assert.Single(bot.Server.Ledger.Entries, entry => entry.Method == "PUT");
        Assert.Equal(2, bot.Server.Ledger.Entries.Count(entry => entry.Method == "GET" && entry.Path.EndsWith("/commands", StringComparison.Ordinal)));
        Assert.Equal("[0]", Assert.Single(bot.World.Commands, command => (string?)command["name"] == "server")["contexts"]!.ToJsonString());
        Assert.All(bot.World.Commands.Where(command => (string?)command["name"] != "server"), command =>
        {
            Assert.Equal("[0,1,2]", command["contexts"]!.ToJsonString());
            Assert.Equal("[0,1]", command["integration_types"]!.ToJsonString());
        });
        Approved.Equal("commands", string.Concat(bot.World.Commands.Select(Print)));

        static string Print(JsonObject command)
        {
            var options = (command["options"] as JsonArray ?? []).Select(option => $"  {option!["name"]}{((bool?)option["required"] == true ? "" : "?")}{((bool?)option["autocomplete"] == true ? " …" : "")} – {option["description"]}\n");
            return $"{((int?)command["type"] == 3 ? "(menu) " : "/")}{command["name"]} – {command["description"]}\n{string.Concat(options)}";
        }
    }

    [Theory]
    [InlineData("who", "name", "que", "")]
    [InlineData("who", "name", "qui", "Hedda Quist")]
    [InlineData("who", "name", "", "Otto Brandt|Hedda Quist")]
    [InlineData("who", "name", "MAYOR", "Hedda Quist")]
    [InlineData("quote", "speaker", "br", "Otto Brandt")]
    [InlineData("ask", "question", "wh", "When does the quay open?|What did Quist say?")]
    [InlineData("subscribe", "how", "we", "weekly on Monday at 9|weekly on Friday at 17")]
    [InlineData("changes", "since", "3", "3 days")]
    [InlineData("settings", "what", "quiet", "quiet 22-7|quiet off")]
    [InlineData("settings", "what", "amsterdam", "zone Europe/Amsterdam")]
    [InlineData("settings", "what", "zone europe/ky", "zone Europe/Kyiv")]
    [InlineData("sources", "document", "cranes", "Evening Echo, Cranes of Aldenburg")]
    public async Task Options_complete_themselves_from_what_is_known(string command, string option, string typed, string expected)
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, channel) = Guild(bot);
        var typing = await bot.AnsweredAsync(ada.Type(channel, command, option, typed));
        Assert.Equal(expected, string.Join('|', typing.Choices.Select(choice => (string?)choice["name"])));
    }

    [Fact]
    public async Task What_is_followed_in_a_channel_is_offered_where_it_can_be_ended_and_nothing_else()
    {
        await using var bot = await RunningBot.StartAsync();
        var owner = bot.Server.AddPerson("Owner");
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general", "other").Channels[0];
        foreach (var followed in new[] { "Hedda Quist", "cranes, ferries", "The Harbour Post" }) await bot.AnsweredAsync(owner.Slash(channel, "subscribe", ("to", "confirm " + followed)));
        await bot.AnsweredAsync(owner.Slash(channel, "watch", ("question", "When does the quay open?")));
        Assert.Equal("Hedda Quist|“cranes” or “ferries”|The Harbour Post|All of them", await OfferedAsync("unsubscribe", "which", "", channel));
        Assert.Equal("Hedda Quist", await OfferedAsync("unsubscribe", "which", "qui", channel));
        Assert.Equal("When does the quay open?", await OfferedAsync("unwatch", "question", "", channel));
        Assert.Equal("", await OfferedAsync("unwatch", "question", "what", channel));
        Assert.Equal("", await OfferedAsync("unwatch", "question", "", channel.Guild!.Channels[1]));
        await bot.AnsweredAsync(owner.Slash(channel, "unsubscribe", ("which", "“cranes” or “ferries”")));
        await bot.AnsweredAsync(owner.Slash(channel, "unwatch", ("question", "When does the quay open?")));
        Assert.Equal("Hedda Quist|The Harbour Post|All of them", await OfferedAsync("unsubscribe", "which", "", channel));
        Assert.Equal("", await OfferedAsync("unwatch", "question", "", channel));

        async Task<string> OfferedAsync(string command, string option, string typed, SimChannel where)
        {
            var typing = await bot.AnsweredAsync(owner.Type(where, command, option, typed));
            return string.Join('|', typing.Choices.Select(choice => (string?)choice["name"]));
        }
    }

    [Fact]
    public async Task Help_names_the_command_for_servers_where_there_is_one_and_typed_it_says_how_it_is_given()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, channel) = Guild(bot);
        await bot.AnsweredAsync(ada.Slash(channel, "help"));
        bot.Ask(ada, channel, "/server");
        var typed = (await bot.AnswersAsync(channel, 2))[1];
        await bot.AnsweredAsync(ada.Slash(ada.DirectChannel, "help"));
        Assert.Contains("/server – where I answer in this server, and to whom; for those who manage it", bot.Server.TranscriptFor(ada, channel), StringComparison.Ordinal);
        Assert.Contains("/server works as a slash command only", typed.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("/server", bot.Server.TranscriptFor(ada, ada.DirectChannel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_without_its_text_opens_a_form()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, channel) = Guild(bot);
        var opened = await bot.AnsweredAsync(ada.Slash(channel, "check"));
        Assert.Equal("Check a claim", (string?)opened.Modal!["title"]);
        await bot.AnsweredAsync(ada.Submit(opened, ("text", "The quay opens on 15 March 2031.")));
        var alone = await bot.AnsweredAsync(ada.Slash(channel, "ask", ("only-for-me", true)));
        await bot.AnsweredAsync(ada.Submit(alone, ("text", "When does the quay open?")));
        Approved.Equal("forms", bot.Server.TranscriptFor(ada, channel));
        Assert.DoesNotContain("**14 March 2031**\n", bot.Server.TranscriptFor(bot.Server.AddPerson("Bob"), channel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_message_can_be_checked_or_asked_about_from_its_menu()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, channel) = Guild(bot);
        var bob = bot.Server.AddPerson("Bob");
        var claim = bob.Say(channel, "The quay opens on 14 March 2031.");
        var checkedClaim = await bot.AnsweredAsync(ada.UseMessageMenu(claim, "Check against sources"));
        await bot.AnsweredAsync(ada.UseMessageMenu(bob.Say(channel, "How many cranes has the quay?"), "Ask about this"));
        var longText = await bot.AnsweredAsync(ada.UseMessageMenu(bob.Say(channel, LongText), "Ask about this"));
        Assert.Equal(1000, ((string)longText.Modal!["components"]![0]!["component"]!["value"]!).Length);
        await bot.AnsweredAsync(ada.Tap(checkedClaim.Original!, "Share"));
        Approved.Equal("menus", bot.Server.TranscriptFor(ada, channel).Replace(LongText, "(a long text)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_direct_conversation_commands_and_taps_answer_openly()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var asked = await bot.AnsweredAsync(ada.Slash(ada.DirectChannel, "ask", ("question", "When does the quay open?")));
        await bot.AnsweredAsync(ada.Tap(asked.Original!, "Passage"));
        ada.Reply(asked.Original!, "And how many cranes?");
        await bot.AnswersAsync(ada.DirectChannel, 3);
        Approved.Equal("direct-commands", bot.Server.TranscriptFor(ada, ada.DirectChannel));
    }

    [Fact]
    public async Task A_reply_to_a_verdict_is_asked_of_what_was_checked_also_after_a_restart()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, channel) = Guild(bot);
        await bot.AnsweredAsync(ada.Slash(channel, "ask", ("question", "How many cranes has the quay?")));
        var verdict = await bot.AnsweredAsync(ada.Slash(channel, "check", ("claim", "The first ship is expected on 15 March 2031.")));
        ada.Reply(verdict.Original!, "Who said that?");
        await bot.AnswersAsync(channel, 3);
        await bot.RestartAsync();
        ada.Reply(verdict.Original!, "What does [1] say?");
        await bot.AnswersAsync(channel, 4);
        Approved.Equal("replies-to-a-verdict", bot.Server.TranscriptFor(ada, channel));
    }

    private static (Person, SimChannel) Guild(RunningBot bot)
    {
        var ada = bot.Server.AddPerson("Ada");
        return (ada, bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0]);
    }
}
