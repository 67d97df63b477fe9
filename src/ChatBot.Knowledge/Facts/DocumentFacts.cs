using System.Runtime.CompilerServices;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>A document with the facts drawn from it, in reading order.</summary>
public sealed record DocumentFacts(Document Document, IReadOnlyList<Fact> Facts)
{
    /// <summary>What <see cref="LatestOf"/> found, by the facts it was found in: asked for every fact of a document, it reads them all.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<Fact>, StrongBox<DateOnly?>> LatestDays = [];

    /// <summary>When this version of it came into a store; null where it is in none.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The day it was written: as published, or no earlier than the latest single day that it gives of what has been; null where nothing tells.</summary>
    internal DateOnly? WrittenOn => Document.Source.Published ?? LatestDays.GetValue(Facts, facts => new StrongBox<DateOnly?>(LatestOf(facts))).Value;

    /// <summary>When it said one of its facts; null where nothing tells the day.</summary>
    /// <param name="fact">The fact; null: all of it.</param>
    /// <param name="otherwise">When it came in, where that isn't known.</param>
    internal WrittenAt? WrittenAt(Fact? fact, DateTimeOffset otherwise = default) =>
        ((fact is null ? null : SaidOn.Of(fact)) ?? WrittenOn) is { } day ? new WrittenAt(day, ReceivedAt ?? otherwise) { Reported = WrittenOn ?? day } : null;

    private static DateOnly? LatestOf(IReadOnlyList<Fact> facts) => facts.Select(Latest).Max();

    /// <summary>A day of what is to come says nothing of when it was written.</summary>
    private static DateOnly? Latest(Fact fact)
    {
        var days = fact.Dates.Where(d => d.Precision == DatePrecision.Day && !d.Relative).Select(d => (DateOnly?)d.Value.From);
        return days.Any() && Tokenizer.Tokenize(fact.Text).Exists(SaidOn.IsAhead) ? SaidOn.Of(fact) : days.Max();
    }
}
