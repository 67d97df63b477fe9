using System.Data.Common;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;

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
    /// <summary>
    /// Works out ahead what takes long: called before the transaction of a save, while others can write, with what will probably change. What is found out is
    /// kept for <see cref="StoredAsync"/> of the same <see cref="Ingest"/>, which must do without where the store turned out to have changed meanwhile.
    /// </summary>
    /// <param name="ingest">What is about to be saved.</param>
    /// <param name="changing">Those of its documents that the store doesn't have, or with another content, in their order; never none.</param>
    /// <param name="connection">A connection of the save, for reading.</param>
    /// <param name="cancellation">Gives the save up.</param>
    ValueTask PrepareAsync(Ingest ingest, IReadOnlyList<DocumentFacts> changing, DbConnection connection, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>What was found out that a save's documents add to what was known; null where that was not looked at.</summary>
    NewsReading? ReadingOf(Ingest ingest) => null;

    /// <summary>Writes down what follows from the documents.</summary>
    /// <param name="stored">What was saved.</param>
    /// <param name="connection">The connection of the save.</param>
    /// <param name="transaction">The transaction of the save; not to be ended here.</param>
    /// <param name="cancellation">Undoes the save.</param>
    ValueTask StoredAsync(DocumentsStored stored, DbConnection connection, DbTransaction transaction, CancellationToken cancellation);
}
