using ChatBot.Knowledge.Retrieval;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>What a peer found, in the form of our own results.</summary>
internal static class PeerResults
{
    public static CollectionResult Nothing { get; } = new([], [], null, 0, 0, 0);

    /// <summary>Documents and sentences, best first; a peer's confidence is its best document's score.</summary>
    public static CollectionResult Of(IReadOnlyList<(string Id, double Score)> documents, IReadOnlyList<(string Id, double Score)> sentences)
    {
        var sentence = sentences.FirstOrDefault();
        return new CollectionResult([.. documents.Select(row => row.Id)], [.. documents.Select(row => row.Score)], sentence.Id, sentence.Score, documents.Count == 0 ? 0 : documents[0].Score, 0);
    }
}
