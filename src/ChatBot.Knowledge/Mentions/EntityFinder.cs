using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Mentions;

/// <summary>
/// Finds the entities that a text names: those of the topic by name, alias and (in questions) the looser ways of asking for them; countries by name
/// and demonym, whatever the topic; and names that were discovered in documents. The longest match wins, from left to right.
/// </summary>
public sealed class EntityFinder
{
    private readonly Dictionary<string, List<Pattern>> _byFirstTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityId, Entity> _entities = [];
    private readonly HashSet<string> _nameWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<EntityId>> _parts = new(StringComparer.Ordinal);

    private sealed record Pattern(string[] Terms, EntityId Entity, EntityKind Kind, bool Listed, bool QuestionsOnly, bool NeedsCapital, bool NeedsAcronym);

    /// <summary>Prepares the names of <paramref name="topic"/> and of all countries that it doesn't list.</summary>
    public EntityFinder(Topic topic) : this(topic, [])
    {
    }

    /// <summary>Prepares the names of <paramref name="topic"/>, of all countries, and <paramref name="discovered"/> names.</summary>
    public EntityFinder(Topic topic, IEnumerable<Entity> discovered)
    {
        foreach (var entity in topic.Entities) Add(entity, listed: true);
        foreach (var country in Nationalities.All)
        {
            // The topic's own entity takes the country's other names along.
            var listed = topic.Entities.FirstOrDefault(e => e.Kind is EntityKind.Country && Names(e).Contains(country.Name, StringComparer.OrdinalIgnoreCase));
            Add(listed is null
                ? new Entity(new EntityId(Slug(country.Name)), EntityKind.Country, country.Name, country.Demonyms, [])
                : listed with { Aliases = [.. country.Demonyms], AskedAs = [] }, listed: true);
        }
        foreach (var entity in discovered) Add(entity, listed: false);
    }

    /// <summary>The entity of that id, or null where none was prepared.</summary>
    public Entity? Get(EntityId id) => _entities.GetValueOrDefault(id);

    /// <summary>Whether a folded word is part of the name of anything prepared.</summary>
    public bool IsNameWord(string term) => _nameWords.Contains(term);

    /// <summary>All entities prepared.</summary>
    public IEnumerable<Entity> Entities => _entities.Values;

    /// <summary>The entities named among <paramref name="tokens"/>, in order; places and countries within a longer name follow it.</summary>
    /// <param name="tokens">Tokens of a text, or a part of them.</param>
    /// <param name="question">Whether the text is a question or claim, where names may come in lower case and be asked for loosely.</param>
    public List<EntityMention> Find(IReadOnlyList<Token> tokens, bool question)
    {
        var found = new List<EntityMention>();
        for (var i = 0; i < tokens.Count;)
        {
            var match = Longest(tokens, i, question);
            if (match is null || !question && AnothersName(match, tokens, i) is not null)
            {
                i++;
                continue;
            }
            var end = i + match.Terms.Length;
            if (OwnedBy(match, tokens, end, question) is { } owned)
            {
                found.Add(new EntityMention(TextSpan.FromBounds(tokens[i].Span.Start, tokens[end - 2 + owned.Terms.Length].Span.End), owned.Entity, owned.Kind, owned.Listed));
                end += owned.Terms.Length - 1;
            }
            found.Add(new EntityMention(TextSpan.FromBounds(tokens[i].Span.Start, tokens[i + match.Terms.Length - 1].Span.End), match.Entity, match.Kind, match.Listed));
            if (match.Terms.Length > 1) AddWithin(tokens, i, i + match.Terms.Length, match, question, found);
            i = end;
        }
        return found;
    }

