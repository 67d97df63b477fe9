using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What /forgetme deletes, and for whom: what is one's own by oneself, what is a group's by who manages it.</summary>
public sealed class ForgettingTests
{
    private const string Subscriptions = "SELECT count(*) FROM subscriptions";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_deletes_anything_by_anothers_button()
    {
        await using var bot = await RunningBot.StartAsync();
        var (ann, ben) = (bot.Server.AddPerson("Ann"), bot.Server.AddPerson("Ben"));
        var group = bot.Server.AddGroup("Harbour watchers", ann, ben);
        ann.AddBot(group);
        await bot.Server.WaitForBotAsync(group, 1, Cancellation);
        foreach (var person in new[] { ann, ben })
        {
            person.Say("/watch When does the quay open?");
            await bot.Server.WaitForBotAsync(person.Private, 1, Cancellation);
        }
        ann.Say("/subscribe confirm everything", group);
        await bot.Server.WaitForBotAsync(group, 2, Cancellation);
        ann.Say("/forgetme", group);
        var offered = await bot.Server.WaitForBotAsync(group, 3, Cancellation);
        Assert.Equal("That button is for whoever asked for it. Give the command yourself: /forgetme", await ben.Tap(offered, "Delete mine").Answer.WaitAsync(Cancellation));
        // A button of an earlier version, which doesn't say whose it is, and one made up.
        Assert.Equal("That button no longer works. Please ask again.", await ben.TapForged(offered, "x:/forgetme yes").Answer.WaitAsync(Cancellation));
        Assert.NotNull(await ben.TapForged(offered, $"o:{ann.Id}:/forgetme yes").Answer.WaitAsync(Cancellation));
        Assert.Equal(3, await bot.CountAsync(Subscriptions));

        ann.Tap(offered, "Delete mine");
        await bot.Server.WaitForBotAsync(group, 4, Cancellation);
        // Ben's watch stays, and so does what the group follows, but not that Ann made it.
        Assert.Equal(2, await bot.CountAsync(Subscriptions));
        Assert.Equal(0, await bot.CountAsync($"SELECT count(*) FROM subscriptions WHERE person = '{ann.Id}'"));
        ann.Tap(offered, "Delete mine");
        await bot.Server.WaitForBotAsync(group, 5, Cancellation);
        Assert.StartsWith("Here, only those who manage the chat", await ben.Tap(offered, "And this chat's").Answer.WaitAsync(Cancellation), StringComparison.Ordinal);
        ann.Tap(offered, "And this chat's");
        var chats = await bot.Server.WaitForBotAsync(group, 6, Cancellation);
        Assert.StartsWith("Here, only those who manage the chat", await ben.Tap(chats, "Delete the chat's").Answer.WaitAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(2, await bot.CountAsync(Subscriptions));
        ann.Tap(chats, "Delete the chat's");
        await bot.Server.WaitForBotAsync(group, 7, Cancellation);
        Assert.Equal(1, await bot.CountAsync(Subscriptions));
        Approved.Equal("forgetting-in-a-group", bot.Server.Transcript(group));
    }

    [Fact]
    public async Task What_is_forgotten_is_forgotten_once_and_the_conversation_with_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/watch When does the quay open?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        ann.Say("When does the quay open?");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        ann.Say("/forgetme");
        var offered = await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        ann.Tap(offered, "Delete it");
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        ann.Tap(offered, "Delete it");
        await bot.Server.WaitForBotAsync(ann.Private, 5, Cancellation);
        ann.Say("who said that?");
        await bot.Server.WaitForBotAsync(ann.Private, 6, Cancellation);
        Approved.Equal("forgetting-in-private", bot.Server.Transcript(ann.Private));
    }
}
