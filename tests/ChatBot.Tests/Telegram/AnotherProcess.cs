using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Subscriptions;
using Xunit;

namespace ChatBot.Tests.Telegram;

/// <summary>What a command does beside a running service: it writes documents and deliveries down, and the service delivers.</summary>
internal static class AnotherProcess
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="storePath">The running service's store, beside whose folder the invented topic lies.</param>
    /// <param name="id">The document's id.</param>
    /// <param name="publisher">Its publisher.</param>
    /// <param name="published">Its day.</param>
    /// <param name="text">What it says.</param>
    public static async Task IngestAsync(string storePath, string id, string publisher, DateOnly published, string text)
    {
        var data = Path.GetDirectoryName(storePath) ?? "";
        var topic = Path.Combine(Path.GetDirectoryName(data) ?? "", "harbour");
        await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(storePath));
        var library = await TopicLibrary.OpenAsync(topic, database, data, TimeProvider.System, Cancellation);
        using var intake = new DocumentIntake(library, database, [SubscriptionServices.Publisher(() => library.Current, database, library.Current.Topic.Id)], TimeProvider.System);
        var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), id + ".txt") { Id = DocumentId.Parse(id) }));
        await intake.TakeAsync([read.Document with { Source = new DocumentSource(publisher, Published: published) }], "test", false, Cancellation);
    }
}
