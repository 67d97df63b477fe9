using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Which places lie in which, as documents tell it: "Castle Hall in Ravenmoor", "Ravenmoor's Castle Hall". Who is told the hall is told nothing else than who is told the town.</summary>
internal sealed class PlacesWithin
{
    private readonly HashSet<(EntityId Inner, EntityId Outer)> _pairs = [];

    /// <param name="documents">The documents.</param>
    public PlacesWithin(IEnumerable<DocumentFacts> documents)
    {
        foreach (var document in documents)
            foreach (var fact in document.Facts)
            {
                var places = fact.Entities.Where(mention => mention.Kind is EntityKind.Place or EntityKind.Country && fact.Span.Contains(mention.Span)).OrderBy(mention => mention.Span.Start).ToList();
                for (var i = 1; i < places.Count; i++)
                    if (places[i - 1].Id != places[i].Id && places[i].Span.Start >= places[i - 1].Span.End && InnerOf(places[i - 1], places[i], document.Document.Text) is var (inner, outer)) _pairs.Add((inner, outer));
            }
    }

    /// <summary>Whether the one lies in the other.</summary>
    public bool Lies(EntityId inner, EntityId outer) => _pairs.Contains((inner, outer));

    /// <summary>Whether two values name places of which one lies in the other.</summary>
    public bool AreOneInTheOther(AttributeValue one, AttributeValue other) => one is { IsDenied: false, Named: { } a } && other is { IsDenied: false, Named: { } b } && (Lies(a, b) || Lies(b, a));

    /// <summary>Of two places that stand side by side, which lies in which by the words between them; null where those don't tell.</summary>
    private static (EntityId Inner, EntityId Outer)? InnerOf(EntityMention first, EntityMention second, string text)
    {
        var between = text.AsSpan(first.Span.End, second.Span.Start - first.Span.End).Trim();
        if (between is "in" or "in the" or "is in" or "is in the" or "lies in" or "stands in" or ", in") return (first.Id, second.Id);
        if (between is "'s" or "’s" || between.IsEmpty && text.AsSpan(first.Span.Start, first.Span.Length).EndsWith("s")) return (second.Id, first.Id);
        // "Castle Hall, Ravenmoor", and no list of places.
        var behind = text.AsSpan(second.Span.End).TrimStart();
        return between is "," && Venues.AreNamedBy(Tokenizer.Tokenize(first.Span.Of(text))) && !behind.StartsWith("and ") && !behind.StartsWith("or ") && !behind.StartsWith(",") ? (first.Id, second.Id) : null;
    }
}
