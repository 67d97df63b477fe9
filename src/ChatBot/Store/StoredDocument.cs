using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;

namespace ChatBot.Store;

/// <summary>A document as the store has it.</summary>
/// <param name="Content">The document and its facts.</param>
/// <param name="Version">Counted from 1.</param>
/// <param name="Origin">The folder, feed or command that it came by.</param>
/// <param name="Basis">What the facts were drawn with; where it is no longer the program's own, they should be drawn anew.</param>
/// <param name="ReceivedAt">When this version came in.</param>
internal sealed record StoredDocument(DocumentFacts Content, int Version, string Origin, string Basis, DateTimeOffset ReceivedAt);

/// <summary>One version of a document, current or old.</summary>
/// <param name="Version">Counted from 1.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="ReplacedAt">When the next version came in, or the document was withdrawn; null for the current version.</param>
/// <param name="Received">The text as received.</param>
internal sealed record DocumentVersion(int Version, DateTimeOffset ReceivedAt, DateTimeOffset? ReplacedAt, string Received);

/// <summary>One version of a document as it was read, current or old.</summary>
/// <param name="Document">The document.</param>
/// <param name="IsCurrent">Whether it is what the document says now.</param>
internal sealed record KeptVersion(Document Document, bool IsCurrent);
