using ChatBot.Knowledge.Updates;
using ChatBot.Sources;
using ChatBot.Store;

namespace ChatBot.Operations;

/// <summary>Finds what feeds have brought that names too little of the topic, and so is nobody's news.</summary>
internal static class OffTopicNews
{
    /// <summary>How the sources do, each feed with those of its documents.</summary>
    public static async Task<IReadOnlyList<SourceState>> MarkAsync(string topicFolder, StoreDatabase database, CancellationToken cancellation)
    {
        var records = new SourceRecords(database, TopicFolder.IdOf(topicFolder));
        var states = await records.AllAsync(cancellation);
        if (states.Count == 0 || Topic(topicFolder) is not { } topic) return states;
        var stored = await new DocumentStore(database, topic.Id).LoadAsync(cancellation);
        var news = await records.WithNewsAsync(cancellation);
        var onTopic = new OnTopic(topic, [.. stored.Where(document => !SourceOptions.IsFeed(document.Origin)).Select(document => document.Content)]);
        // What changed something that was known was news, however little it names.
        var off = stored.Where(document => SourceOptions.IsFeed(document.Origin) && !news.Contains(document.Content.Document.Id.Value) && !onTopic.Is(document.Content))
            .ToLookup(document => document.Origin, document => document.Content.Document.Source.Title ?? document.Content.Document.Id.Value, StringComparer.Ordinal);
        return [.. states.Select(state => state with { OffTopic = [.. off[SourceOptions.OriginOfFeed(state.Name)]] })];
    }

    /// <summary>The topic; null where its files have mistakes, which the doctor tells of elsewhere.</summary>
    private static Knowledge.Topics.Topic? Topic(string folder)
    {
        try
        {
            return TopicFolder.ReadTopic(folder);
        }
        catch (UnreadableFilesException)
        {
            return null;
        }
    }
}
