using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who is coming?" asks for all who come: they stand before what is disputed, or has changed, of one of them.</summary>
internal static class ListBeforeChange
{
    /// <summary>So many others are named before it.</summary>
    private const int MostOthers = 2;

    /// <summary>So many facts are looked through for others.</summary>
    private const int MostLookedThrough = 40;

    /// <summary>The list with both words on that one behind it; null where nobody else is told to come, or the question names somebody.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="question">The question.</param>
    /// <param name="sides">What is said of the one.</param>
    /// <param name="ranked">The facts, the best first.</param>
    /// <param name="statementOf">A fact as a statement.</param>
    public static Told? Of(Topic topic, Question question, Answer sides, IReadOnlyList<RankedFact> ranked, Func<RankedFact, Statement> statementOf)
    {
        if (question.Expects != AnswerType.Person || question.Entities.Any(named => named.Kind is EntityKind.Person or EntityKind.Country)) return null;
        if (sides.Statements[0].Fact.SpokenOf.FirstOrDefault(value => value is { Yes: not null, Entity: not null }) is not { Entity: { } one } told || !IsOfSeveral(topic, told.Attribute)) return null;
        var others = ranked.Take(MostLookedThrough).Where(fact => fact.Probability >= Answerer.Floor && fact.View.Fact.SpokenOf.Any(value => value.Attribute == told.Attribute && value.Yes == true && value.Entity != one))
            .DistinctBy(fact => fact.View.Fact.SpokenOf.First(value => value.Attribute == told.Attribute && value.Yes == true).Entity).Take(MostOthers).Select(statementOf).ToList();
        return others.Count == 0 ? null : new Told([.. others, .. sides.Statements.DistinctBy(statement => statement.Fact.Id).Take(MostOthers)]) { Question = question, Confidence = sides.Confidence, IsOfEach = true };
    }

    /// <summary>Whether the attribute may be asked of many people.</summary>
    private static bool IsOfSeveral(Topic topic, string attribute) => topic.Attributes.First(known => known.Id == attribute).Entity is null;
}
