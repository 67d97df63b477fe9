using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>Compares the attribute values of a new document with those known.</summary>
/// <param name="topic">Says which attributes there are, and which may change.</param>
/// <param name="known">The known values.</param>
internal sealed class AttributeComparison(Topic topic, KnownValues known)
{
    /// <summary>Days between which two dates of one event may lie; what lies further away, unless it says that it was moved, is another occasion.</summary>
    private const int SameOccasion = 120;

    private static readonly string[] Indefinite = ["a", "an", "another"];

    private readonly Dictionary<string, TopicAttribute> _attributes = topic.Attributes.ToDictionary(attribute => attribute.Id, StringComparer.Ordinal);

    /// <summary>Whether nobody gave a value for this before.</summary>
    public bool IsFirst(AttributeValue value) =>
        _attributes.TryGetValue(value.Attribute, out var attribute) && attribute.Value != AttributeValueKind.Statement && known.Of(value.Attribute, value.Entity).All(other => other.Value.IsDenied);

    /// <summary>Whether a sentence speaks of another occasion of what the value is of: next year's meeting, not this one moved.</summary>
    public bool IsAnotherOccasion(AttributeValue value, Fact fact)
    {
        // Only what takes place takes place again: a target or a building whose year is another one has changed.
        if (value.Entity is null || !fact.Entities.Any(mention => mention.Id == value.Entity && mention.Kind == EntityKind.Event) || MoveSigns.In(fact.Text)) return false;
        if (IsSomeOther(value.Entity.Value, fact)) return true;
        var days = fact.Dates.Where(date => !date.Relative).Select(date => date.Value).ToList();
        if (days.Count == 0) return false;
        var held = _attributes.Values.Where(attribute => attribute.Value == AttributeValueKind.Dates && attribute.Entity == value.Entity).SelectMany(attribute => known.Of(attribute.Id, value.Entity)).Where(other => !other.Value.IsDenied).ToList();
        return held.Count > 0 && days.TrueForAll(day => held.TrueForAll(other => other.Value.Dates is { } range
            && (day.From.DayNumber - range.To.DayNumber > SameOccasion || range.From.DayNumber - day.To.DayNumber > SameOccasion)));
    }

    /// <summary>Known statements of an event's days, where a sentence says no more than when it begins and ends, and it is so by the latest of them; empty where it isn't.</summary>
    public IReadOnlyList<Statement> WithSameBounds(Fact fact)
    {
        foreach (var attribute in _attributes.Values.Where(attribute => attribute.Value == AttributeValueKind.Dates))
        {
            if (attribute.Entity is not { } own || !fact.Entities.Any(mention => mention.Id == own) || !Retelling.GivesBounds(fact, own)) continue;
            var days = new DateRange(fact.Dates.Min(date => date.Value.From), fact.Dates.Max(date => date.Value.To));
            var held = known.Of(attribute.Id, own).Where(value => !value.Value.IsDenied).ToList();
            if (held is [var latest, ..] && latest.Value.Dates == days) return Statements([.. held.Where(value => value.Value.Dates == days)]);
        }
        return [];
    }

    /// <summary>Whether a value that may change was given before a known one: it has not changed to this.</summary>
    public bool IsOutdated(AttributeValue value, WrittenAt? written) => written is { } moment && _attributes.TryGetValue(value.Attribute, out var attribute) && attribute.Changes
        && known.Of(value.Attribute, value.Entity).Any(other => other.Written > moment);

    /// <summary>"A summit", said of what the topic knows as the summit: some other of its kind.</summary>
    private static bool IsSomeOther(EntityId entity, Fact fact)
    {
        var mentions = fact.Entities.Where(mention => mention.Id == entity && mention.Kind == EntityKind.Event).ToList();
        return mentions.Count > 0 && mentions.TrueForAll(mention => mention.Span.Start > fact.Span.Start && Indefinite.Contains(WordBefore(mention)) && Tokenizer.Tokenize(fact.Text.Substring(mention.Span.Start - fact.Span.Start, mention.Span.Length)).Count == 1);

        string WordBefore(EntityMention mention) => Tokenizer.Tokenize(fact.Text[..(mention.Span.Start - fact.Span.Start)]) is [.., var last] ? last.Term : "";
    }

