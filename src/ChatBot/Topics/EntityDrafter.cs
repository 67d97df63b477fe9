using System.Globalization;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>Proposes entities: the names that documents use, their kinds, spellings and offices, and the event that it is all about.</summary>
internal static class EntityDrafter
{
    /// <summary>What was proposed.</summary>
    /// <param name="Entities">By kind, then those named most often first.</param>
    /// <param name="Subject">The event that is named most often; null where the documents name none.</param>
    /// <param name="LeftOut">Names that stand once and by which nobody is known.</param>
    public sealed record Proposal(IReadOnlyList<DraftEntity> Entities, EntityId? Subject, IReadOnlyList<string> LeftOut);

    private static readonly EntityKind[] Order = [EntityKind.Event, EntityKind.Person, EntityKind.Organisation, EntityKind.Place, EntityKind.Thing, EntityKind.Country];

    private static readonly HashSet<string> Venues = new(StringComparer.Ordinal)
        { "court", "courthouse", "hall", "stadium", "arena", "theatre", "theater", "museum", "centre", "center", "library", "cathedral", "church", "castle", "palace", "square", "park", "gardens", "grounds", "pier", "station" };

    /// <summary>The entities of <paramref name="documents"/>, their facts drawn without any topic.</summary>
    public static Proposal Draft(IReadOnlyList<DocumentFacts> documents)
    {
        var drafts = new List<DraftEntity>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var leftOut = new List<string>();
        var names = NameCollector.Collect(documents);
        var shared = names.SelectMany(name => name.Offices).GroupBy(office => office, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var countries = new Dictionary<EntityId, int>();
        foreach (var name in names)
        {
            var (kind, doubt) = KindOf(name);
            if (name.Times < 2 && name.Personal == 0 && name.Offices.Count == 0 && kind is not (EntityKind.Event or EntityKind.Organisation)) leftOut.Add(name.Name);
            else if (Named(name, kind, doubt, shared) is { } draft && Claim(taken, draft)) drafts.Add(draft);
        }
        AddEvents(drafts, taken, EventCollector.Collect(documents), documents.Count);
        AddPublishers(drafts, taken, documents);
        AddCountries(drafts, names);
        KeepNamesApart(drafts);
        AskBySurname(drafts, documents);

        var subject = drafts.Where(draft => draft.Entity.Kind == EntityKind.Event).MaxBy(draft => draft.Times * draft.Documents * (char.IsUpper(draft.Entity.Name[0]) ? 2 : 1))?.Entity.Id;
        var titles = SubjectOfTitles.Find(drafts, documents);
        if (subject is null && titles is not null) drafts[drafts.IndexOf(titles.Draft)] = titles.Proposed;
        subject ??= titles?.Proposed.Entity.Id;
        leftOut.RemoveAll(name => drafts.Exists(draft => Names(draft).Contains(Fold(name))));
        return new Proposal(
            [.. drafts.OrderBy(draft => Array.IndexOf(Order, draft.Entity.Kind)).ThenByDescending(draft => draft.Entity.Id == subject).ThenByDescending(draft => draft.Times).ThenBy(draft => draft.Entity.Id.Value, StringComparer.Ordinal)],
            subject, leftOut);
    }

    private static (EntityKind Kind, string? Doubt) KindOf(SeenName name)
    {
        if (EventNouns.Contains(Tokenizer.Tokenize(name.Terms[^1])[0]) || name.Terms.Count > 1 && EventNouns.EndsName(name.Terms[^1])) return (EntityKind.Event, null);
        // "Exercise Grey Lantern", "Operation Blue Sky".
        if (name.Terms.Count > 1 && EventNouns.LeadsName(name.Terms[0])) return (EntityKind.Event, null);
        if (name.Terms.Count > 1 && Venues.Contains(name.Terms[^1]) && name.AfterPreposition * 2 >= name.Times) return (EntityKind.Place, "the place, or the body that sits there?");
        if (name.Kind is EntityKind.Organisation) return (EntityKind.Organisation, null);
        if (name.Kind == EntityKind.Person && name.Terms.Count > 2 && name.Shortened == 0 && name.Offices.Count == 0) return (EntityKind.Organisation, "an organisation by its many words, of which no surname is used; or a person?");
        if (name.Offices.Count > 0) return (EntityKind.Person, null);
        if (name.Personal > 0 && name.AfterThe == 0) return (EntityKind.Person, name.Times > 2 && name.Shortened == 0 ? "a person, because it says something; or an organisation, whose name is never shortened to a surname?" : null);
        var usuallyThe = name.AfterThe * 2 >= name.Times;
        var usuallyPlace = name.AfterPreposition * 2 >= name.Times;
        if (usuallyPlace) return (EntityKind.Place, name.Kind == EntityKind.Place ? null : "a place, or a thing that something happens in or on?");
        if (usuallyThe) return (EntityKind.Thing, "'the' stands before it, so it is taken for a thing; or an organisation, an event?");
        return name.Kind switch
        {
            EntityKind.Place => (EntityKind.Place, name.AfterPreposition == 0 && name.AfterThe == 0 ? "a place by a word of its name, though nothing is said to be in it; or a person?" : null),
            EntityKind.Person when name.Terms.Count > 1 => (EntityKind.Person, "a person by its two words alone: nobody speaks and no office stands beside it"),
            _ => (EntityKind.Thing, "the kind is a guess"),
        };
    }

    private static DraftEntity Named(SeenName name, EntityKind kind, string? doubt, HashSet<string> shared)
    {
        var aliases = name.Spellings.Where(spelling => !Same(spelling, name.Name)).DistinctBy(spelling => spelling.ToUpperInvariant()).ToList();
        var (full, others) = FullName(name, aliases);
        // "Skipper" alone may be anybody; "harbour master", or "Mayor" written as a title, is one person here.
        var offices = name.Offices.Where(office => office.Length > 0 && (office.Contains(' ', StringComparison.Ordinal) || char.IsUpper(office[0])) && !shared.Contains(office) && !aliases.Exists(alias => Same(alias, office)) && !Same(office, full));
        var doubts = new List<string>();
        if (doubt is not null) doubts.Add(doubt);
        if (others.Count > 0 && others.Exists(other => other.Split(' ').Length == full.Split(' ').Length)) doubts.Add("two spellings of one name, or two names?");
        return new DraftEntity(
            new Entity(new EntityId(Id(full)), kind, full, others, kind == EntityKind.Person ? [.. offices] : []), name.Times, name.Documents.Count, doubts);
    }

    /// <summary>The fullest spelling is the name, the others its aliases.</summary>
    private static (string Full, List<string> Others) FullName(SeenName name, List<string> aliases)
    {
        var all = aliases.Prepend(name.Name).ToList();
        var full = all.OrderByDescending(spelling => spelling.Split(' ').Length).First();
        return (full, [.. all.Where(spelling => spelling != full)]);
    }

    private static void AddEvents(List<DraftEntity> drafts, HashSet<string> taken, IReadOnlyList<EventCollector.SeenEvent> events, int documents)
    {
        // "The festival" is Lantern Week, where that is the one event with a name and most documents speak of a festival.
        var named = drafts.Where(draft => draft.Entity.Kind == EntityKind.Event).ToList();
        var general = events.FirstOrDefault(seen => seen.IsBare && seen.Counts && seen.Documents * 2 >= documents && EventNouns.IsGeneral(seen.Name));
        if (named.Count == 1 && general is not null && named[0].Documents * 2 >= documents && !named[0].Entity.Name.EndsWith(general.Name, StringComparison.OrdinalIgnoreCase) && taken.Add(general.Name))
            drafts[drafts.IndexOf(named[0])] = named[0] with
            {
                Entity = named[0].Entity with { Aliases = [.. named[0].Entity.Aliases, general.Name] }, Times = named[0].Times + general.Times, Documents = Math.Max(named[0].Documents, general.Documents),
                Doubts = [.. named[0].Doubts, $"'the {general.Name}' is taken for it; or is that another event?"],
            };
        foreach (var seen in events)
        {
            var noun = seen.Name.Split(' ')[^1];
            var longer = drafts.Where(draft => draft.Entity.Kind == EntityKind.Event && draft.Entity.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase)).ToList();
            if (longer.Count == 1 && seen.IsBare)
            {
                // "The regatta" is the one event that ends in that noun.
                var at = drafts.IndexOf(longer[0]);
                if (!taken.Add(noun) || longer[0].Entity.Aliases.Contains(noun)) continue;
                var others = longer[0].Entity.Aliases.Where(alias => !Same(alias, noun));
                drafts[at] = longer[0] with
                {
                    Entity = longer[0].Entity with { Aliases = [.. others, noun] }, Times = longer[0].Times + seen.Times, Documents = Math.Max(longer[0].Documents, seen.Documents),
                };
                continue;
            }
            // "Ceremony" alone is mostly the opening ceremony.
            if (!seen.Counts || seen.IsBare && (longer.Count > 1 || events.Any(other => other.Counts && other.Name.EndsWith(" " + noun, StringComparison.Ordinal) && other.Times * 2 >= seen.Times))) continue;
            var draft = new DraftEntity(new Entity(new EntityId(Id(seen.Name)), EntityKind.Event, seen.Name, [], []), seen.Times, seen.Documents, ["one event, or several of that kind?"]);
            if (Claim(taken, draft)) drafts.Add(draft);
        }
    }

