using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>Finds the places at which something is said to be ("in Vilnius, Lithuania"), and learns from facts which place lies in which.</summary>
internal sealed class PlacesGiven
{
    private readonly Dictionary<EntityId, HashSet<EntityId>> _within = [];

    public PlacesGiven(IEnumerable<FactView> views)
    {
        foreach (var view in views)
        {
            var mentions = view.Fact.Entities;
            for (var i = 0; i + 1 < mentions.Count; i++)
            {
                var (inner, outer) = (mentions[i], mentions[i + 1]);
                if (!IsPlace(inner) || !IsPlace(outer) || inner.Id == outer.Id || inner.Kind == EntityKind.Country || outer.Span.Start < inner.Span.End) continue;
                // "Vilnius, Lithuania", "The Hague … is in the Netherlands"
                var between = view.Document.Text.AsSpan(inner.Span.End, outer.Span.Start - inner.Span.End).Trim();
                if (between is "," or "in" or "in the" or ", in" || between.EndsWith(" is in") || between.EndsWith(" is in the")) Add(inner.Id, outer.Id);
            }
        }
    }

    /// <summary>The places among <paramref name="mentions"/> that stand behind a preposition of place.</summary>
    public static List<PlaceGiven> Among(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions, bool isClaim)
    {
        var places = new List<PlaceGiven>();
        foreach (var mention in mentions)
        {
            if (!IsPlace(mention) && !(mention.Kind is EntityKind.Organisation or EntityKind.Thing && isClaim && !mention.Listed)) continue;
            var first = 0;
            while (first < tokens.Count && tokens[first].Span.Start < mention.Span.Start) first++;
            var before = first - 1;
            if (before >= 0 && tokens[before].Term == "the") before--;
            var behindPlace = places.Count > 0 && mention.Span.Start - places[^1].Mention.Span.End is > 0 and <= 2;
            if (behindPlace || before >= 0 && tokens[before].Term is "in" or "at" or "near") places.Add(new PlaceGiven(mention));
        }
        return places;
    }

    /// <summary>Whether a place given by a fact is the claim's, or lies in it; null where that can't be told.</summary>
    public bool? Agrees(EntityMention claimed, EntityMention given)
    {
        if (claimed.Id == given.Id || Lies(given.Id, claimed.Id)) return true;
        if (Lies(claimed.Id, given.Id)) return null;
        if (claimed.Kind == given.Kind) return false;
        // A town against a country: only where the town's country is known to be another.
        if (claimed.Kind == EntityKind.Country) return _within.TryGetValue(given.Id, out var outer) && outer.Count > 0 ? false : null;
        if (given.Kind == EntityKind.Country) return _within.TryGetValue(claimed.Id, out var own) && own.Count > 0 ? false : null;
        return !claimed.Listed ? false : null;
    }

    private bool Lies(EntityId inner, EntityId outer) => _within.TryGetValue(inner, out var known) && known.Contains(outer);

    private void Add(EntityId inner, EntityId outer)
    {
        if (!_within.TryGetValue(inner, out var known)) _within.Add(inner, known = []);
        known.Add(outer);
    }

    private static bool IsPlace(EntityMention mention) => mention.Kind is EntityKind.Place or EntityKind.Country;
}
