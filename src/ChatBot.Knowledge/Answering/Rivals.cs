using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// Finds what contradicts each other among statements that nobody asked for: of different documents, with other values of one attribute, other figures of one
/// thing, or one that denies or replaces what the other says. In doubt two statements are no rivals: most of what stands in one message is not.
/// </summary>
/// <param name="topic">The topic, for its attributes.</param>
/// <param name="written">When a statement was made, as far as that is known.</param>
internal sealed class Rivals(Topic topic, Func<Statement, WrittenAt?> written)
{
    private readonly Editions _editions = new(topic);

    /// <summary>The disputes among <paramref name="told"/>: statements of which each contradicts another, in their order.</summary>
    public IReadOnlyList<IReadOnlyList<Statement>> Among(IReadOnlyList<Statement> told)
    {
        var disputes = new List<List<Statement>>();
        foreach (var statement in told)
        {
            var touched = disputes.FindAll(dispute => dispute.Exists(other => Are(statement, other)));
            disputes.RemoveAll(touched.Contains);
            disputes.Add([.. touched.SelectMany(dispute => dispute), statement]);
        }
        return [.. disputes.Where(dispute => dispute.Count > 1).Select(dispute => told.Where(dispute.Contains).ToList())];
    }

    private bool Are(Statement one, Statement other)
    {
        if (one.Fact.Id.Document == other.Fact.Id.Document || _editions.IsAnother(one.Fact) || _editions.IsAnother(other.Fact)) return false;
        return GiveOtherValues(one.Fact, other.Fact) || OtherFigures.Differ(one.Fact, other.Fact) || Replaces(one.Fact, other.Fact) || Replaces(other.Fact, one.Fact)
            || Reversals.Between(Reversals.Sentence.Of(one.Fact, written(one)), Reversals.Sentence.Of(other.Fact, written(other))) is not null;
    }

    /// <summary>Whether both fill an attribute of the topic, and no value of the one agrees with any of the other.</summary>
    private static bool GiveOtherValues(Fact one, Fact other)
    {
        foreach (var values in one.SpokenOf.GroupBy(value => (value.Attribute, value.Entity)))
        {
            var others = other.SpokenOf.Where(value => (value.Attribute, value.Entity) == values.Key).ToList();
            if (others.Count > 0 && values.All(value => others.TrueForAll(another => SameMeasure.Of(value, one, another, other) && !Sides.Agree(value, another)))) return true;
        }
        return false;
    }

    /// <summary>Whether one says that a date, time or figure of another holds no longer, and both speak of one thing.</summary>
    private static bool Replaces(Fact later, Fact earlier) =>
        later.Replaced.Count > 0 && later.Replaces(earlier.Span, earlier) && OtherFigures.AreOfOneThing(later, earlier, isOfOneDeed: false);
}
