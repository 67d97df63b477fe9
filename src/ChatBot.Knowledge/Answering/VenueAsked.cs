using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Where exactly is the congress?": told by the hall in which it is held rather than by its town.</summary>
internal static class VenueAsked
{
    /// <summary>Whether a question asks for more than the town.</summary>
    public static bool IsAsked(Question question) =>
        question.Expects == AnswerType.Place && question.Tokens.Any(token => token.Term is "exactly" or "precisely" or "venue" or "building" or "hall" or "address" or "whereabouts");

    /// <summary>The hall or ground in which a sentence says that what is asked of is held, where no list of places has it; null where it tells of none.</summary>
    public static TextSpan? In(Question question, FactView view)
    {
        if (question.Expects != AnswerType.Place || view.MayDeny || Venues.In(view.Tokens, view.Document.Text) is not var (span, verb)) return null;
        if (!view.Fact.Span.Contains(span) || view.Mentions.Any(place => place.Kind is EntityKind.Place or EntityKind.Country && place.Span.Overlaps(span))) return null;
        // Whose hall it is: the event named last before it is held, or, of "the venue of the congress", behind that.
        var held = view.Tokens[verb].Span;
        var named = view.Mentions.Where(mention => mention.Kind == EntityKind.Event && (mention.Span.End <= held.Start || view.Tokens[verb].Term == "venue" && mention.Span.End <= span.Start)).ToList();
        return named.Count > 0 && question.Entities.Any(asked => asked.Id == named.MaxBy(mention => mention.Span.Start).Id) ? span : null;
    }
}
