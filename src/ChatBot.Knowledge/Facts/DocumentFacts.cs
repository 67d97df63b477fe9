using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;

namespace ChatBot.Knowledge.Facts;

/// <summary>A document with the facts drawn from it, in reading order.</summary>
public sealed record DocumentFacts(Document Document, IReadOnlyList<Fact> Facts)
{
    /// <summary>The day it was written: as published, or no earlier than the latest single day it gives; null where nothing tells.</summary>
    internal DateOnly? WrittenOn =>
        Document.Source.Published ?? Facts.SelectMany(f => f.Dates).Where(d => d.Precision == DatePrecision.Day && !d.Relative).Select(d => (DateOnly?)d.Value.From).Max();
}
