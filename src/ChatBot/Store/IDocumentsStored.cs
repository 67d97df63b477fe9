using System.Data.Common;

namespace ChatBot.Store;

/// <summary>A save that changed something.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Ingest">What was saved, whence and when.</param>
/// <param name="Outcomes">What became of each of its documents, in their order; some may be unchanged.</param>
internal sealed record DocumentsStored(string Topic, Ingest Ingest, IReadOnlyList<SaveOutcome> Outcomes);

/// <summary>
/// Is told of new documents within the transaction that stores them, so that what it writes (updates, deliveries) is kept with them or not at all. What it
/// throws undoes the whole save; whoever saves decides whether to try again. It must not wait for anything outside the database.
/// </summary>
internal interface IDocumentsStored
{
    /// <summary>Writes down what follows from the documents.</summary>
    /// <param name="stored">What was saved.</param>
    /// <param name="connection">The connection of the save.</param>
    /// <param name="transaction">The transaction of the save; not to be ended here.</param>
    /// <param name="cancellation">Undoes the save.</param>
    ValueTask StoredAsync(DocumentsStored stored, DbConnection connection, DbTransaction transaction, CancellationToken cancellation);
}
