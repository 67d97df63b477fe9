using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Operations;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Tests.Store;
using Xunit;

namespace ChatBot.Tests.Operations;

public sealed class OffTopicNewsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Of_what_a_feed_brought_that_is_found_which_names_too_little_of_the_topic(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var folder = RepositoryRoot.File("config", "topics", "hague-2025");
        var topic = TopicFolder.ReadTopic(folder);
        var extractor = new FactExtractor(topic);
        await new SourceRecords(store.Database, topic.Id).FindAsync("wire", "https://news.example/rss", Cancellation);
        await new SourceRecords(store.Database, topic.Id).FindAsync("other", "https://other.example/rss", Cancellation);
        await new DocumentStore(store.Database, topic.Id).SaveAsync(
            new Ingest([Read("summit", "The NATO summit in The Hague has begun."), Read("cup", "A zeppelin flew over Lisbon on Monday."), Read("tea", "Tea is dear this year.")], SourceOptions.OriginOfFeed("wire"), "b", DateTimeOffset.UnixEpoch) { IsFromFeed = true }, Cancellation);
        await new DocumentStore(store.Database, topic.Id).SaveAsync(new Ingest([Read("by-hand", "Coffee is dear this year.")], "ingest", "b", DateTimeOffset.UnixEpoch), Cancellation);
        var states = await OffTopicNews.MarkAsync(folder, store.Database, Cancellation);
        Assert.Equal([("other", ""), ("wire", "Title of cup, Title of tea")], states.Select(state => (state.Name, string.Join(", ", state.OffTopic))));

        DocumentFacts Read(string id, string text)
        {
            var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), id + ".txt") { Id = DocumentId.Parse(id) }));
            var document = read.Document with { Source = new DocumentSource("Wire", $"Title of {id}") };
            return new DocumentFacts(document, extractor.Extract(document)) { ReceivedAt = DateTimeOffset.UnixEpoch };
        }
    }
}
