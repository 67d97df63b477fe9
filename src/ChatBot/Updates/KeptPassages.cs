using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Updates;

/// <summary>Places in versions of documents that were replaced since they were cited.</summary>
internal sealed class KeptPassages(DocumentStore documents)
{
    /// <summary>The place in the newest version that has these words there; null where none has.</summary>
    public async ValueTask<Passage?> FindAsync(PlaceMark mark, CancellationToken cancellation)
    {
        foreach (var id in await documents.IdsAsync(cancellation))
            if (mark.IsOf(id) && (await documents.VersionsAsync(id, cancellation)).Select(version => mark.In(version.Document)).OfType<Passage>().FirstOrDefault() is { } passage) return passage;
        return null;
    }
}
