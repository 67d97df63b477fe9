using ChatBot.Chat;
using ChatBot.Telegram;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.Tests.Simulators.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class HostileTextTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_questions_they_are_all_answered_and_no_reply_is_refused()
    {
        await using var bot = await RunningBot.StartAsync();
        var people = Enumerable.Range(0, 25).Select(i => bot.Server.AddPerson($"Person {i}")).ToArray();
        var texts = HostileTexts.Take(100).ToArray();
        for (var i = 0; i < texts.Length; i++) people[i % people.Length].Say(texts[i]);
        foreach (var person in people) await bot.Server.WaitForBotAsync(person.Private, 4, Cancellation);
        Assert.Equal(100, bot.Server.Ledger.Of("sendMessage").Count);
        Assert.DoesNotContain(bot.Server.Ledger.Requests, request => request.Status == 400);
    }

    [Fact]
    public async Task As_statements_they_are_shown_as_they_are()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        var count = 0;
        foreach (var text in HostileTexts.Take(100))
        {
            var reply = new Reply(
                [new ReplyBlock.Line([new ReplySpan.Strong(text)]), new ReplyBlock.Statement([new ReplySpan.Words(text), new ReplySpan.SourceMark(1)]), new ReplyBlock.Passage([new ReplySpan.Faint(text)])],
                [new ReplySource("d", text, "0-1", new Uri("https://x.example/?a=\"<b>&c"))], []);
            foreach (var page in TelegramReplyWriter.Write(reply))
            {
                await telegram.Client.SendMessage(ann.Id, page.Html, ParseMode.Html, cancellationToken: Cancellation);
                var written = await telegram.Server.WaitForBotAsync(ann.Private, ++count, Cancellation);
                await telegram.Client.SendMessage(ann.Id, WellFormed(page.Plain), cancellationToken: Cancellation);
                var plain = await telegram.Server.WaitForBotAsync(ann.Private, ++count, Cancellation);
                Assert.Equal(plain.Text, written.Text);
            }
        }
    }

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
