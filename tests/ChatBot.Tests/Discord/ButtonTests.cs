using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.World;
using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Discord;

public sealed class ButtonTests
{
    [Fact]
    public async Task Buttons_work_after_a_restart_for_whoever_taps_them()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, bob, channel) = Guild(bot);
        bot.Ask(ada, channel, "When does the quay open?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        await bot.RestartAsync();
        var passage = await bot.AnsweredAsync(bob.Tap(answer, "Passage"));
        Assert.True(passage.Original!.IsEphemeral);
        var timeline = await bot.AnsweredAsync(bob.Tap(answer, "Timeline"));
        await bot.AnsweredAsync(bob.Tap(answer, "👍"));
        await bot.AnsweredAsync(bob.Tap(answer, "👎"));
        await bot.AnsweredAsync(bob.Tap(timeline.Original!, "Share"));
        await bot.AnsweredAsync(bob.Tap(timeline.Original!, "Share"));
        Approved.Equal("buttons-as-the-tapper-sees-them", bot.Server.TranscriptFor(bob, channel));
        Approved.Equal("buttons-as-another-sees-them", bot.Server.TranscriptFor(ada, channel));
        await bot.StopAsync();
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback WHERE helpful = 0 AND question = 'When does the quay open?'"));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback"));
        Assert.Equal(1, bot.Server.Gateway.Resumes);
    }

    [Theory]
    [InlineData("p:00000000:0:5:00000000")]
    [InlineData("p:x:9999999999:-1:")]
    [InlineData("zzz")]
    [InlineData("c:99")]
    [InlineData("a:nothing")]
    [InlineData("menu")]
    [InlineData("s:")]
    public async Task A_forged_or_old_button_gets_a_friendly_word(string customId)
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, _, channel) = Guild(bot);
        bot.Ask(ada, channel, "When does the quay open?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        lock (bot.World.Lock) answer.Components.OfType<JsonObject>().First()["components"]![0]!["custom_id"] = customId;
        var tapped = await bot.AnsweredAsync(ada.Tap(answer, customId));
        Assert.True(tapped.Original!.IsEphemeral);
        Assert.Equal("That button no longer works. Please ask again.", tapped.Original!.Content);
    }

    [Fact]
    public async Task One_s_own_choice_takes_the_choices_place_and_another_s_is_his_alone()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, bob, channel) = Guild(bot);
        bot.Ask(ada, channel, "When does the quay open?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        Offer(bot, answer, "What did Quist say?", "How many cranes has the quay?");
        await bot.AnsweredAsync(bob.Tap(answer, "What did Quist say?"));
        await bot.AnsweredAsync(ada.Tap(answer, "How many cranes has the quay?"));
        Approved.Equal("choices", bot.Server.TranscriptFor(bob, channel));
    }

    [Fact]
    public async Task A_menu_s_choice_is_answered()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, _, channel) = Guild(bot);
        bot.Ask(ada, channel, "When does the quay open?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        lock (bot.World.Lock)
        {
            answer.Components = new JsonArray(new JsonObject
            {
                ["type"] = 1,
                ["components"] = new JsonArray(new JsonObject
                {
                    ["type"] = 3,
                    ["custom_id"] = "menu",
                    ["placeholder"] = "Choose a question",
                    ["options"] = new JsonArray(new JsonObject { ["label"] = "Cranes", ["value"] = "s:How many cranes has the quay?" }, new JsonObject { ["label"] = "Quist", ["value"] = "s:What did Quist say?" }),
                }),
            });
        }
        await bot.AnsweredAsync(ada.Select(answer, "Choose a question", "Quist"));
        Assert.Contains("We have waited twelve years", bot.Server.TranscriptFor(ada, channel), StringComparison.Ordinal);
    }

    private static void Offer(RunningBot bot, SimMessage message, params string[] questions)
    {
        lock (bot.World.Lock)
        {
            message.Embeds = [];
            message.Content = "Which of these do you mean?";
            message.Components = new JsonArray([.. questions.Select(question => (JsonNode)new JsonObject
            {
                ["type"] = 1,
                ["components"] = new JsonArray(new JsonObject { ["type"] = 2, ["style"] = 2, ["label"] = question, ["custom_id"] = $"s:{question}" }),
            })]);
        }
    }

    [Fact]
    public async Task Of_thumbs_in_quick_succession_the_last_is_kept()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ada, _, channel) = Guild(bot);
        bot.Ask(ada, channel, "When does the quay open?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        await bot.AnsweredAsync(ada.Tap(answer, "👍"));
        var taps = new List<SimInteraction>();
        for (var i = 0; i < 20; i++) taps.Add(await bot.AnsweredAsync(ada.Tap(answer, i % 2 == 0 ? "👎" : "👍")));
        await bot.AnsweredAsync(ada.Tap(answer, "👎"));
        Assert.All(taps, tap => Assert.Equal("Noted; this one counts now.", tap.Original!.Content));
        await bot.StopAsync();
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback WHERE helpful = 0"));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback"));
    }

    [Fact]
    public async Task What_has_to_wait_for_the_store_is_promised_before_it_is_done()
    {
        // On a busy machine a promise may take more than the platform's three seconds; what counts is that it doesn't take until the store is free.
        await using var bot = await RunningBot.StartAsync(new DiscordSimulatorOptions { MessagesPerFiveSeconds = 1000, InteractionDeadline = TimeSpan.FromMinutes(1) });
        var (ada, _, channel) = Guild(bot);
        var preview = await bot.AnsweredAsync(ada.Slash(channel, "subscribe", ("to", "everything")));
        await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(bot.StorePath));
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var writing = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var write = connection.Command(writing, "UPDATE feedback SET helpful = helpful")) await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var tap = ada.Tap(preview.Original!, "Subscribe");
        var command = ada.Slash(channel, "watch", ("question", "Who is the architect of the quay?"));
        await Task.WhenAll(tap.Acknowledged, command.Acknowledged).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.All([tap, command], waiting => Assert.True(waiting.Original!.IsLoading));
        await writing.CommitAsync(TestContext.Current.CancellationToken);
        await bot.AnsweredAsync(tap);
        await bot.AnsweredAsync(command);
        await bot.StopAsync();
        Assert.Equal(2, await bot.CountAsync("SELECT count(*) FROM subscriptions"));
    }

    private static (Person Ada, Person Bob, SimChannel Channel) Guild(RunningBot bot)
    {
        var ada = bot.Server.AddPerson("Ada");
        return (ada, bot.Server.AddPerson("Bob"), bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0]);
    }
}
