using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Sources;

namespace ChatBot.Terminal;

/// <summary>Gets what a command is to answer from.</summary>
internal static class KnowledgeOpener
{
    private const string ShippedTopic = "config/topics/hague-2025";

    /// <summary>The topic's folder: the one asked for, else the one that ships.</summary>
    public static string TopicFolderOf(string? asked) => asked ?? ShippedTopic;

    /// <summary>The knowledge of a topic with the documents of a folder, in memory alone.</summary>
    /// <param name="topicFolder">The topic's folder, or "none".</param>
    /// <param name="documents">The documents' folder; null: the topic's own.</param>
    /// <param name="remarks">Where refused documents are told.</param>
    /// <exception cref="UnreadableFilesException">A folder is missing, or the topic has errors.</exception>
    public static KnowledgeBase Open(string topicFolder, string? documents, TextWriter remarks)
    {
        var topic = TopicFolder.ReadTopic(topicFolder);
        var folder = documents ?? (topicFolder == TopicFolder.NoTopic ? null : TopicFolder.DocumentsOf(topicFolder));
        if (folder is null) return KnowledgeBase.Build(topic, []);
        var extractor = new FactExtractor(topic);
        var facts = new List<DocumentFacts>();
        foreach (var (_, result) in TopicFolder.ReadDocuments(folder))
        {
            if (result is ReadResult.Read read) facts.Add(new DocumentFacts(read.Document, extractor.Extract(read.Document)));
            else foreach (var line in DocumentSummary.Lines(result)) remarks.WriteLine(TerminalText.Clean(line));
        }
        if (facts.Count == 0) remarks.WriteLine($"{folder} holds no document that could be read, so every question goes unanswered.");
        return KnowledgeBase.Build(topic, facts);
    }
}