    /// <summary>What a value is to the known ones; null where nothing comparable is known.</summary>
    /// <param name="value">The value.</param>
    /// <param name="fact">Its fact.</param>
    /// <param name="written">When its document was written, if known.</param>
    /// <param name="corrects">Whether the document takes something back: then even what doesn't change by itself may turn back.</param>
    /// <param name="version">The document's last version: what that gave and this one gives no more was so before, and competes with nothing.</param>
    /// <param name="places">Which places lie in which.</param>
    /// <returns>The kind, and the statements that it is to be held against: first what the document itself said before, if it did.</returns>
    public (NewsKind Kind, IReadOnlyList<Statement> Known)? Compare(AttributeValue value, Fact fact, WrittenAt? written, bool corrects, LastVersion version, PlacesWithin places)
    {
        if (!_attributes.TryGetValue(value.Attribute, out var attribute) || attribute.Value == AttributeValueKind.Statement) return null;
        var values = known.Of(value.Attribute, value.Entity).Where(other => SameMeasure.Of(other.Value, other.Fact, value, fact)
            // That it isn't 33 says nothing of what else it is.
            && (!value.IsDenied && !other.Value.IsDenied || Sides.IsSame(other.Value, value))).ToList();
        if (values.Count == 0) return null;
        // Of the town nothing new is said where the hall in it is known; the hall is more than the town, and nothing else than it.
        var agreeing = values.Where(other => Sides.Agree(other.Value, value) || IsSameWeekday(other.Value, other.Fact, value, fact) || value.Named is { } outer && other.Value.Named is { } inner && !value.IsDenied && !other.Value.IsDenied && places.Lies(inner, outer)).ToList();
        values.RemoveAll(other => places.AreOneInTheOther(other.Value, value) && !agreeing.Contains(other));
        if (values.Count == 0) return null;
        var replaced = values.Where(other => !agreeing.Contains(other) && version.TakesBack(other)).Take(1).ToList();
        var others = values.Where(other => !agreeing.Contains(other) && !version.TakesBack(other)).ToList();
        if (others.Count == 0) return agreeing.Count > 0 ? (NewsKind.Restated, Statements(agreeing)) : (attribute.Changes && !corrects ? NewsKind.Changed : NewsKind.Corrected, Otherwise(attribute, replaced));
        if (agreeing.Count > 0)
        {
            // Who said otherwise themselves now says so: that others said so before is another matter.
            if (fact.Attribution.Speaker is { } speaker && others.Where(other => other.Fact.Attribution.Speaker == speaker).ToList() is { Count: > 0 } own && !agreeing.Exists(other => other.Fact.Attribution.Speaker == speaker))
                return (Kind(attribute, value, fact, written, corrects, own), Otherwise(attribute, own));
            if (UndoneMoves(fact, written, agreeing, others) is { Count: > 0 } undone) return (corrects ? NewsKind.Corrected : NewsKind.Changed, Otherwise(attribute, undone));
            // What changes back is news, and what merely arrives late is not: only a value that is newer than every one that differs can turn it again.
            var turns = (attribute.Changes || corrects || others.TrueForAll(other => other.Value.IsDenied)) && written is { } moment && others.Max(other => other.Written) is { } lastOther && lastOther < moment && agreeing.Max(other => other.Written) is { } lastSame && lastSame < lastOther;
            return turns ? (Kind(attribute, value, fact, written, corrects, others), Otherwise(attribute, others)) : (NewsKind.Restated, Statements(agreeing));
        }
        return (Kind(attribute, value, fact, written, corrects, others), [.. Otherwise(attribute, replaced), .. Otherwise(attribute, others)]);
    }

    /// <summary>"On the Friday" and "on the Friday": of which week nobody can tell, so it is no other day.</summary>
    private static bool IsSameWeekday(AttributeValue one, Fact fact, AttributeValue other, Fact of) => !one.IsDenied && !other.IsDenied && Weekday(one, fact) is { } weekday && weekday == Weekday(other, of);

    private static DayOfWeek? Weekday(AttributeValue value, Fact fact) => fact.Dates.FirstOrDefault(date => date.Span == value.Span) is { IsUnsure: true, Precision: DatePrecision.Day } day ? day.Value.From.DayOfWeek : null;

    /// <summary>Of the values that differ, those of earlier sentences by which it was moved, where this one says that it stays as planned and nobody who agrees has said so since.</summary>
    private static List<KnownValues.KnownValue> UndoneMoves(Fact fact, WrittenAt? written, List<KnownValues.KnownValue> agreeing, List<KnownValues.KnownValue> others) =>
        !MoveSigns.AreUndoneIn(fact.Text) ? [] : others.FindAll(other => MoveSigns.In(other.Fact.Text) && other.Written < written && !agreeing.Exists(same => same.Written > other.Written));

    /// <summary>What other documents give otherwise, the latest first.</summary>
    public IReadOnlyList<Statement> Otherwise(AttributeValue value, Fact fact) => !_attributes.TryGetValue(value.Attribute, out var attribute) ? []
        : Otherwise(attribute, [.. known.Of(value.Attribute, value.Entity).Where(other => other.Document.Id != fact.Id.Document && SameMeasure.Of(other.Value, other.Fact, value, fact) && !Sides.Agree(other.Value, value))]);

    private static NewsKind Kind(TopicAttribute attribute, AttributeValue value, Fact fact, WrittenAt? written, bool corrects, List<KnownValues.KnownValue> others)
    {
        if (corrects) return NewsKind.Corrected;
        var isLater = written is { } moment && others.All(other => other.Written is { } before && before < moment);
        return attribute.Changes && isLater && fact.Stance != Stance.Denied && !DenialSigns.In(fact, value) ? NewsKind.Changed : NewsKind.Contradicting;
    }

    /// <summary>One statement for each other value, the latest first; of what changes, the latest and those that nobody can put before it.</summary>
    private static IReadOnlyList<Statement> Otherwise(TopicAttribute attribute, List<KnownValues.KnownValue> others)
    {
        var latest = others.Max(other => other.Written);
        var sides = new List<KnownValues.KnownValue>();
        foreach (var other in others)
            if (!(attribute.Changes && other.Written < latest) && !sides.Exists(side => side.Value.IsDenied == other.Value.IsDenied && Sides.IsSame(side.Value, other.Value))) sides.Add(other);
        return [.. sides.Select(side => WholeOf(side, others).Statement)];
    }

    /// <summary>Of an event's days all of them, where a later sentence gives one ("opens on 10 December").</summary>
    private static KnownValues.KnownValue WholeOf(KnownValues.KnownValue side, List<KnownValues.KnownValue> others) => side.Value is not { Dates: { } day, IsOnly: false } ? side
        : others.Find(other => other.Value is { Dates: { IsMonthOrMore: false } days } && days != day && days.Contains(day) && Sides.IsSame(other.Value, side.Value)) ?? side;

    /// <summary>Statements of documents that give the same value; a few tell as much as all.</summary>
    private static IReadOnlyList<Statement> Statements(List<KnownValues.KnownValue> values) => [.. values.DistinctBy(value => value.Document.Id).Take(3).Select(value => value.Statement)];
}
