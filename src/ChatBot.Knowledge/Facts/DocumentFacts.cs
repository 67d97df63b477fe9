using ChatBot.Knowledge.Documents;

namespace ChatBot.Knowledge.Facts;

/// <summary>A document with the facts drawn from it, in reading order.</summary>
public sealed record DocumentFacts(Document Document, IReadOnlyList<Fact> Facts);
