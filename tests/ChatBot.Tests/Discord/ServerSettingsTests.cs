using ChatBot.Simulators.Discord.World;
using Xunit;

namespace ChatBot.Tests.Discord;

public sealed class ServerSettingsTests
{
    [Fact]
    public async Task Those_who_manage_a_server_say_where_and_to_whom_it_answers()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var guild = bot.World.AddGuild("Harbour watchers", owner.User, "general", "questions");
        var (general, questions) = (guild.Channels[0], guild.Channels[1]);
        var thread = bot.World.AddThread(questions, "Cranes");
        var shown = await bot.AnsweredAsync(owner.Slash(questions, "server"));
        await bot.AnsweredAsync(owner.Tap(shown.Original!, "Only in this channel"));
        await bot.RestartAsync();

        bot.Ask(ada, general, "When does the quay open?");
        bot.Ask(ada, thread, "How many cranes has the quay?");
        await bot.AnswersAsync(thread, 1);
        var elsewhere = await bot.AnsweredAsync(ada.Slash(general, "ask", ("question", "When does the quay open?")));
        Assert.True(elsewhere.Original!.IsEphemeral);
        Assert.False((await bot.AnsweredAsync(ada.Slash(questions, "ask", ("question", "When does the quay open?")))).Original!.IsEphemeral);

        await bot.AnsweredAsync(owner.Tap(shown.Original!, "Show to whoever asks"));
        Assert.True((await bot.AnsweredAsync(ada.Slash(questions, "when"))).Original!.IsEphemeral);
        Assert.False((await bot.AnsweredAsync(ada.Slash(questions, "ask", ("question", "How many cranes has the quay?"), ("only-for-me", false)))).Original!.IsEphemeral);
        Approved.Equal("server-settings", bot.Server.TranscriptFor(owner, questions).Replace($"<#{questions.Id}>", "#questions", StringComparison.Ordinal));
        Assert.DoesNotContain("ChatBot", bot.Server.TranscriptFor(owner, general).Replace("@ChatBot", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_looked_at_with_every_tap()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var guild = bot.World.AddGuild("Harbour watchers", owner.User, "general");
        Assert.Throws<InvalidOperationException>(() => ada.Slash(guild.Channels[0], "server"));
        guild.Managers.Add(ada.User.Id);
        var shown = await bot.AnsweredAsync(ada.Slash(guild.Channels[0], "server"));
        guild.Managers.Remove(ada.User.Id);
        var refused = await bot.AnsweredAsync(ada.Tap(shown.Original!, "Show to whoever asks"));
        Assert.Equal("Only those who manage this server (Manage Server) can set that.", ChatBot.DiscordClient.Format.Unsanitize(refused.Original!.Content));
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM discord_servers"));
    }
}