    /// <summary>The name of another event that ends as what an event here is called for short: "Ostrel Wine Festival", where "festival" is an alias; null where a text names none.</summary>
    internal TextSpan? AnothersName(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].IsCapitalised && Longest(tokens, i, question: false) is { } match && AnothersName(match, tokens, i) is { } from) return TextSpan.FromBounds(tokens[from].Span.Start, tokens[i + match.Terms.Length - 1].Span.End);
        return null;
    }

    /// <summary>Where a longer name in capitals begins of which a common noun is the last word by which an event is called for short, and of which the event's own names lack a word; else null.</summary>
    private int? AnothersName(Pattern match, IReadOnlyList<Token> tokens, int at)
    {
        if (match.Kind != EntityKind.Event || match.NeedsCapital || !tokens[at].IsCapitalised) return null;
        var from = at;
        while (from > 0 && tokens[from - 1] is { IsCapitalised: true, IsStopWord: false } before && before.Span.End + 1 == tokens[from].Span.Start && (before.Traits & TokenTraits.Possessive) == 0) from--;
        if (from == at || IsInCapitals(tokens)) return null;
        var own = Names(_entities[match.Entity]).Concat(_entities[match.Entity].AskedAs).SelectMany(name => Tokenizer.Tokenize(name)).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        for (var i = from; i < at; i++)
            if (!own.Contains(tokens[i].Term)) return from;
        return null;
    }

    /// <summary>A headline in which every word that may has a capital tells no names by them.</summary>
    private static bool IsInCapitals(IReadOnlyList<Token> tokens) => tokens.Count > LongestName && tokens.All(token => token.IsCapitalised || token.IsStopWord || token.IsNumber);

    /// <summary>"Ana Varga's speech" is "Varga's speech": what is called after somebody's last name may stand with all of it.</summary>
    private Pattern? OwnedBy(Pattern owner, IReadOnlyList<Token> tokens, int end, bool question)
    {
        if (owner.Kind != EntityKind.Person || owner.Terms.Length < 2 || (tokens[end - 1].Traits & TokenTraits.Possessive) == 0) return null;
        return Longest(tokens, end - 1, question) is { Kind: EntityKind.Event or EntityKind.Thing, Terms.Length: > 1 } owned ? owned : null;
    }

    /// <summary>Words that are a part of several names, and no name by themselves.</summary>
    /// <param name="Span">Where they stand.</param>
    /// <param name="Entities">Whose names they are a part of: two or more.</param>
    internal sealed record NamePart(TextSpan Span, IReadOnlyList<EntityId> Entities);

    /// <summary>
    /// The longest words among <paramref name="tokens"/>, outside of <paramref name="mentions"/>, that are a part of the names of two to four people, events or
    /// things; null where there are none.
    /// </summary>
    internal NamePart? NamedInPart(IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        for (var length = LongestPart; length > 0; length--)
            for (var i = 0; i + length <= tokens.Count; i++)
            {
                var span = TextSpan.FromBounds(tokens[i].Span.Start, tokens[i + length - 1].Span.End);
                // A looser name within the part ("conference" in "press conference") is no reason to pass it over.
                if (mentions.Any(m => m.Span.Overlaps(span) && (!span.Contains(m.Span) || m.Span == span)) || !_parts.TryGetValue(string.Join(' ', tokens.Skip(i).Take(length).Select(t => t.Term)), out var named)) continue;
                if (named.Count is > 1 and <= MostNamesOfPart) return new NamePart(span, [.. named.Order(Comparer<EntityId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value)))]);
            }
        return null;
    }

    /// <summary>Whether a mention is a single word in lower case that with the one before it is a part of what others are called: "conference" asks for the summit, "press conference" for none.</summary>
    internal bool IsWithinAnothersName(IReadOnlyList<Token> tokens, EntityMention mention)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].Span == mention.Span) return !tokens[i].IsCapitalised && _parts.TryGetValue(tokens[i - 1].Term + " " + tokens[i].Term, out var named) && !named.Contains(mention.Id);
        return false;
    }

    private const int LongestPart = 2;
    private const int LongestName = 4;
    private const int MostNamesOfPart = 4;

    private void AddParts(Entity entity)
    {
        if (entity.Kind is not (EntityKind.Person or EntityKind.Event or EntityKind.Thing)) return;
        foreach (var name in Names(entity))
        {
            var tokens = Tokenizer.Tokenize(name);
            for (var length = 1; length <= LongestPart && length < tokens.Count; length++)
                for (var i = 0; i + length <= tokens.Count; i++)
                {
                    // Of a person's name the last word alone is a name in part.
                    if (entity.Kind == EntityKind.Person && (length > 1 || i + 1 < tokens.Count)) continue;
                    // What the name says it is, not what only describes it: "conference" and "press conference", but not "press".
                    if (i + length < tokens.Count && !tokens[i + length].IsStopWord) continue;
                    if (tokens[i].IsStopWord || tokens[i + length - 1].IsStopWord || tokens[i].IsNumber) continue;
                    var part = string.Join(' ', tokens.Skip(i).Take(length).Select(t => t.Term));
                    if (!_parts.TryGetValue(part, out var named)) _parts.Add(part, named = []);
                    named.Add(entity.Id);
                }
        }
    }

    /// <summary>"NATO summit in The Hague" names a place as well, "Ukraine's president" a country.</summary>
    private void AddWithin(IReadOnlyList<Token> tokens, int from, int to, Pattern outer, bool question, List<EntityMention> found)
    {
        for (var i = from; i < to;)
        {
            var match = Longest(tokens, i, question, to - i - (i == from ? 1 : 0));
            if (match is null || match.Entity == outer.Entity || match.Kind is not (EntityKind.Place or EntityKind.Country))
            {
                i++;
                continue;
            }
            found.Add(new EntityMention(TextSpan.FromBounds(tokens[i].Span.Start, tokens[i + match.Terms.Length - 1].Span.End), match.Entity, match.Kind, match.Listed));
            i += match.Terms.Length;
        }
    }

    private Pattern? Longest(IReadOnlyList<Token> tokens, int i, bool question, int most = int.MaxValue)
    {
        var owned = false;
        if (!_byFirstTerm.TryGetValue(tokens[i].Term, out var patterns))
        {
            // "finlands president": a possessive whose apostrophe nobody typed.
            owned = question && tokens[i].Term is { Length: > 4 } term && term[^1] == 's';
            if (!owned || !_byFirstTerm.TryGetValue(tokens[i].Term[..^1], out patterns)) return null;
        }
        Pattern? best = null;
        foreach (var pattern in patterns)
        {
            if (pattern.QuestionsOnly && !question || i + pattern.Terms.Length > tokens.Count || pattern.Terms.Length > most) continue;
            if (owned && (pattern.Terms.Length > 1 || !pattern.NeedsCapital)) continue;
            if (best is not null && (pattern.Terms.Length < best.Terms.Length || pattern.Terms.Length == best.Terms.Length && best.Listed)) continue;
            if (Matches(pattern, tokens, i, question)) best = pattern;
        }
        return best;
    }

    private static bool Matches(Pattern pattern, IReadOnlyList<Token> tokens, int i, bool question)
    {
        for (var k = 1; k < pattern.Terms.Length; k++)
            if (tokens[i + k].Term != pattern.Terms[k] && !(question && k == pattern.Terms.Length - 1 && pattern.NeedsCapital && tokens[i + k].Term.Length == pattern.Terms[k].Length + 1 && tokens[i + k].Term.StartsWith(pattern.Terms[k], StringComparison.Ordinal) && tokens[i + k].Term[^1] == 's')) return false;
        var first = tokens[i];
        if (pattern.NeedsAcronym && (first.Traits & TokenTraits.AllCapitals) == 0)
            return question && i > 0 && tokens[i - 1].Term == "the"; // "the us": a country even in lower case
        return question || !pattern.NeedsCapital || first.IsCapitalised;
    }

    private void Add(Entity entity, bool listed)
    {
        if (_entities.TryAdd(entity.Id, entity)) AddParts(entity);
        foreach (var name in Names(entity)) Add(entity, name, listed, questionsOnly: false);
        foreach (var name in entity.AskedAs) Add(entity, name, listed, questionsOnly: true);
    }

    private static IEnumerable<string> Names(Entity entity) => entity.Aliases.Prepend(entity.Name);

    private void Add(Entity entity, string name, bool listed, bool questionsOnly)
    {
        var tokens = Tokenizer.Tokenize(name);
        if (tokens.Count > 1 && tokens[0].Term is "the" or "a" or "an")
        {
            // "The Hague" is found with its article where it stands with one, and without.
            if (tokens[0].IsCapitalised) AddPattern(entity, tokens, listed, questionsOnly);
            tokens.RemoveAt(0);
        }
        if (tokens.Count > 0) AddPattern(entity, tokens, listed, questionsOnly);
    }

    private void AddPattern(Entity entity, List<Token> tokens, bool listed, bool questionsOnly)
    {
        var terms = tokens.Select(token => token.Term).ToArray();
        foreach (var token in tokens)
            if (token.IsCapitalised) _nameWords.Add(token.Term);
        if (!_byFirstTerm.TryGetValue(terms[0], out var patterns)) _byFirstTerm.Add(terms[0], patterns = []);
        // "Opening ceremony" is a common noun that begins an entry, "Lagoon Cup" a name; and what is also listed in lower case needs no capital.
        var needsCapital = tokens[0].IsCapitalised && (tokens.Count == 1 || entity.Kind is not (EntityKind.Event or EntityKind.Thing) || tokens.Skip(1).Any(token => token.IsCapitalised));
        var same = patterns.FindIndex(p => p.Terms.AsSpan().SequenceEqual(terms) && (p.Entity == entity.Id || p.Listed) && !p.QuestionsOnly);
        if (same >= 0)
        {
            if (patterns[same].Entity == entity.Id && !needsCapital) patterns[same] = patterns[same] with { NeedsCapital = false };
            return;
        }
        var acronymLikeWord = tokens.Count == 1 && (tokens[0].Traits & TokenTraits.AllCapitals) != 0 && StopWords.Contains(terms[0]);
        patterns.Add(new Pattern(terms, entity.Id, entity.Kind, listed, questionsOnly, NeedsCapital: needsCapital, NeedsAcronym: acronymLikeWord));
    }

    /// <summary>An id made from a name: folded, words joined by hyphens.</summary>
    public static string Slug(string name) => string.Join('-', Tokenizer.Tokenize(name).Select(token => token.Term.Replace("'", "", StringComparison.Ordinal)));
}
