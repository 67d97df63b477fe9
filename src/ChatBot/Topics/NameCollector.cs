using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>Gathers the names that documents write with capitals, and joins the ways of writing one.</summary>
internal static class NameCollector
{
    private static readonly HashSet<string> OfPlace = new(StringComparer.Ordinal)
        { "in", "at", "near", "from", "to", "around", "off", "on", "into", "towards", "outside", "inside", "between" };

    /// <summary>The names of <paramref name="documents"/>, those named most often first; countries, which the engine knows, are left out.</summary>
    public static List<SeenName> Collect(IReadOnlyList<DocumentFacts> documents)
    {
        var names = new Dictionary<EntityId, SeenName>();
        foreach (var (document, facts) in documents.Select(d => (d.Document, d.Facts)))
            foreach (var fact in facts)
            {
                var tokens = Tokenizer.Tokenize(fact.Text);
                foreach (var mention in fact.Entities.Where(mention => !mention.Listed)) Note(names, document, fact, tokens, mention);
                foreach (var role in fact.Roles)
                    if (names.TryGetValue(role.Person, out var person))
                    {
                        var office = document.At(role.Office);
                        person.Offices.Add(office.StartsWith("former ", StringComparison.OrdinalIgnoreCase) ? "" : office);
                        if (role.Place is { } place) person.OfficesOf.Add(place);
                    }
            }
        return Join([.. names.Values.Where(name => name.Times > 0)]);
    }

    private static void Note(Dictionary<EntityId, SeenName> names, Document document, Fact fact, List<Token> tokens, EntityMention mention)
    {
        // A pronoun that means it is no way of naming it.
        if (document.At(mention.Span).Equals("it", StringComparison.OrdinalIgnoreCase)) return;
        if (!names.TryGetValue(mention.Id, out var name)) names.Add(mention.Id, name = new SeenName(mention.Id.Value.Split('-')));
        if (fact.Attribution.Speaker == mention.Id) name.Personal++;
        var written = document.At(mention.Span);
        if (written.Length <= 3 && char.IsLower(written[0]) || written is "He" or "She")
        {
            name.Personal++;
            return;
        }
        name.Add(Written(written), mention.Kind, document.Id.Value);
        var at = tokens.FindIndex(token => token.Span.Start + fact.Span.Start >= mention.Span.Start);
        var before = at - 1;
        if (before >= 0 && tokens[before].Term == "the")
        {
            name.AfterThe++;
            before--;
        }
        if (before < 0) return;
        if (OfPlace.Contains(tokens[before].Term)) name.AfterPreposition++;
        if (tokens[before].Term == "in") name.AfterIn++;
    }

    private static string Written(string text)
    {
        var one = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return one.EndsWith("'s", StringComparison.Ordinal) || one.EndsWith("’s", StringComparison.Ordinal) ? one[..^2] : one;
    }

    /// <summary>"Halloway" is the only Ingrid Halloway; "Business Wire" the only Corrie Business Wire; "Zelenskiy" is written for "Zelensky".</summary>
    private static List<SeenName> Join(List<SeenName> names)
    {
        var kept = names.OrderByDescending(name => name.Terms.Count).ThenByDescending(name => name.Times).ThenBy(name => name.Name, StringComparer.Ordinal).ToList();
        foreach (var each in kept.ToArray().Reverse())
        {
            var name = each;
            // A town is no short name of the paper or the radio that is called after it.
            if (!kept.Contains(name) || IsTown(name) && kept.Exists(other => IsTail(name.Terms, other.Terms) && other.Kind is EntityKind.Organisation)) continue;
            var longer = kept.Where(other => other != name && IsTail(name.Terms, other.Terms) && (name.Terms.Count > 1 || other.Kind is EntityKind.Person or EntityKind.Organisation)).ToList();
            var same = longer.Count == 1 ? longer[0] : longer.Count > 1 ? null : kept.Find(other => other != name && other.Times >= name.Times && IsSpelling(name.Terms, other.Terms));
            if (same is null) continue;
            // "Whether Juno Pilar" is Juno Pilar behind a word that only began a sentence; "Superintendent Ada Lorne" is Ada Lorne.
            if (name.Terms.Count > 1 && name.Times > same.Times) (same, name) = (name, same);
            same.Absorb(name, withSpellings: name.Terms.Count <= same.Terms.Count);
            kept.Remove(name);
        }
        return [.. kept.OrderByDescending(name => name.Times).ThenBy(name => name.Name, StringComparer.Ordinal)];
    }

    private static bool IsTown(SeenName name) => name.Terms.Count == 1 && (name.AfterPreposition * 2 >= name.Times || name.AfterIn > 1);

    private static bool IsTail(IReadOnlyList<string> tail, IReadOnlyList<string> whole) =>
        tail.Count < whole.Count && tail.SequenceEqual(whole.Skip(whole.Count - tail.Count));

    /// <summary>The same words, but that long ones may differ by two letters behind their beginning.</summary>
    private static bool IsSpelling(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
            if (a[i] != b[i] && !IsSpelling(a[i], b[i])) return false;
        return true;
    }

    private static bool IsSpelling(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        var start = 0;
        while (start < shorter.Length && a[start] == b[start]) start++;
        var end = 0;
        while (end < shorter.Length - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        return start >= 4 && longer.Length >= 7 && longer.Length - start - end <= 2;
    }
}
