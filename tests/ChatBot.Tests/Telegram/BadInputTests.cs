using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What no kind person sends, to the whole service: a short reply or silence, and nothing is lost.</summary>
public sealed class BadInputTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task Garbled_and_unknown_updates_are_passed_over_and_what_follows_is_answered(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving, checkAnswers: false);
        var ann = bot.Server.AddPerson("Ann");
        string[] updates =
        [
            """{"message":"?"}""", """{"message":{"message_id":"x","text":5}}""", """{"brand_new":{"deep":[[[{}]]]}}""", """{"message":{"message_id":1,"date":-9999999999999999,"chat":{"id":1e99}}}""",
            """{"callback_query":{}}""", """{"callback_query":{"id":"1","from":{"id":1,"is_bot":false,"first_name":"x"},"data":"p:"}}""", """{"inline_query":{"id":"nobody-waits","from":{"id":1,"is_bot":false,"first_name":"x"},"query":"when"}}""",
            """{"my_chat_member":{"chat":{"id":-5,"type":"group"}}}""", """{"edited_message":{"message_id":77,"date":1,"chat":{"id":1,"type":"private"}}}""", """{"poll":{"id":"9"}}""",
            """{"callback_query":{"id":"the-last","from":{"id":0,"is_bot":false,"first_name":"x"},"data":"zzz"}}""",
        ];
        foreach (var update in updates) bot.Server.InjectUpdate(JsonNode.Parse(update)!.AsObject());
        ann.Say("When does the quay open?");
        await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        await bot.UntilCountAsync(updates.Length + 1, "SELECT count(*) FROM seen_updates WHERE body IS NULL");
        await bot.StopAsync();
        Assert.Equal(updates.Length + 1, await bot.CountAsync("SELECT count(*) FROM seen_updates"));
        Assert.Single(bot.Server.Ledger.Of("sendMessage"));
    }

    [Theory, InlineData(Receiving.Polling), InlineData(Receiving.Webhook)]
    public async Task Commands_with_nothing_or_nonsense_behind_them_are_answered_shortly(Receiving receiving)
    {
        await using var bot = await RunningBot.StartAsync(receiving: receiving);
        var people = new Queue<Person>(Enumerable.Range(0, 4).Select(i => bot.Server.AddPerson($"Person {i}")));
        string[] commands =
        [
            "/ask", "/who", "/quote", "/number", "/compare", "/check", "/timeline", "/", "//", "/ who", "/who@", "/who " + new string('ö', 900), "/sources 999999999999999999999", "/sources -1",
            "/ask <b>&\"'\u202e\u0007", "/number %s%n{0}", "/check ?", "/when when when when", "/start " + new string('a', 64), "/WHO Brandt", "/who@chat_test_bot", "/timeline 💥", new string('w', 4096),
        ];
        foreach (var command in commands)
        {
            var person = people.Dequeue();
            people.Enqueue(person);
            var before = person.Private.Posts.Count;
            person.Say(command);
            await bot.Server.WaitUntilAsync(() => person.Private.Posts.Count == before + 2, $"an answer to {command}", Cancellation);
        }
        var answers = people.SelectMany(person => person.Private.Posts).Where(post => post.ReplyTo is not null).ToList();
        Assert.Equal(commands.Length, answers.Count);
        Assert.All(answers, post => Assert.InRange(post.Text!.Length, 1, 1500));
        Assert.DoesNotContain(bot.Server.Ledger.Requests, request => request.Status is >= 400 and < 500);
    }
}