    private static void AddPublishers(List<DraftEntity> drafts, HashSet<string> taken, IReadOnlyList<DocumentFacts> documents)
    {
        var published = documents.Where(d => d.Document.Source.Publisher is not null).GroupBy(d => Bare(d.Document.Source.Publisher ?? ""), StringComparer.Ordinal).ToList();
        string[] publishers = [.. published.Select(group => group.Key)];
        foreach (var group in published)
        {
            var bare = group.Key;
            var at = drafts.FindIndex(draft => Same(draft.Entity.Name, bare) || draft.Entity.Aliases.Any(alias => Same(alias, bare)));
            if (at >= 0)
            {
                drafts[at] = drafts[at] with { Entity = drafts[at].Entity with { Kind = EntityKind.Organisation }, Doubts = [] };
                continue;
            }
            // "The Herald" is the Harbour Herald, where no other paper ends in that word.
            var last = bare.Split(' ')[^1];
            var shorter = publishers.Count(other => other.EndsWith(" " + last, StringComparison.Ordinal)) == 1 ? drafts.Find(other => other.Entity.Kind != EntityKind.Place && Same(other.Entity.Name, last)) : null;
            if (shorter is not null) drafts.Remove(shorter);
            var draft = new DraftEntity(
                new Entity(new EntityId(Id(bare)), EntityKind.Organisation, bare, shorter is null ? [] : [shorter.Entity.Name], []), shorter?.Times ?? 0, Math.Max(group.Count(), shorter?.Documents ?? 0), []);
            if (Claim(taken, draft)) drafts.Add(draft);
        }
    }

