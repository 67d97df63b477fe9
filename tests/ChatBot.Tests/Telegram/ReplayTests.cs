using ChatBot.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class ReplayTests
{
    private const int People = 30;
    private const int Each = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Updates_that_come_three_times_out_of_order_have_one_effect_each()
    {
        await using var bot = await RunningBot.StartAsync(prepare: server => server.DisorderUpdates(3, new Random(5)));
        var people = Enumerable.Range(0, People).Select(i => bot.Server.AddPerson($"Person {i}")).ToArray();
        for (var i = 0; i < Each; i++)
            foreach (var person in people) person.Say("When does the quay open?");
        foreach (var person in people) await bot.Server.WaitForBotAsync(person.Private, Each, Cancellation);
        var tap = people[0].Tap(await bot.Server.WaitForBotAsync(people[0].Private, 1, Cancellation), "👍");
        Assert.Equal("Thank you, noted.", await tap.Answer.WaitAsync(Cancellation));
        await bot.Server.WaitUntilAsync(() => bot.Server.PendingUpdates == 0, "everything is taken", Cancellation);
        await bot.StopAsync();

        Assert.Equal(People * Each, bot.Server.Ledger.Of("sendMessage").Count);
        Assert.All(people, person => Assert.Equal(2 * Each, person.Private.Posts.Count));
        Assert.Equal((People * Each) + 1, bot.Server.Ledger.Deliveries.Count(delivered => delivered.Value == 3));
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM feedback"));
        Assert.Equal(0, await bot.CountAsync("SELECT count(*) FROM seen_updates WHERE body IS NOT NULL"));
    }

    [Fact]
    public async Task What_was_received_and_not_answered_is_answered_after_a_restart()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("Who is Brandt?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.StopAsync();
        // As if it had crashed between receiving the next question and answering it.
        var next = ann.Say("When does the quay open?");
        Assert.Equal(1, await bot.CountAsync(
            $$$"""
            INSERT INTO seen_updates (platform, bot, id, received_at, body) VALUES ('telegram', '7000001', 424242, 32503680000000,
              CAST('{"update_id":424242,"message":{"message_id":{{{next.Id}}},"date":1,"chat":{"id":{{{ann.Id}}},"type":"private"},"from":{"id":{{{ann.Id}}},"is_bot":false,"first_name":"Ann"},"text":"Who is Brandt?"}}' AS BLOB))
            RETURNING 1
            """));
        await bot.RestartAsync();
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        Assert.Equal(2, bot.Server.Transcript(ann.Private).Split("runs the port since 2024").Length - 1);
    }
}
