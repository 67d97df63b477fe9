using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>
/// Draws the facts out of a document: one per sentence, or of a correction in two of them one for both, with its entities, speaker, sources, stance, dates, figures,
/// offices and the topic's attributes.
/// The same for briefs and articles, and for a topic that knows nothing (<see cref="Topic.None"/>). Immutable; safe to share between threads.
/// </summary>
public sealed class FactExtractor
{
    /// <summary>How many tokens of a sentence are looked at for its subject.</summary>
    private const int MostTokensOfSubject = 6;

    private readonly EntityFinder _entities;
    private readonly AttributeReader _attributes;

    /// <summary>Prepares extraction for <paramref name="topic"/>.</summary>
    public FactExtractor(Topic topic)
    {
        _entities = new EntityFinder(topic);
        _attributes = new AttributeReader(topic);
    }

    /// <summary>The facts of <paramref name="document"/>, in reading order.</summary>
    public IReadOnlyList<Fact> Extract(Document document)
    {
        var tokens = Tokenizer.Tokenize(document.Text);
        var sentences = new List<(Paragraph Paragraph, Sentence Sentence, List<Token> Tokens)>();
        var next = 0;
        foreach (var paragraph in document.Paragraphs)
            foreach (var sentence in paragraph.Sentences)
            {
                while (next < tokens.Count && tokens[next].Span.Start < sentence.Span.Start) next++;
                var from = next;
                while (next < tokens.Count && tokens[next].Span.End <= sentence.Span.End) next++;
                var own = tokens.GetRange(from, next - from);
                // "Correction: we gave the fee as 50. It is 60." Neither sentence tells by itself what is so.
                if (sentences.Count > 0 && sentences[^1] is var before && before.Paragraph == paragraph && Retraction.GoesOn(document.Text, before.Tokens, own))
                    sentences[^1] = (paragraph, before.Sentence with { Span = TextSpan.FromBounds(before.Sentence.Span.Start, sentence.Span.End) }, [.. before.Tokens, .. own]);
                else sentences.Add((paragraph, sentence, own));
            }

        var names = new NameFinder(sentences.Where(s => s.Paragraph.Locator.Kind is not (ParagraphKind.Title or ParagraphKind.Heading)).Select(s => s.Tokens));
        var written = document.Source.Published ?? LatestFullDate(document.Text, tokens);
        var around = written is null && document.Source.PublishedNote is { } note ? DateFinder.Find(note, Tokenizer.Tokenize(note), null).Select(date => (DateOnly?)date.Value.To).LastOrDefault() : null;
        var context = new Context();
        var facts = new List<Fact>(sentences.Count);
        foreach (var (paragraph, sentence, words) in sentences)
            facts.Add(Read(document, paragraph, sentence, words, names, written, around, context, facts.Count + 1));
        return facts;
    }

    /// <summary>What the sentences so far leave behind for the next: who was spoken of, who spoke, and on which day.</summary>
    private sealed class Context
    {
        public EntityMention? Person { get; set; }

        /// <summary>What the sentence before was about, where it was no person.</summary>
        public EntityMention? Thing { get; set; }

        public EntityId? Speaker { get; set; }

        public string? SpeakerName { get; set; }

        public DateRange? SaidOn { get; set; }

        public PassageLocator? Paragraph { get; set; }

        /// <summary>Whether the text has named an event of the topic.</summary>
        public bool HasEvent { get; set; }

        /// <summary>The name of another event that the text is about, which ends as that of the topic: "the festival" is that one.</summary>
        public string? AnotherEvent { get; set; }
    }

