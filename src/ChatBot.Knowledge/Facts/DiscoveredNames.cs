using System.Collections.Frozen;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>What documents name and the topic doesn't list: the people and bodies in them, and those who published them.</summary>
internal static class DiscoveredNames
{
    private static readonly FrozenSet<string> OutletWords = LanguageData.Words("outlet-words.txt");

    /// <summary>Each name once; of a person the last word is a shorter name.</summary>
    public static IEnumerable<Entity> In(IReadOnlyList<DocumentFacts> documents)
    {
        var seen = new HashSet<EntityId>();
        foreach (var document in documents)
        {
            if (Outlet(document.Document) is { } outlet && seen.Add(outlet.Id)) yield return outlet;
            foreach (var fact in document.Facts)
                foreach (var mention in fact.Entities)
                {
                    if (mention.Listed || !seen.Add(mention.Id)) continue;
                    var name = mention.Span.Of(document.Document.Text);
                    var words = name.Split(' ');
                    yield return new Entity(mention.Id, mention.Kind, name, mention.Kind == EntityKind.Person && words.Length > 1 ? [words[^1]] : [], []);
                }
        }
    }

    /// <summary>
    /// The documents with those who are only called by their last name joined to the one person of that name whom any of them names in full: "Achterberg" here is
    /// Ruben Achterberg there.
    /// </summary>
    public static IReadOnlyList<DocumentFacts> Joined(IReadOnlyList<DocumentFacts> documents)
    {
        var people = documents.SelectMany(d => d.Facts).SelectMany(f => f.Entities).Where(m => m.Kind == EntityKind.Person).Select(m => m.Id).Distinct().ToList();
        var full = people.SelectMany(id => Tails(id.Value).Select(tail => (Tail: tail, Id: id))).GroupBy(name => name.Tail, StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => new EntityId(group.Key), group => group.Single().Id);
        EntityMention Join(EntityMention mention) => !mention.Listed && full.TryGetValue(mention.Id, out var person) ? mention with { Id = person, Kind = EntityKind.Person } : mention;
        EntityId? JoinId(EntityId? id) => id is { } named && full.TryGetValue(named, out var person) ? person : id;
        RoleMention Held(RoleMention role) => role with { Person = JoinId(role.Person) ?? role.Person };
        return [.. documents.Select(document => !document.Facts.Any(f => f.Entities.Any(m => !m.Listed && full.ContainsKey(m.Id))) ? document : document with
        {
            Facts = [.. document.Facts.Select(fact => fact with
            {
                Entities = [.. fact.Entities.Select(Join)], Attribution = fact.Attribution with { Speaker = JoinId(fact.Attribution.Speaker) },
                Roles = [.. fact.Roles.Select(Held)], DeniedRoles = [.. fact.DeniedRoles.Select(Held)],
            })],
        })];
    }

    /// <summary>The shorter names in an id: "c" and "b-c" of "a-b-c".</summary>
    private static IEnumerable<string> Tails(string id)
    {
        for (var at = id.IndexOf('-', StringComparison.Ordinal); at >= 0; at = id.IndexOf('-', at + 1)) yield return id[(at + 1)..];
    }

    /// <summary>Who published a document, without what its publisher's name has in brackets; "The Harbour Herald" is asked for as "the Herald". Null where it isn't known.</summary>
    public static Entity? Outlet(Document document)
    {
        var name = (document.Source.Publisher ?? "").Split('(')[0].Trim();
        var words = Tokenizer.Tokenize(name);
        if (words.Count == 0) return null;
        return new Entity(new EntityId(EntityFinder.Slug(name)), EntityKind.Organisation, name, [], words.Count > 1 && OutletWords.Contains(words[^1].Term) ? [words[^1].Term] : []);
    }
}
