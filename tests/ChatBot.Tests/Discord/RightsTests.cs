using ChatBot.DiscordClient;
using ChatBot.Simulators.Discord.World;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>Who may change what comes to a channel: whoever manages the server at that very moment, in whichever way they say it.</summary>
public sealed class RightsTests
{
    private const string Refused = "Here, only those who manage the chat can change that. Write to me in private to be told things yourself.";

    [Fact]
    public async Task A_right_lost_between_a_button_and_its_tap_is_lost()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var guild = bot.World.AddGuild("Harbour watchers", owner.User, "general");
        guild.Managers.Add(ada.User.Id);
        var preview = await bot.AnsweredAsync(ada.Slash(guild.Channels[0], "subscribe", ("to", "everything")));
        guild.Managers.Remove(ada.User.Id);
        await bot.AnsweredAsync(ada.Tap(preview.Original!, "Subscribe"));
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM subscriptions"));
        guild.Managers.Add(ada.User.Id);
        await bot.AnsweredAsync(ada.Tap(preview.Original!, "Subscribe"));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM subscriptions"));
        Approved.Equal("rights-lost-and-given-back", bot.Server.TranscriptFor(ada, guild.Channels[0]));
    }

    [Fact]
    public async Task Who_manages_a_server_without_owning_it_sets_by_command_and_by_message()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada, bob) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"), bot.Server.AddPerson("Bob"));
        var guild = bot.World.AddGuild("Harbour watchers", owner.User, "general");
        var channel = guild.Channels[0];
        guild.Managers.Add(ada.User.Id);
        Assert.Contains("Europe/Kyiv", Words((await bot.AnsweredAsync(ada.Slash(channel, "settings", ("what", "zone Europe/Kyiv")))).Original!), StringComparison.Ordinal);
        Assert.Contains(Refused, Words((await bot.AnsweredAsync(bob.Slash(channel, "settings", ("what", "zone Europe/Paris")))).Original!), StringComparison.Ordinal);
        bot.Ask(ada, channel, "/settings zone Europe/Oslo");
        bot.Ask(bob, channel, "/settings zone Europe/Paris");
        bot.Ask(owner, channel, "/settings");
        var answers = await bot.AnswersAsync(channel, 5);
        Assert.Contains("Europe/Oslo", Words(answers[2]), StringComparison.Ordinal);
        Assert.Contains(Refused, Words(answers[3]), StringComparison.Ordinal);
        Assert.Contains("Europe/Oslo", Words(answers[4]), StringComparison.Ordinal);
    }

    private static string Words(SimMessage message) => Format.Unsanitize(message.Content.Length > 0 ? message.Content : (string?)message.Embeds[0]!["description"] ?? "");
}
