using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Answering;

/// <summary>Facts that fill one attribute of one entity, grouped by the value that they give or deny.</summary>
internal static class Sides
{
    /// <summary>Facts that give one value.</summary>
    /// <param name="Values">The values: one, or the several that a sentence gives together ("3.5 % plus 1.5 %").</param>
    /// <param name="Facts">The facts, the best first.</param>
    public sealed record Group(List<AttributeValue> Values, List<RankedFact> Facts);

    /// <summary>The groups among <paramref name="ranked"/> for the attribute and entity; facts of one group agree, facts of two don't. A hall agrees with its town, and not with another hall there.</summary>
    public static List<Group> Of(string attribute, EntityId? entity, IEnumerable<RankedFact> ranked, PlacesWithin places)
    {
        var groups = new List<Group>();
        foreach (var fact in ranked)
        {
            var values = fact.View.Fact.SpokenOf.Where(v => v.Attribute == attribute && v.Entity == entity && !CountsOfParts.Has(fact.View, v)).ToList();
            if (values.Count == 0) continue;
            // What measures something else than the best one is no side of it.
            if (groups.Count > 0 && !values.Exists(value => groups[0].Values.Exists(first => SameMeasure.Of(first, groups[0].Facts[0].View.Fact, value, fact.View.Fact)))) continue;
            var group = groups.Find(g => g.Values.Exists(a => values.Exists(b => a.IsDenied == b.IsDenied && IsSame(a, b))))
                ?? groups.Find(g => g.Facts.SelectMany(known => known.View.Fact.SpokenOf).Where(known => known.Attribute == attribute && known.Entity == entity).All(known => values.Exists(value => IsSame(known, value) && known.IsDenied == value.IsDenied || places.AreOneInTheOther(known, value))));
            if (group is null) groups.Add(new Group(values, [fact]));
            else group.Facts.Add(fact);
        }
        // That it isn't what nobody says it is, is no side.
        groups.RemoveAll(group => group.Values.TrueForAll(value => value.IsDenied) && groups.TrueForAll(other => other == group || Agree(other, group)));
        return groups;
    }

    /// <summary>Whether two values of one attribute can both be true.</summary>
    public static bool Agree(AttributeValue a, AttributeValue b) => (a.IsDenied, b.IsDenied) switch
    {
        (false, false) => IsSame(a, b),
        (true, true) => true,
        _ => !IsSame(a, b),
    };

    private static bool Agree(Group a, Group b) => a.Values.Exists(one => b.Values.Exists(other => Agree(one, other)));

    /// <summary>Whether two values are the same, or one is a part of the other, be they given or denied.</summary>
    public static bool IsSame(AttributeValue a, AttributeValue b)
    {
        if (a.Dates is { } da && b.Dates is { } db) return AgreeDates(da, db) && !IsCut(a, da, db) && !IsCut(b, db, da);
        if (a.Number is { } na && b.Number is { } nb) return Math.Abs(na.Value - nb.Value) <= 0.005 * Math.Max(Math.Abs(na.Value), Math.Abs(nb.Value));
        if (a.Yes is { } ya && b.Yes is { } yb) return ya == yb;
        if (a.Named is { } ea && b.Named is { } eb) return ea == eb;
        return true; // Statements stand side by side; they aren't compared.
    }

    /// <summary>Two ranges of days disagree where both are ranges and differ; one day within a range, or a day within a month, agrees with it.</summary>
    private static bool AgreeDates(DateRange a, DateRange b) => a == b || (a.Contains(b) || b.Contains(a)) && (IsDay(a) || IsDay(b) || a.IsMonthOrMore || b.IsMonthOrMore);

    /// <summary>What is on one day only isn't on others; a month may still be that in which it is.</summary>
    private static bool IsCut(AttributeValue value, DateRange days, DateRange others) => value.IsOnly && !days.Contains(others) && !others.IsMonthOrMore;

    private static bool IsDay(DateRange range) => range.From == range.To;

    /// <summary>
    /// Whether the world moved on between two groups, rather than that their sources compete: the attribute may change, or the later ones say that they
    /// replace the earlier value, or correct what their outlet gave; the groups come from different documents of known, different age, and neither side denies the other.
    /// </summary>
    public static bool IsChange(TopicAttribute attribute, Group earlier, Group later, Func<RankedFact, WrittenAt?> written) =>
        (attribute.Changes || later.Facts.Exists(fact => earlier.Facts.TrueForAll(other => OwnCorrection.Is(fact.View, other.View))) || later.Facts.Exists(fact => earlier.Values.Exists(value => earlier.Facts.Exists(other => fact.View.Fact.Replaces(value.Span, other.View.Fact) && !(value.Number is not null && FiguresHeld.IsReckoned(fact.View.Fact))))))
        && !earlier.Facts.Concat(later.Facts).Any(f => f.View.Fact.Stance == Stance.Denied)
        && earlier.Facts.Select(written).Max() is { } before && later.Facts.Select(written).Min() is { } after && before < after;
}
