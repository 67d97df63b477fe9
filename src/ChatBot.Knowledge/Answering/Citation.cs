using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>Where a statement stands: the document, the passage, and the exact characters.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Source">Its publisher, title, author and date, as far as known.</param>
/// <param name="Kind">Whether it is the source itself or our brief of it.</param>
/// <param name="Locator">The paragraph; in a brief, the paragraph of the article.</param>
/// <param name="Span">The characters, in <see cref="Documents.Document.Text"/>.</param>
public sealed record Citation(DocumentId Document, DocumentSource Source, DocumentKind Kind, PassageLocator Locator, TextSpan Span);
