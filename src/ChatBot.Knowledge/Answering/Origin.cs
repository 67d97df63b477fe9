using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Where is Ana Varga from?": where somebody comes from, not where they are or go.</summary>
internal static class Origin
{
    private static readonly string[] Links = [" of ", " from ", ", from ", " comes from ", " came from ", " hails from ", " is from ", " was born in ", ", born in "];

    /// <summary>Whether a sentence may answer; null where nobody's origin is asked for.</summary>
    public static Func<FactView, bool>? Asked(Question question) => PersonOf(question) is { } person ? view => Link(person, view) is not null : null;

    /// <summary>Whose origin a question asks for, and nothing else; null where it asks for none.</summary>
    public static EntityId? PersonOf(Question question) =>
        question.Expects == AnswerType.Place && question.Entities is [{ Kind: EntityKind.Person } person] && question.Terms.All(term => term.Entity is not null)
        && question.Tokens is [{ Term: "where" or "which" or "what" }, .., { Term: "from" }] ? person.Id : null;

    /// <summary>The place, where it is one that is known as such.</summary>
    public static TextSpan? Of(EntityId person, FactView view)
    {
        if (Link(person, view) is not { } at) return null;
        foreach (var named in view.Fact.Entities)
            if (named.Span.Start == at && named.Kind is EntityKind.Place or EntityKind.Country) return named.Span;
        return null;
    }

    /// <summary>Where what looks like a place's name begins behind the person's; null where the sentence has no such thing.</summary>
    private static int? Link(EntityId person, FactView view)
    {
        var text = view.Document.Text;
        foreach (var named in view.Fact.Entities)
        {
            if (named.Id != person) continue;
            foreach (var link in Links)
            {
                var at = named.Span.End + link.Length;
                if (at < view.Fact.Span.End && text.AsSpan(named.Span.End).StartsWith(link) && char.IsUpper(text[at]) && !IsNoPlace(view, at)) return at;
            }
        }
        return null;
    }

    private static bool IsNoPlace(FactView view, int at) => view.Fact.Entities.Any(named => named.Span.Start == at && named.Kind is not (EntityKind.Place or EntityKind.Country));
}
