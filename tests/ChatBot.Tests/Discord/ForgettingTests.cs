using ChatBot.Tests.Telegram;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>What /forgetme deletes, and for whom.</summary>
public sealed class ForgettingTests
{
    private const string Subscriptions = "SELECT count(*) FROM subscriptions";

    [Fact]
    public async Task Nobody_deletes_anything_by_anothers_button()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        foreach (var person in new[] { owner, ada }) await bot.AnsweredAsync(person.Slash(person.DirectChannel, "watch", ("question", "When does the quay open?")));
        await bot.AnsweredAsync(owner.Slash(channel, "subscribe", ("to", "confirm everything")));
        bot.Ask(owner, channel, "/forgetme");
        var offered = (await bot.AnswersAsync(channel, 2))[^1];
        await bot.AnsweredAsync(ada.Tap(offered, "Delete mine"));
        await bot.AnsweredAsync(ada.Tap(offered, "And this chat's"));
        Assert.Equal(3, await bot.CountAsync(Subscriptions));
        await bot.AnsweredAsync(owner.Tap(offered, "Delete mine"));
        Assert.Equal(2, await bot.CountAsync(Subscriptions));
        await bot.AnsweredAsync(owner.Tap(offered, "Delete mine"));
        Approved.Equal("forgetting-as-the-owner-sees-it", bot.Server.TranscriptFor(owner, channel));
        Approved.Equal("forgetting-as-another-sees-it", bot.Server.TranscriptFor(ada, channel));
    }
}