    private Fact Read(
        Document document, Paragraph paragraph, Sentence sentence, List<Token> tokens, NameFinder names, DateOnly? written, DateOnly? around, Context context, int number)
    {
        var text = document.Text;
        var isHeadline = paragraph.Locator.Kind is ParagraphKind.Title or ParagraphKind.Heading;
        var mentions = _entities.Find(tokens, question: false);
        if (!isHeadline) LeaveAnothers(text, tokens, mentions, context);
        if (!isHeadline) mentions.AddRange(names.Find(text, tokens, mentions));
        mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        // A caption or a list item stands alone: its "he" is nobody of the paragraph before.
        if (paragraph.Locator.Kind is ParagraphKind.Caption or ParagraphKind.Title) context = new Context();
        ResolvePronoun(tokens, mentions, context);
        if (!isHeadline) ResolveIt(tokens, mentions, context);

        var dates = DateFinder.Find(text, tokens, written, around);
        var times = ClockTimeFinder.Find(text, sentence.Span);
        var roles = Stated(RoleFinder.Find(text, tokens, mentions), ClauseFrame.In(text, tokens), tokens);
        var reading = AttributionFinder.Read(text, sentence.Span, tokens, mentions);
        var attribution = reading.Attribution;
        if (attribution.Speaker is null && IsMostlyQuoted(sentence.Span, attribution) && context.Speaker is not null)
            attribution = attribution with { Speaker = context.Speaker, SpeakerName = context.SpeakerName };

        var fact = new Fact
        {
            Id = new FactId(document.Id, number),
            Locator = paragraph.Locator,
            SentenceNumber = sentence.Number,
            Span = sentence.Span,
            Text = document.At(sentence.Span),
            Entities = mentions,
            Attribution = attribution,
            Stance = reading.Stance,
            Dates = dates,
            Times = times,
            Quantities = QuantityFinder.Find(text, tokens, dates, times),
            Roles = [.. roles.Where(role => !role.IsDenied)],
            DeniedRoles = [.. roles.Where(role => role.IsDenied)],
        };
        fact = fact with { Replaced = ReplacedValues.Of(fact, tokens) };
        fact = fact with { When = When(fact, context) };
        Remember(mentions, attribution, dates, context);
        var (given, denied) = _attributes.Read(fact, text, tokens);
        return context.AnotherEvent is { } another ? fact with { AnotherEvent = another, Attributes = OfNames(given, mentions), Denied = OfNames(denied, mentions) } : fact with { Attributes = given, Denied = denied };
    }

    /// <summary>Of a text on another event ("the Ostrel Wine Festival") "the festival" is that one, until an event of the topic is named in full.</summary>
    private void LeaveAnothers(string text, List<Token> tokens, List<EntityMention> mentions, Context context)
    {
        if (mentions.Exists(mention => IsNamedInFull(mention, tokens))) context.AnotherEvent = null;
        else if (!context.HasEvent && _entities.AnothersName(tokens) is { } name) context.AnotherEvent = name.Of(text);
        if (context.AnotherEvent is not null) mentions.RemoveAll(mention => mention.Kind == EntityKind.Event);
        context.HasEvent |= mentions.Exists(mention => mention is { Kind: EntityKind.Event, Listed: true });
    }

    private static bool IsNamedInFull(EntityMention mention, List<Token> tokens) => mention is { Kind: EntityKind.Event, Listed: true } && tokens.Skip(1).Any(token => token.IsCapitalised && mention.Span.Contains(token.Span));

    /// <summary>"Tickets cost 5 euros", "9,000 visitors are expected" are said of the event that the text is about; what has a name of its own is the same everywhere.</summary>
    private static IReadOnlyList<AttributeValue> OfNames(IReadOnlyList<AttributeValue> values, List<EntityMention> mentions) =>
        values.Count == 0 ? values : [.. values.Where(value => !mentions.Exists(mention => mention.Id == value.Entity && mention.Kind == EntityKind.Thing))];

    /// <summary>Offices within a clause that is denied are denied, those within one that nobody says are nobody's; a mere title ("Mayor Berg") stays.</summary>
    private static List<RoleMention> Stated(IReadOnlyList<RoleMention> roles, ClauseFrame? frame, List<Token> tokens)
    {
        var stated = new List<RoleMention>();
        foreach (var role in roles)
        {
            var isTitle = role.Office.Start == role.Span.Start;
            if (frame is not { } clause || isTitle || !clause.Governs(tokens.FindIndex(token => token.Span.Start >= role.Office.Start))) stated.Add(role);
            else if (clause.IsDenied && !role.IsDenied) stated.Add(role with { IsDenied = true });
        }
        return stated;
    }

