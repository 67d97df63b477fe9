using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Tells sentences on another year's event of the same name from those on the topic's own, by the days that the topic's title gives.</summary>
public sealed class Editions
{
    /// <summary>Days between which the dates of one event may lie.</summary>
    private const int SameEdition = 120;

    private readonly EntityId? _event;
    private readonly DateRange? _days;

    /// <param name="topic">Its title gives the event's days, as "June 2031".</param>
    public Editions(Topic topic)
    {
        _event = topic.Entities.FirstOrDefault(entity => entity.Id == topic.Subject && entity.Kind == EntityKind.Event)?.Id;
        foreach (var date in DateFinder.Find(topic.Title, Tokenizer.Tokenize(topic.Title), null)) _days ??= date.Value;
    }

    /// <summary>Whether all of the dates lie outside its time.</summary>
    public bool IsOutside(IReadOnlyList<DateMention> dates) =>
        _days is { } own && dates.All(date => date.Value.From.DayNumber - own.To.DayNumber > SameEdition || own.From.DayNumber - date.Value.To.DayNumber > SameEdition);

    /// <summary>"A sore point since 2024, when two were hurt": what is told happened then, whatever it names.</summary>
    private bool TellsOfThen(Fact fact)
    {
        foreach (var date in fact.Dates)
            if (!date.Relative && fact.Span.Contains(date.Span) && fact.Text.AsSpan(date.Span.End - fact.Span.Start).TrimStart(", ").StartsWith("when ", StringComparison.Ordinal) && IsOutside([date])) return true;
        return false;
    }

    /// <summary>
    /// Whether a sentence that names the event dates itself outside its time, and doesn't say that it was moved. What is to happen by some year, or has
    /// happened since, is no date of the sentence.
    /// </summary>
    public bool IsAnother(Fact fact)
    {
        if (_days is null || fact.Dates.Count == 0) return false;
        if (TellsOfThen(fact)) return true;
        if (!fact.Entities.Any(mention => mention.Id == _event)) return false;
        var tokens = Tokenizer.Tokenize(fact.Text);
        // "Next year's fair": which fair is meant.
        if (fact.Dates.Any(date => IsOwner(date) && IsOutside([date]))) return true;
        var dates = fact.Dates.Where(date => !date.Relative && fact.Span.Contains(date.Span) && Before(date.Span.Start - fact.Span.Start) is not ("by" or "until" or "till" or "since" or "before" or "after" or "from")).ToList();
        return dates.Count > 0 && IsOutside(dates) && !MoveSigns.In(fact.Text);

        bool IsOwner(DateMention date) => fact.Span.Contains(date.Span) && fact.Entities.Any(mention => mention.Id == _event && mention.Span.Start > date.Span.End && fact.Text[(date.Span.End - fact.Span.Start)..(mention.Span.Start - fact.Span.Start)] is "'s " or "’s " or " ")
            && tokens.Exists(token => (token.Traits & TokenTraits.Possessive) != 0 && date.Span.Overlaps(token.Span with { Start = token.Span.Start + fact.Span.Start }));

        string Before(int start) => tokens.FindLastIndex(token => token.Span.End <= start) is >= 0 and var last ? tokens[last].Term : "";
    }
}
