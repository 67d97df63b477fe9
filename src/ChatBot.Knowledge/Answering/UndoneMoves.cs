using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Where an answer rests on a sentence that says that something was moved, and a later document says that it wasn't, or on one that a later document takes back:
/// that one too, though it gives no value.
/// </summary>
/// <param name="written">When a fact was said or written.</param>
/// <param name="reverses">Whether one fact denies another.</param>
internal sealed class UndoneMoves(Func<RankedFact, WrittenAt?> written, Func<RankedFact, RankedFact, bool> reverses)
{
    /// <summary>The latest denial of the move that <paramref name="told"/> tell; null where there is none, or it was moved again since.</summary>
    /// <param name="told">What the answer rests on.</param>
    /// <param name="ranked">All facts that were weighed.</param>
    public RankedFact? DenialOf(IReadOnlyList<FactId> told, IReadOnlyList<RankedFact> ranked)
    {
        var moves = ranked.Where(fact => told.Contains(fact.View.Fact.Id) && MoveSigns.In(fact.View.Tokens) && !fact.View.MayDeny && !fact.View.IsAsPlanned).ToList();
        if (moves.Count == 0 || moves.Exists(move => written(move) is null)) return null;
        var last = moves.MaxBy(written);
        return last is null ? null : ranked.Where(fact => fact.View.Document.Id != last.View.Document.Id && written(fact) > written(last) && (SaysAsPlanned(fact, last) || DeniesMove(fact, last) || DeniesValue(fact, last) || reverses(fact, last))).MaxBy(written);
    }

    /// <summary>The latest sentence that takes back a report of what the answer begins with; null where there is none.</summary>
    /// <param name="told">What it begins with.</param>
    /// <param name="ranked">All facts that were weighed.</param>
    public RankedFact? RetractionOf(IReadOnlyList<FactId> told, IReadOnlyList<RankedFact> ranked)
    {
        if (!ranked.Any(fact => fact.View.TakesBackReport)) return null;
        var led = ranked.Where(fact => told.Contains(fact.View.Fact.Id) && !fact.View.TakesBackReport).ToList();
        return ranked.Where(fact => fact.View.TakesBackReport && led.Exists(said => written(fact) > written(said) && reverses(fact, said))).MaxBy(written);
    }

    private static bool SaysAsPlanned(RankedFact fact, RankedFact move) =>
        fact.View.IsAsPlanned && SpokenOf(fact.View).Overlaps(SpokenOf(move.View)) && !SaysMovedTo(fact.View, move.View);

    /// <summary>"Denied on Friday that the regatta had been put off again": the move of which no day is named is the last one.</summary>
    private static bool DeniesMove(RankedFact fact, RankedFact move) =>
        fact.View.Fact.Stance == Stance.Denied && fact.View.Fact.Dates.All(date => date.Relative) && MoveSigns.In(fact.View.Tokens) && SpokenOf(fact.View).Overlaps(SpokenOf(move.View));

    /// <summary>"On 30 June as announced" keeps what it was moved to.</summary>
    private static bool SaysMovedTo(FactView planned, FactView move) =>
        move.Fact.OwnDays is { } to && planned.Fact.OwnDays is { } day && to.Overlaps(day) && !CalledOffMoves.AreIn(planned.Tokens, planned.Document.Text);

    private static bool DeniesValue(RankedFact fact, RankedFact move) =>
        fact.View.Fact.Denied.Any(denied => move.View.Fact.Attributes.Any(value => value.Attribute == denied.Attribute && value.Entity == denied.Entity && Sides.IsSame(value, denied)));

    /// <summary>The events that it names; where it names none that anybody knows as one, whatever else it names besides places and who says it.</summary>
    private static HashSet<EntityId> SpokenOf(FactView view)
    {
        var named = view.Fact.Entities.Where(mention => mention.Kind is not (EntityKind.Place or EntityKind.Country) && !Says(mention, view.Tokens)).ToList();
        return [.. (named.Exists(mention => mention.Kind == EntityKind.Event) ? named.Where(mention => mention.Kind == EntityKind.Event) : named).Select(mention => mention.Id)];
    }

    private static bool Says(EntityMention mention, IReadOnlyList<Token> tokens) => tokens.FirstOrDefault(token => token.Span.Start >= mention.Span.End) is { Term: { } next } && ReportingVerbs.StanceOf(next) is not null;
}