    /// <summary>A sentence that begins with "he", "she" or "they" (or speaks of "his", "her" at its start) is about the person spoken of last.</summary>
    private static void ResolvePronoun(List<Token> tokens, List<EntityMention> mentions, Context context)
    {
        if (context.Person is not { } person) return;
        for (var i = 0; i < tokens.Count && i < 4; i++)
            if (tokens[i].Term is "he" or "she" && !mentions.Exists(m => m.Kind == EntityKind.Person && m.Span.Start < tokens[i].Span.Start))
            {
                mentions.Add(person with { Span = tokens[i].Span });
                mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
                return;
            }
        // "…," he said: the pronoun stands behind the quotation.
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i - 1].Term is "he" or "she" && ReportingVerbs.StanceOf(tokens[i].Term) is not null && !mentions.Exists(m => m.Span == tokens[i - 1].Span) && !IsOfNamedSpeaker(tokens, i - 1, mentions))
            {
                mentions.Add(person with { Span = tokens[i - 1].Span });
                mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
                return;
            }
    }

    /// <summary>"Ada Lorn said that she had asked, and that she hoped for an answer": behind "that" or "and" whoever the sentence itself names first goes on.</summary>
    private static bool IsOfNamedSpeaker(List<Token> tokens, int pronoun, List<EntityMention> mentions) =>
        pronoun > 0 && tokens[pronoun - 1].Term is "that" or "and" or "but" && mentions.Exists(mention => mention.Kind == EntityKind.Person
            && tokens.FindIndex(token => token.Span.Start >= mention.Span.End) is > 0 and var next && next < pronoun && ReportingVerbs.StanceOf(tokens[next].Term) is not null);

    /// <summary>A sentence that begins with "it" is about what the sentence before was about, unless the "it" only holds the place of a clause ("it is unclear whether").</summary>
    private static void ResolveIt(List<Token> tokens, List<EntityMention> mentions, Context context)
    {
        if (tokens.Count > 1 && tokens[0].Term == "it")
        {
            if (context.Thing is { } thing && !tokens.Take(MostTokensOfSubject).Any(t => t.Term is "that" or "whether" or "who" or "how" or "if" or "why"))
                mentions.Insert(0, thing with { Span = tokens[0].Span });
            return;
        }
        context.Thing = null;
        foreach (var mention in mentions)
        {
            if (mention.Kind is EntityKind.Person or EntityKind.Place or EntityKind.Country) continue;
            if (tokens.FindIndex(t => t.Span.Overlaps(mention.Span)) <= MostTokensOfSubject) context.Thing = mention;
            return;
        }
    }

    private static bool IsMostlyQuoted(TextSpan sentence, Attribution attribution)
    {
        var quoted = 0;
        foreach (var span in attribution.Quoted) quoted += span.Length;
        return quoted * 10 >= sentence.Length * 8;
    }

    private static DateRange? When(Fact fact, Context context)
    {
        if (fact.OwnDays is { } days) return days;
        return fact.Attribution.Speaker is { } speaker && speaker == context.Speaker ? context.SaidOn : null;
    }

    private static void Remember(List<EntityMention> mentions, Attribution attribution, IReadOnlyList<DateMention> dates, Context context)
    {
        foreach (var mention in mentions)
            if (mention.Kind == EntityKind.Person)
            {
                context.Person = mention;
                break;
            }
        if (attribution.Speaker is not { } speaker) return;
        if (speaker != context.Speaker) context.SaidOn = null;
        context.Speaker = speaker;
        context.SpeakerName = attribution.SpeakerName is { Length: > 3 } name ? name : context.SpeakerName;
        foreach (var mention in mentions)
            if (mention.Id == speaker && mention.Kind == EntityKind.Person) context.Person = mention;
        foreach (var date in dates)
            if (date.Precision == DatePrecision.Day && !date.IsUnsure) context.SaidOn ??= date.Value;
    }

    /// <summary>A document without a date was written no earlier than the latest day that it gives in full.</summary>
    private static DateOnly? LatestFullDate(string text, List<Token> tokens)
    {
        DateOnly? latest = null;
        foreach (var date in DateFinder.Find(text, tokens, null))
            if (date.Precision is DatePrecision.Day or DatePrecision.Days && (latest is null || date.Value.From > latest)) latest = date.Value.From;
        return latest;
    }
}
