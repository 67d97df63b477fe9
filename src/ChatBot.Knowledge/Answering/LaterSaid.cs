using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who will come?" is answered by several people: who was to come and, as was said later, doesn't, is told of by the later word.</summary>
/// <param name="written">When what a fact says was said.</param>
internal sealed class LaterSaid(Func<RankedFact, WrittenAt?> written)
{
    /// <summary>So many facts are looked through for later words.</summary>
    private const int MostHeldAgainst = 40;

    /// <summary>The statements of a list, each that was said otherwise later replaced by that, behind those that stand.</summary>
    /// <param name="told">The statements.</param>
    /// <param name="ranked">The facts, the best first.</param>
    /// <param name="statementOf">A fact as a statement.</param>
    public List<Statement> Of(List<Statement> told, IReadOnlyList<RankedFact> ranked, Func<RankedFact, Statement> statementOf)
    {
        // Who alone answers is who was asked for, whatever became of it.
        if (told.Count < 2) return told;
        var standing = new List<Statement>();
        var later = new List<Statement>();
        foreach (var statement in told)
            if (ranked.FirstOrDefault(fact => fact.View.Fact.Id == statement.Fact.Id) is { } fact && Latest(fact, ranked) is { } last) later.Add(statementOf(last));
            else standing.Add(statement);
        return later.Count == 0 ? told : [.. standing.Concat(later).DistinctBy(statement => statement.Fact.Id)];
    }

    /// <summary>The last word that says the contrary of what a fact says of somebody; null where none is later.</summary>
    private RankedFact? Latest(RankedFact fact, IReadOnlyList<RankedFact> ranked)
    {
        if (written(fact) is not { } at) return null;
        var values = fact.View.Fact.SpokenOf.Where(value => value is { Yes: not null, Entity: not null }).ToList();
        return values.Count == 0 ? null
            : ranked.Take(MostHeldAgainst).Where(other => written(other) is { } when && when.CompareTo(at) > 0 && other.View.Fact.SpokenOf.Any(value => values.Exists(own => own.Attribute == value.Attribute && own.Entity == value.Entity && !Sides.Agree(own, value)))).MaxBy(written);
    }
}