    /// <summary>No two entities may share a name: what one is called is no other's alias, and an alias is that of whoever is named most often.</summary>
    private static void KeepNamesApart(List<DraftEntity> drafts)
    {
        var names = drafts.Select(draft => WithoutArticle(draft.Entity.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in drafts.OrderByDescending(draft => draft.Times).ToList())
        {
            var own = WithoutArticle(draft.Entity.Name);
            var kept = draft.Entity.Aliases.Where(alias => WithoutArticle(alias) == own || names.Add(WithoutArticle(alias))).ToList();
            if (kept.Count == draft.Entity.Aliases.Count) continue;
            var lost = draft.Entity.Aliases.Except(kept).Select(alias => $"'{alias}' alone is another entry: the same, or not?");
            drafts[drafts.IndexOf(draft)] = draft with { Entity = draft.Entity with { Aliases = kept }, Doubts = [.. draft.Doubts, .. lost] };
        }
    }

    /// <summary>Somebody whom the documents always name in full may be asked for by the last name, where nobody and nothing else has it and it is no word that the documents use.</summary>
    private static void AskBySurname(List<DraftEntity> drafts, IReadOnlyList<DocumentFacts> documents)
    {
        var words = documents.SelectMany(document => Tokenizer.Tokenize(document.Document.Text)).Where(token => !token.IsCapitalised).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft.Entity.Kind == EntityKind.Person).ToList())
        {
            var name = Tokenizer.Tokenize(draft.Entity.Name);
            if (name.Count < 2 || name[^1] is not { IsCapitalised: true, Term.Length: > 2 } last || words.Contains(last.Term)) continue;
            if (drafts.Exists(other => other != draft && Names(other).Any(known => Tokenizer.Tokenize(known).Any(token => token.Term == last.Term)))) continue;
            if (Names(draft).Contains(last.Term)) continue;
            drafts[drafts.IndexOf(draft)] = draft with { Entity = draft.Entity with { AskedAs = [.. draft.Entity.AskedAs, last.Span.Of(draft.Entity.Name)] } };
        }
    }

    private static string WithoutArticle(string name) => Fold(name) is var folded && folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;

    /// <summary>"The Harbour Herald (invented)" is the Harbour Herald.</summary>
    private static string Bare(string publisher)
    {
        var bracket = publisher.IndexOf(" (", StringComparison.Ordinal);
        var name = bracket > 0 ? publisher[..bracket] : publisher;
        return name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
    }

    /// <summary>Countries are known without being listed; those whose officers are named are listed, so that these can represent them.</summary>
    private static void AddCountries(List<DraftEntity> drafts, List<SeenName> names)
    {
        var known = new EntityFinder(Topic.None);
        foreach (var name in names)
            foreach (var of in name.OfficesOf)
            {
                var at = drafts.FindIndex(draft => draft.Entity.Kind == EntityKind.Person && draft.Entity.Aliases.Prepend(draft.Entity.Name).Any(spelling => Same(spelling, name.Name)));
                if (at < 0) continue;
                if (known.Get(of) is { Kind: EntityKind.Country } country && !drafts.Exists(draft => draft.Entity.Id == of))
                    drafts.Add(new DraftEntity(new Entity(of, EntityKind.Country, country.Name, [], []), 0, 0, []));
                if (drafts.Exists(draft => draft.Entity.Id == of) && of != drafts[at].Entity.Id) drafts[at] = drafts[at] with { Entity = drafts[at].Entity with { Represents = of } };
            }
    }

    /// <summary>Takes the draft's id and names, dropping aliases that another has already; false where its name itself is taken.</summary>
    private static bool Claim(HashSet<string> taken, DraftEntity draft) => taken.Add(Fold(draft.Entity.Name)) && taken.Add("id " + draft.Entity.Id.Value);

    private static string Fold(string name) => Folding.Fold(name);

    private static IEnumerable<string> Names(DraftEntity draft) => draft.Entity.Aliases.Concat(draft.Entity.AskedAs).Prepend(draft.Entity.Name).Select(Fold);

    private static bool Same(string a, string b) => Fold(a) == Fold(b);

    private static string Id(string name)
    {
        var id = string.Join('-', Tokenizer.Tokenize(name).Select(token => new string([.. token.Term.Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))])).Where(part => part.Length > 0));
        return id.Length > 0 ? id : string.Create(CultureInfo.InvariantCulture, $"name-{name.Length}");
    }
}
