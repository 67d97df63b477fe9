using System.Globalization;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Topics;

/// <summary>Proposes when and where for every event that has a date or a place in the documents, and tells where those differ.</summary>
internal static class EventDrafter
{
    /// <summary>People also gather to speak about an event: these are cues only where a sentence with one gives a day in figures.</summary>
    private static readonly string[] Gathering = ["gather", "meet", "convene"];

    private static readonly string[] Happening =
    [
        "take place", "takes place", "taking place", "took place", "will be held", "to be held", "now be held", "is held", "was held", "held from", "held on", "scheduled", "planned for", "set for", "set to", "begins", "begin",
        "starts", "opens", "runs from", "lasts from", .. Gathering,
    ];

    /// <summary>Gatherings at which an event is only spoken of. A sentence with one that gives no day in figures tells nothing of when and where the event is.</summary>
    private static readonly string[] Speaking = ["meeting", "briefing", "hearing", "press conference", "interview", "session"];

    private static readonly string[] Moving = ["postponed", "put off", "put back", "pushed back", "moved to", "moved from", "rescheduled", "brought forward", "delayed", "now be held", "now take place", "now begin", "now open", "relocated", "shortened to", "cut to", "instead of"];

    /// <summary>Of these the ones that stand beside the new date or place. "Postponed after the June floods" gives none.</summary>
    private static readonly string[] MovedTo = [.. Moving.Except(["postponed"]), "postponed to", "postponed until", "postponed from"];

    /// <summary>What happens to a subject that is no event itself: a product, a building, a line.</summary>
    private static readonly string[] Releasing = ["launch", "released", "on sale", "unveiled", "available from", "opens", "opening", "completed", "in service"];

    private static readonly HashSet<string> AtPlace = new(StringComparer.Ordinal) { "in", "at", "on", "near", "off", "inside", "outside" };

