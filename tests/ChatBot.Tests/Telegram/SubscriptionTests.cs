using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Subscriptions;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>From a subscription in a chat, by a document that another process stores, to the message in that chat.</summary>
public sealed class SubscriptionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_process_stores_is_read_in_the_chat_that_subscribed()
    {
        await using var bot = await RunningBot.StartAsync();
        var ann = bot.Server.AddPerson("Ann");
        ann.Say("/subscribe");
        var preview = await bot.Server.WaitForBotAsync(ann.Private, 1, Cancellation);
        ann.Tap(preview, "Subscribe");
        await bot.Server.WaitForBotAsync(ann.Private, 2, Cancellation);
        await IngestAsync(bot, "morning-mail", "Hedda Quist and Otto Brandt chose Ines Oduya as the architect of the new quay of Aldenburg.");

        await bot.Server.WaitForBotAsync(ann.Private, 3, Cancellation);
        ann.Say("/why");
        await bot.Server.WaitForBotAsync(ann.Private, 4, Cancellation);
        Assert.Contains("Ines Oduya", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
        Assert.Contains("because you follow all news", bot.Server.Transcript(ann.Private), StringComparison.Ordinal);
        // That it went out may be written down a moment after it is read.
        Assert.Equal(1, await bot.CountAsync("SELECT count(*) FROM deliveries WHERE state IN (1, 2) AND attempt = 1"));
    }

    /// <summary>As the command does it: a process of its own writes documents and deliveries down, and the running service delivers.</summary>
    private static async Task IngestAsync(RunningBot bot, string id, string text)
    {
        var data = Path.GetDirectoryName(bot.StorePath) ?? "";
        var topic = Path.Combine(Path.GetDirectoryName(data) ?? "", "harbour");
        await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(bot.StorePath));
        var library = await TopicLibrary.OpenAsync(topic, database, data, TimeProvider.System, Cancellation);
        using var intake = new DocumentIntake(library, database, [SubscriptionServices.Publisher(() => library.Current, database, library.Current.Topic.Id)], TimeProvider.System);
        var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), id + ".txt") { Id = DocumentId.Parse(id) }));
        await intake.TakeAsync([read.Document with { Source = new DocumentSource("The Morning Mail", Published: new DateOnly(2031, 2, 5)) }], "test", false, Cancellation);
    }
}
