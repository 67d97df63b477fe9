using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Sources;

namespace ChatBot.Terminal;

/// <summary>What is known from a folder of documents alone, without a store.</summary>
internal static class FolderKnowledge
{
    /// <summary>Reads a topic and the documents of a folder.</summary>
    /// <param name="topicFolder">The topic's folder, or "none".</param>
    /// <param name="documents">The documents' folder; null: there are none.</param>
    /// <param name="remarks">Where refused documents are told.</param>
    /// <exception cref="UnreadableFilesException">A folder is missing or holds no document, or the topic has errors.</exception>
    public static KnowledgeBase Read(string topicFolder, string? documents, TextWriter remarks)
    {
        var topic = TopicFolder.ReadTopic(topicFolder);
        if (documents is null) return KnowledgeBase.Build(topic, []);
        var extractor = new FactExtractor(topic);
        DocumentFacts[] facts = [.. ReadDocuments(documents, remarks).Select(document => new DocumentFacts(document, extractor.Extract(document)))];
        if (facts.Length == 0) throw new UnreadableFilesException([$"{documents} holds no document that could be read; documents end in .txt, .md or .html."]);
        return KnowledgeBase.Build(topic, facts);
    }

    /// <summary>The documents of a folder; refused ones are told and left out.</summary>
    public static IEnumerable<Document> ReadDocuments(string folder, TextWriter remarks)
    {
        foreach (var (_, result) in TopicFolder.ReadDocuments(folder))
        {
            if (result is ReadResult.Read read) yield return read.Document;
            else
                foreach (var line in DocumentSummary.Lines(result)) remarks.WriteLine(TerminalText.Clean(line));
        }
    }
}
