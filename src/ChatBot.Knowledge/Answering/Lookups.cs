using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Answers look-ups that list facts of one sort: quotations, figures, one line per source.</summary>
internal sealed class Lookups(Func<Question, List<RankedFact>> rank, Func<RankedFact, DateOnly?> written)
{
    private const int MostQuotations = 3;
    private const int MostFigures = 3;

    /// <summary>At least this share of the argument's words must be met.</summary>
    private const double LeastCoverage = 0.5;

    /// <summary>What a speaker said, in their own words where the documents have them, about <paramref name="question"/>'s other words.</summary>
    public Answer Quotations(Question question)
    {
        var speaker = question.Entities.FirstOrDefault(m => m.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country);
        if (speaker.Span.Length == 0) return NotKnown(question, []);
        return Said(question, speaker.Id, FrozenSet<FactId>.Empty);
    }

    /// <summary>What somebody said about <paramref name="question"/>'s other words, less what was shown already.</summary>
    public Answer Said(Question question, EntityId speaker, IReadOnlySet<FactId> shown)
    {
        var about = question with { Terms = [.. question.Terms.Where(t => t.Entity != speaker)], Expects = AnswerType.Statement, Speaker = speaker };
        var said = rank(about).Where(r => !shown.Contains(r.View.Fact.Id) && r.View.Fact.Attribution.Speaker == speaker && Covers(about, r) && r.View.Fact.Locator.Kind != Documents.ParagraphKind.Title).ToList();
        var quoted = said.Where(r => r.View.Fact.Attribution.Quoted.Count > 0).ToList();
        // Without a subject any words of theirs will do, the newest first.
        if (about.Terms.Count == 0) quoted = [.. quoted.OrderByDescending(r => r.View.Fact.When?.From ?? written(r))];
        List<RankedFact> all = [.. quoted.Concat(said.Except(quoted))];
        var told = Told(about, [.. all.Take(MostQuotations)], r => r.View.Fact.Attribution.Quoted.Count > 0 ? Within(r, r.View.Fact.Attribution.Quoted[0]) : null);
        return told is Told some ? some with { Further = all.Count - some.Found.Count } : told;
    }

    /// <summary>Figures about the question's words.</summary>
    public Answer Figures(Question question)
    {
        var about = question with { Expects = AnswerType.Quantity, Focus = null };
        var counted = rank(about).Where(r => AmountAsked.Figures(about, r.View).Any() && Covers(about, r)).DistinctBy(r => (r.View.Fact.Quantities[0].Value, r.View.Fact.Quantities[0].Unit));
        return Told(about, [.. counted.Take(MostFigures)], Value);

        TextSpan? Value(RankedFact fact)
        {
            var own = AmountAsked.Figures(about, fact.View).Select(figure => figure.Span).ToList();
            return ValueFinder.Find(about, fact.View) is { } value && (own.Count == fact.View.Fact.Quantities.Count || own.Exists(figure => figure.Overlaps(value))) ? value : own[0];
        }
    }

    /// <summary>For each document its best statement on the question.</summary>
    public Answer Compare(Question question, double floor)
    {
        var perDocument = rank(question).Where(r => r.Probability >= floor).DistinctBy(r => r.View.Document.Id).OrderBy(r => written(r) ?? DateOnly.MaxValue).ToList();
        return Told(question, perDocument, r => ValueFinder.Find(question, r.View));
    }

    private static bool Covers(Question question, RankedFact ranked) => question.Terms.Count == 0 || ranked.Signals[1] >= LeastCoverage;

    private static TextSpan? Within(RankedFact ranked, TextSpan span) => ranked.View.Fact.Span.Contains(span) ? span : null;

    private static Answer Told(Question question, IReadOnlyList<RankedFact> facts, Func<RankedFact, TextSpan?> value)
    {
        if (facts.Count == 0) return NotKnown(question, []);
        var statements = facts.Select(r =>
        {
            var found = value(r);
            return Statement.From(r.View.Document, r.View.Fact, found, Excerpts.Of(question, r.View, found));
        }).ToList();
        return new Told(statements) { Question = question, Confidence = facts[0].Probability };
    }

    private static NotKnown NotKnown(Question question, IReadOnlyList<Statement> nearest) => new(nearest) { Question = question };
}
