using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Store;

/// <summary>What one transaction does to a topic's documents.</summary>
/// <param name="Documents">Those to be saved with their facts; no two with the same id.</param>
/// <param name="Origin">The folder, feed or command that they came by; a document that is in the store already keeps its own.</param>
/// <param name="Basis">What the facts were drawn with: changes whenever topic or engine would draw others.</param>
/// <param name="At">When they came in.</param>
internal sealed record Ingest(IReadOnlyList<DocumentFacts> Documents, string Origin, string Basis, DateTimeOffset At)
{
    /// <summary>Those to be taken out of use: their facts go, their texts stay as old versions. An id that isn't in use is passed over.</summary>
    public IReadOnlyList<DocumentId> Withdrawn { get; init; } = [];

    /// <summary>Whether a document that came by that origin may be replaced; null: any may. Asked within the transaction, so that of two at once only one comes first.</summary>
    public Func<string, bool>? MayReplace { get; init; }

    /// <summary>Whether these are what a source had already when it was first asked: knowledge, but nobody's news.</summary>
    public bool Backlog { get; init; }

    /// <summary>Whether a feed brought them, unread by whoever runs the bot: they may be about anything.</summary>
    public bool IsFromFeed { get; init; }
}
