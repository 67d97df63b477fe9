using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Answering;

/// <summary>What became of a value that may change: "invited", later not any more, and invited again.</summary>
internal static class Turns
{
    /// <summary>
    /// Of the ranked facts those that are sides of the answer whatever their words: they give the attribute a value later than all that <paramref name="near"/> give it
    /// one ("has arrived" answers whether she will come), another than these in between ("cancelled", "goes ahead after all", "cancelled again"), or say that it was moved.
    /// </summary>
    public static IEnumerable<RankedFact> Further(TopicAttribute attribute, EntityId? entity, IReadOnlyList<RankedFact> near, IEnumerable<RankedFact> ranked, Func<RankedFact, WrittenAt?> written)
    {
        var giving = attribute.Changes ? near.Where(Gives).ToList() : [];
        var (first, last) = (giving.Min(written), giving.Max(written));
        return ranked.Where(fact => Gives(fact) && !near.Contains(fact) && (written(fact) > last || TurnsBetween(fact) || MoveSigns.In(fact.View.Fact.Text)));

        bool TurnsBetween(RankedFact fact) => written(fact) > first && ValuesOf(fact).All(value => giving.TrueForAll(known => ValuesOf(known).All(other => !Sides.Agree(value, other))));
        bool Gives(RankedFact fact) => ValuesOf(fact).Any();
        IEnumerable<AttributeValue> ValuesOf(RankedFact fact) => fact.View.Fact.SpokenOf.Where(value => value.Attribute == attribute.Id && value.Entity == entity);
    }

    /// <summary>
    /// Of a value that turned back, one group for each step, the last first: who says so now apart from who said so before it turned. The groups as they are where
    /// nothing turned back, or times don't tell.
    /// </summary>
    public static List<Sides.Group> Of(TopicAttribute attribute, List<Sides.Group> groups, Func<RankedFact, WrittenAt?> written)
    {
        if (!attribute.Changes || groups.Count < 2 || groups.Exists(group => group.Facts.Exists(fact => written(fact) is null))) return groups;
        var byAge = groups.SelectMany(group => group.Facts.Select(fact => (Group: group, Fact: fact))).OrderByDescending(one => written(one.Fact)).ToList();
        var steps = new List<Sides.Group>();
        for (var i = 0; i < byAge.Count; i++)
        {
            var (group, fact) = byAge[i];
            if (i > 0 && byAge[i - 1].Group == group) steps[^1].Facts.Add(fact);
            else if (i > 0 && written(byAge[i - 1].Fact) == written(fact)) return groups;
            else steps.Add(new Sides.Group(group.Values, [fact]));
        }
        return steps.Count > groups.Count ? steps : groups;
    }
}
