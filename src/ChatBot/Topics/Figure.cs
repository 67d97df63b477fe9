using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Topics;

/// <summary>A figure of a document, with a noun that it may be a figure of.</summary>
/// <param name="Unit">What it is in ("metres", "percent", "euro"); "" where the noun itself is counted.</param>
/// <param name="Noun">The noun, in lower case.</param>
/// <param name="Stem">Its stem.</param>
/// <param name="IsOfNoun">Whether the sentence says that the noun is what is counted or measured, not only that it stands near by.</param>
/// <param name="Dimension">What is measured of it, by the adjective ("tall"); null where the sentence doesn't say.</param>
/// <param name="HasMoved">Whether the sentence says that this figure has risen, fallen or been put right.</param>
/// <param name="Value">The number.</param>
/// <param name="Written">The figure as the document writes it.</param>
/// <param name="Span">Where.</param>
/// <param name="Document">The document.</param>
/// <param name="Fact">The sentence.</param>
internal sealed record Figure(
    string Unit, string Noun, string Stem, bool IsOfNoun, string? Dimension, bool HasMoved, double Value, string Written, TextSpan Span, Document Document, Fact Fact);
