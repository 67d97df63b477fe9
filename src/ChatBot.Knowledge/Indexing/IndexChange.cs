using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Knowledge.Indexing;

/// <summary>What is to change in an index, as one step: either all of it is seen by a reader or nothing.</summary>
/// <param name="Put">Documents with their facts; one that the index already holds under the same id is replaced.</param>
/// <param name="Remove">Ids of documents to leave out. An id that the index doesn't hold is no error; one that <paramref name="Put"/> holds too is put.</param>
public sealed record IndexChange(IReadOnlyList<DocumentFacts> Put, IReadOnlyList<DocumentId> Remove)
{
    /// <summary>Adds or replaces <paramref name="documents"/>.</summary>
    public static IndexChange Adding(params IReadOnlyList<DocumentFacts> documents) => new(documents, []);

    /// <summary>Leaves out <paramref name="documents"/>.</summary>
    public static IndexChange Removing(params IReadOnlyList<DocumentId> documents) => new([], documents);
}
