using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// "And when?" after "will she come?": the day of her coming where what was told last gives one, else the event's own; never the day on which it was said that she
/// comes. Where she stays away, the day on which that was said is all there is to tell.
/// </summary>
/// <param name="topic">The topic.</param>
/// <param name="viewOf">The fact as it is weighed; null where it is no longer known.</param>
internal sealed class WhenTheyCome(Topic topic, Func<FactId, FactView?> viewOf)
{
    /// <summary>What may stand beside the question word where nothing but the time or place is asked for.</summary>
    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "and", "but", "so", "ok", "exactly", "then" };

    /// <summary>What is asked: the question of the event, or the statement that tells it; null where the last turn told of nobody's coming, or something else is asked.</summary>
    /// <param name="bare">The question word.</param>
    /// <param name="last">The turn before it.</param>
    public (string? OfEvent, Answer? Told)? Read(Question bare, Turn last)
    {
        if (last.Answer is not (Told { Moments: null } or Changed) || !IsOnly(bare) || PresenceAsked.Of(last.Question) is null) return null;
        if (last.Answer.Statements is not [var latest, ..] || viewOf(latest.Fact.Id) is not { } view) return null;
        var comes = !view.Fact.SpokenOf.Any(value => value.Yes == false);
        if (ValueFinder.Find(bare, view) is { } value && view.Fact.Span.Contains(value) && !(comes && IsOfSaying(view, value)))
            return (null, new Told([Statement.From(view.Document, view.Fact, value)]) { Question = BareFollowUps.Again(bare, last), Confidence = last.Answer.Confidence });
        if (!comes) return (null, new NotKnown([latest]) { Question = BareFollowUps.Again(bare, last) });
        return EventOf(last.Question) is { } attended ? ($"{(bare.Expects == AnswerType.Date ? "when" : "where")} is {ImpliedSubject.Named(attended, bare.Expects)}?", null) : null;
    }

    private static bool IsOnly(Question bare) => bare.Entities.Count == 0 && bare.Dates.Count == 0 && bare.Expects is AnswerType.Date or AnswerType.Place
        && bare.Tokens.Count(token => !Leading.Contains(token.Term)) == 1 && bare.Tokens[^1].Term is "when" or "where" or "exactly" or "then";

    private static bool IsOfSaying(FactView view, TextSpan value) => view.Fact.Dates.Any(date => date.Span.Overlaps(value) && SaidOn.IsOf(date, view.Fact, view.Tokens));

    /// <summary>The event that was named, else the topic's own.</summary>
    private Entity? EventOf(Question asked)
    {
        var id = asked.Entities.Where(named => named.Kind == EntityKind.Event).Select(named => (EntityId?)named.Id).FirstOrDefault() ?? topic.Subject;
        return topic.Entities.FirstOrDefault(entity => entity.Id == id);
    }
}
