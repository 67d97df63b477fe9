using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>
/// Finds what was known of when and where something takes place that a sentence moves ("has been moved to Skelby"), or of a move that it undoes ("will be held as
/// planned"), where the topic has no attribute for it: what the question when or where it is has been answered with until now.
/// </summary>
internal sealed class MovedEvents(KnowledgeBase known)
{
    /// <summary>The statement that a new sentence changes; null where it moves nothing, or nothing was known, or the same.</summary>
    /// <param name="fact">The sentence.</param>
    /// <param name="text">The text of its document.</param>
    /// <param name="written">When it was written.</param>
    public Statement? By(Fact fact, string text, WrittenAt? written)
    {
        var tokens = Reversals.Sentence.Of(fact, written).Tokens;
        var isKept = MoveSigns.AreDeniedIn(fact, tokens, text);
        if (!isKept && (!MoveSigns.In(fact.Text) || DeedReader.MayDeny(tokens)) || Named(fact) is not { } moved) return null;
        var name = fact.Text.Substring(moved.Span.Start - fact.Span.Start, moved.Span.Length);
        return (isKept || fact.Dates.Any(IsOfCalendar) ? Leading($"When is the {name}?") : null) is { } time && IsChanged(time, fact, moved, written, isKept) ? time
            : (isKept || Places(fact).Count > 0 ? Leading($"Where is the {name}?") : null) is { } place && IsChanged(place, fact, moved, written, isKept) ? place : null;
    }

    private bool IsChanged(Statement before, Fact fact, EntityMention moved, WrittenAt? written, bool isKept)
    {
        if (before.Fact.Id.Document == fact.Id.Document || !before.Fact.Entities.Any(mention => mention.Id == moved.Id) || known.WrittenAt(before.Fact.Id.Document) > written) return false;
        if (isKept) return MoveSigns.In(before.Text);
        var isElsewhere = Places(fact) is { Count: > 0 } places && Places(before.Fact) is { Count: > 0 } others && !others.Overlaps(places);
        var isAnotherTime = fact.Dates.Any(IsOfCalendar) && before.Fact.Dates.Any(IsOfCalendar) && !before.Fact.Dates.Any(then => fact.Dates.Any(now => now.Value == then.Value));
        return isElsewhere || isAnotherTime;
    }

    /// <summary>What a question is answered with now; of sides that disagree the latest.</summary>
    private Statement? Leading(string question) => known.Ask(question, Conversation.New) switch
    {
        Changed changed => changed.Steps[^1].Statements[0],
        Told told => told.Found[0],
        Disputed disputed => disputed.Sides.Select(side => side.Statements[0]).MaxBy(statement => known.WrittenAt(statement.Fact.Id.Document) ?? default),
        _ => null,
    };

    /// <summary>The event that a sentence names first; where it names none that anybody knows as one, what else it names first besides places and people.</summary>
    private static EntityMention? Named(Fact fact)
    {
        var named = fact.Entities.Where(mention => fact.Span.Contains(mention.Span) && mention.Kind is not (EntityKind.Place or EntityKind.Country or EntityKind.Person)).OrderBy(mention => mention.Kind != EntityKind.Event).ThenBy(mention => mention.Span.Start).ToList();
        return named.Count > 0 ? named[0] : null;
    }

    private static bool IsOfCalendar(DateMention date) => !date.Relative;

    private static HashSet<EntityId> Places(Fact fact) => fact.Entities.Where(mention => mention.Kind == EntityKind.Place).Select(mention => mention.Id).ToHashSet();
}