    /// <summary>The attributes; <paramref name="documents"/> have their facts drawn with the entities of the proposed <paramref name="topic"/>.</summary>
    public static IReadOnlyList<DraftAttribute> Draft(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<DraftEntity> entities, Topic topic)
    {
        var (subject, editions) = (topic.Subject, new Editions(topic));
        var attributes = new List<DraftAttribute>();
        foreach (var entity in entities.Where(draft => draft.Entity.Kind == EntityKind.Event || draft.Entity.Id == subject).Select(draft => draft.Entity))
        {
            var about = documents.SelectMany(d => d.Facts.Where(fact => fact.Entities.Any(m => m.Id == entity.Id)).Select(fact => (d.Document, Fact: fact, Tokens: Tokenizer.Tokenize(fact.Text)))).ToList();
            string[] gathering = [.. Gathering.Where(cue => about.Exists(a => Stands([cue], a.Tokens) && Days(a.Document, a.Fact).Any()))];
            string[] cues = [.. Happening.Except(Gathering.Except(gathering)), .. entity.Kind == EntityKind.Event ? [] : Releasing];
            var happening = about.Where(a => Stands(cues, a.Tokens) || Stands(Moving, a.Tokens)).ToList();
            string[] excludes = [.. Speaking.Where(word => !Stands([word], Tokenizer.Tokenize(string.Join(' ', entity.Aliases.Prepend(entity.Name)))) && happening.Exists(a => IsOnlySpoken(word, a.Document, a.Fact, a.Tokens)))];
            happening.RemoveAll(a => Stands(excludes, a.Tokens) || editions.IsAnother(a.Fact));
            var moved = about.Where(a => Stands(Moving, a.Tokens)).Select(a => $"{a.Document.Id}, {a.Fact.Locator}: {a.Fact.Text.ReplaceLineEndings(" ")}").FirstOrDefault();
            var before = about.SelectMany(a => DatedName(a.Document, a.Fact, entity.Id)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            if (before.Length > 0) happening = [.. about.Where(a => happening.Contains(a) || Days(a.Document, a.Fact).Any() && DatedName(a.Document, a.Fact, entity.Id).Any())];
            var dates = happening.SelectMany(a => Days(a.Document, a.Fact).Select(date => (Written: Day(date.Value), a.Document))).ToList();
            if (dates.Count > 0 || entity.Id == subject) attributes.Add(Dates(entity, dates, [.. cues, .. MovedTo, .. before], excludes, moved));
            var places = happening.SelectMany(a => Places(a.Fact, a.Tokens, entity.Id).Select(place => (Written: a.Document.At(place.Span), a.Document))).ToList();
            if (entity.Kind != EntityKind.Place && (places.Count > 0 || entity.Id == subject)) attributes.Add(Place(entity, places, [.. cues.Except(["begins", "begin", "starts"]), "venue", "hosts", "hosted", .. MovedTo], excludes, moved));
        }
        return attributes;
    }

    /// <summary>Sentences that say when something takes place, but not what ("It will now take place from 14 to 16 August").</summary>
    public static IReadOnlyList<string> Nameless(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<DraftEntity> entities, EntityId? subject)
    {
        var events = entities.Where(draft => draft.Entity.Kind == EntityKind.Event || draft.Entity.Id == subject).Select(draft => draft.Entity.Id).ToHashSet();
        return
        [
            .. documents.SelectMany(d => d.Facts
                .Where(fact => !fact.Entities.Any(m => events.Contains(m.Id)) && Days(d.Document, fact).Any() && Tokenizer.Tokenize(fact.Text) is var tokens && (Stands(Happening, tokens) || Stands(Moving, tokens)))
                .Select(fact => $"{d.Document.Id}, {fact.Locator}: {fact.Text.ReplaceLineEndings(" ")}")),
        ];
    }

    private static bool IsOnlySpoken(string word, Document document, Fact fact, List<Token> tokens) => Stands([word], tokens) && !Days(document, fact).Any();

    private static DraftAttribute Dates(Entity entity, List<(string Written, Document Document)> seen, string[] cues, string[] excludes, string? moved) => new(
        new TopicAttribute($"{entity.Id}.dates", $"the dates of {The(entity)}", entity.Id, [], AttributeValueKind.Dates, [.. cues.Distinct()], excludes, [], [], [], moved is not null),
        FigureDrafter.SeenLines(seen),
        entity.Kind == EntityKind.Place ? ["When does it take place?", $"When does it happen in {entity.Name}?", "When is it?", "On which day is it?", "what date is it on"]
        : [$"When is {The(entity)}?", $"When does {The(entity)} take place?", $"What are the dates of {The(entity)}?", $"On which day is {The(entity)}?", $"when {entity.Name}", $"what date is {The(entity)} on"],
        [.. Doubts(seen, moved, "date")]);

    private static DraftAttribute Place(Entity entity, List<(string Written, Document Document)> seen, string[] cues, string[] excludes, string? moved) => new(
        new TopicAttribute($"{entity.Id}.place", $"the place of {The(entity)}", entity.Id, [], AttributeValueKind.Place, [.. cues.Distinct()], excludes, [], [], [], moved is not null),
        FigureDrafter.SeenLines(seen),
        [$"Where is {The(entity)}?", $"Where does {The(entity)} take place?", $"What is the venue of {The(entity)}?", $"In which place is {The(entity)} held?", $"where {entity.Name}", $"Is {The(entity)} in {{place}}?"],
        [.. Doubts(seen, moved, "place")]);

    private static IEnumerable<string> Doubts(List<(string Written, Document Document)> seen, string? moved, string what)
    {
        var values = FigureDrafter.SeenLines(seen).Count;
        if (values == 0) yield return $"no {what} stands in one sentence with this name; give it aliases that do";
        if (values > 1) yield return moved is not null ? $"{values} values; 'changes: true', the later one replaces the earlier, because of {moved}" : $"{values} values: sources that disagree (changes: false), or a {what} that moved (changes: true)?";
    }

    private static string The(Entity entity) => entity.Kind is EntityKind.Place or EntityKind.Organisation || entity.Name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? entity.Name : "the " + entity.Name;

    /// <summary>The days that the sentence gives in figures; "on Friday" is reckoned, and says nothing new.</summary>
    private static IEnumerable<DateMention> Days(Document document, Fact fact)
    {
        var exact = fact.Dates.Where(date => !fact.Replaced.Contains(date.Span) && date.Precision is DatePrecision.Day or DatePrecision.Days && document.At(date.Span).Any(char.IsDigit)).ToList();
        var ranges = exact.Where(date => date.Precision == DatePrecision.Days).ToList();
        return ranges.Count > 0 ? ranges : exact;
    }

    /// <summary>"The June 24–26 summit" says when without a verb: the month and the noun are a cue.</summary>
    private static IEnumerable<string> DatedName(Document document, Fact fact, EntityId entity)
    {
        foreach (var date in Days(document, fact))
            foreach (var mention in fact.Entities)
                if (mention.Id == entity && mention.Span.Start - date.Span.End is 1 or 2)
                    yield return $"{date.Value.From.ToString("MMMM", CultureInfo.InvariantCulture)} {document.At(mention.Span).Split(' ')[^1]}";
    }

    private static string Day(DateRange range) => range.From == range.To
        ? range.From.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.From:d MMMM} to {range.To:d MMMM yyyy}");

    private static IEnumerable<EntityMention> Places(Fact fact, List<Token> tokens, EntityId entity)
    {
        foreach (var mention in fact.Entities)
        {
            if (mention.Kind is not (EntityKind.Place or EntityKind.Country) || mention.Id == entity || fact.Entities.Any(other => other.Id == entity && other.Span.Contains(mention.Span)) || SpeakersPlace.EndsAt(mention.Span.End - fact.Span.Start, tokens)) continue;
            var at = tokens.FindIndex(token => token.Span.Start + fact.Span.Start >= mention.Span.Start);
            if (at > 0 && tokens[at - 1].Term == "the") at--;
            if (at > 0 && AtPlace.Contains(tokens[at - 1].Term)) yield return mention;
        }
    }

    private static bool Stands(string[] phrases, List<Token> tokens) => phrases.Any(phrase =>
    {
        // As the sentence's own words are cut: "held" is "hold" in both.
        var stems = Tokenizer.Tokenize(phrase).Select(token => token.Stem).ToArray();
        for (var i = 0; i + stems.Length <= tokens.Count; i++)
            if (stems.Select((stem, k) => tokens[i + k].Stem == stem).All(same => same)) return true;
        return false;
    });
}
