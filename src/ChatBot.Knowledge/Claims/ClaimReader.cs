using System.Collections.Frozen;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Claims;

/// <summary>Reads a claim into the terms that facts have, and weighs its words.</summary>
internal sealed class ClaimReader
{
    private const double RarestLog = 7.5;

    /// <summary>Weight of a word that says little by itself.</summary>
    private const double LightWord = 0.15;

    /// <summary>Weight of the topic's own event in a claim that names nothing.</summary>
    private const double ImpliedSubject = 0.5;

    /// <summary>A content word of this weight or more must be met.</summary>
    public const double KeyWord = 0.62;

    /// <summary>A sentence that carries more words than these besides a claim's verb says the same, whatever its verb.</summary>
    private const int MostBesideVerb = 2;

    private static readonly DocumentId Nowhere = DocumentId.Parse("claim");
    private static readonly FrozenSet<string> Distinguishing = LanguageData.Words("distinguishing-words.txt");
    private static readonly FrozenSet<string> Durations = LanguageData.Words("duration-words.txt");
    private static readonly FrozenSet<string> EndStems = Stems("end finish conclude close until last expire");
    private static readonly FrozenSet<string> StartStems = Stems("begin start open commence launch from since");

    /// <summary>Who blamed or accused did more than say something.</summary>
    private static readonly FrozenSet<string> Judging = "accused accuses criticized criticised criticizes criticises".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly Topic _topic;
    private readonly QuestionReader _reader;
    private readonly EntityFinder _entities;
    private readonly AttributeReader _attributes;
    private readonly Dictionary<string, int> _stemCounts = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityId, int> _entityCounts = [];
    private readonly int _facts;

    public ClaimReader(Topic topic, EntityFinder entities, QuestionReader reader, IReadOnlyCollection<FactView> views)
    {
        _topic = topic;
        _entities = entities;
        _reader = reader;
        _attributes = new AttributeReader(topic);
        _facts = views.Count;
        foreach (var view in views)
        {
            foreach (var stem in view.Stems) _stemCounts[stem] = _stemCounts.GetValueOrDefault(stem) + 1;
            foreach (var entity in view.Entities) _entityCounts[entity] = _entityCounts.GetValueOrDefault(entity) + 1;
        }
    }

    /// <summary>Reads one claim.</summary>
    public ClaimReading Read(string claim)
    {
        var question = AsTyped(_reader.Read(claim));
        var tokens = question.Tokens;
        // Somebody's last name in lower case ("water", of "Clear Water") is a common word where the claim writes names with capitals.
        var hasCapitals = tokens.Skip(1).Any(t => t.IsCapitalised) || tokens.Count > 0 && tokens[0].IsCapitalised;
        var mentions = question.Entities.Where(m => !_entities.IsWithinAnothersName(tokens, m)).Where(m => m.Listed || !hasCapitals || tokens.Any(t => t.IsCapitalised && m.Span.Overlaps(t.Span))).ToList();
        var terms = question.Terms.Where(t => t.Entity is not { } id || mentions.Exists(m => m.Id == id)).ToList();
        foreach (var token in tokens)
            if (!token.IsStopWord && question.Entities.Any(m => m.Span.Overlaps(token.Span)) && !mentions.Exists(m => m.Span.Overlaps(token.Span)))
                terms.Add(new QuestionTerm(token.Stem, token.Traits, []));
        // What only sounds like a word that frames a question tells something ("pleased", beside "please").
        foreach (var token in tokens)
            if (!token.IsStopWord && !token.IsNumber && QuestionReader.IsFramedByStemAlone(token) && ReportingVerbs.StanceOf(token.Term) is null && !terms.Exists(t => t.Stem == token.Stem) && !mentions.Exists(m => m.Span.Overlaps(token.Span)))
                terms.Add(new QuestionTerm(token.Stem, token.Traits, []));
        question = question with { Terms = terms, Entities = mentions };
        mentions = [.. mentions];
        mentions.AddRange(new NameFinder([tokens]).Find(claim, tokens, mentions));
        mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var attribution = AttributionFinder.Read(claim, new TextSpan(0, claim.Length), tokens, mentions);
        var edge = tokens.Any(t => EndStems.Contains(t.Stem)) || IsOver(tokens) ? Edge.End : tokens.Any(t => StartStems.Contains(t.Stem)) ? Edge.Start : Edge.None;
        var times = ClockTimeFinder.Find(claim, new TextSpan(0, claim.Length));
        // "The Nine" are no figure.
        IReadOnlyList<Quantity> quantities = [.. QuantityFinder.Find(claim, tokens, question.Dates, times).Where(q => !mentions.Exists(m => m.Span.Contains(q.Span)))];
        if (quantities.Count == 0 && SingleDay.In(tokens) is { } day) quantities = [day];
        // A claim that names no event speaks of the topic's own.
        var about = _topic.Subject is { } subject && !mentions.Exists(m => m.Kind == EntityKind.Event)
            ? mentions.Append(new EntityMention(new TextSpan(0, 0), subject, EntityKind.Event, true)).ToList()
            : mentions;
        var fact = new Fact
        {
            Id = new FactId(Nowhere, 1), Locator = new PassageLocator(ParagraphKind.Body, 1), SentenceNumber = 1, Span = new TextSpan(0, claim.Length), Text = claim,
            Entities = about, Attribution = attribution.Attribution, Stance = attribution.Stance, Dates = edge != Edge.End ? [.. question.Dates.Select(date => Bounded(date, tokens))] : question.Dates, Times = times, Quantities = quantities,
        };
        fact = fact with { Replaced = ReplacedValues.Of(fact, tokens) };
        // What the claim denies is told by its negators.
        var (given, denied) = _attributes.Read(fact, claim, tokens);
        fact = fact with { Attributes = [.. given, .. denied], Entities = mentions };
        var negators = Negation.Among(claim, tokens);
        var units = Units(question, mentions, quantities, times, negators, attribution.Attribution.Speaker);
        var places = PlacesGiven.Among(tokens, mentions, isClaim: true);
        var title = GivenTitle.In(tokens, mentions);
        List<TextSpan> values = [.. question.Dates.Select(date => date.Span), .. times.Select(time => time.Span), .. quantities.Select(quantity => quantity.Span)];
        return new ClaimReading
        {
            Question = question,
            Fact = fact,
            Units = units,
            Distinguishing = [.. tokens.Where((t, i) => (Distinguishing.Contains(t.Term) || IsOneOfTime(tokens, i)) && !question.Dates.Any(d => d.Span.Contains(t.Span))).Select(t => t.Stem)],
            Negators = negators,
            Opposites = Opposites.Among(tokens),
            Places = places,
            Whereabouts = Whereabouts.In(tokens, places),
            Amounts = [.. quantities.Select(q => Amount.Read(tokens, q))],
            Nationality = NationalityIn(claim, tokens, mentions),
            Edge = edge,
            // The date or figure is compared, and the word says no more than that it is all.
            Quantifiers = values.Exists(value => Quantifiers.Bound(tokens, value)) ? Quantifiers.Among(tokens) with { Alone = false } : Quantifiers.Among(tokens),
            Quoted = Quotations.In(claim, tokens),
            Membership = Memberships.In(tokens, mentions),
            Title = title,
            TitleUnit = title is not null && units.FindIndex(unit => unit.Token == title.Noun || unit.Entity is { } named && named.Span.Contains(tokens[title.Noun].Span)) is >= 0 and var noun ? noun : null,
            Deeds = ClaimedDeed.In(claim, tokens, mentions),
        };
    }

    /// <summary>A word that the spelling took for its contrary ("reversible" for "irreversible") is read as it was typed.</summary>
    private static Question AsTyped(Question question)
    {
        foreach (var correction in question.Corrections)
        {
            if (Tokenizer.Tokenize(correction.Typed) is not [var typed] || Tokenizer.Tokenize(correction.Read) is not [var read] || !Opposites.ByPrefix(typed.Term, read.Term)) continue;
            question = question with
            {
                Tokens = [.. question.Tokens.Select(t => t.Span == correction.Span ? typed with { Span = correction.Span } : t)],
                Terms = [.. question.Terms.Select(t => t.Entity is null && t.Stem == read.Stem ? new QuestionTerm(typed.Stem, typed.Traits, []) : t)],
            };
        }
        return question;
    }

    private List<ClaimUnit> Units(Question question, List<EntityMention> mentions, IReadOnlyList<Quantity> quantities, IReadOnlyList<ClockTime> times, List<Negator> negators, EntityId? speaker)
    {
        var units = new List<ClaimUnit>();
        var tokens = question.Tokens;
        foreach (var mention in mentions)
        {
            // A place within a longer name ("summit in The Hague") is part of that name.
            if (mentions.Exists(m => m.Span != mention.Span && m.Span.Contains(mention.Span)) || units.Exists(u => u.Entity?.Id == mention.Id)) continue;
            var term = question.Terms.FirstOrDefault(t => t.Entity == mention.Id);
            var first = IndexOf(tokens, mention.Span);
            term ??= new QuestionTerm(tokens[LastWithin(tokens, mention.Span)].Stem, TokenTraits.Capitalised, []) { Entity = mention.Id };
            units.Add(new ClaimUnit(term, mention, first, 0.3 + 1.3 * Rarity(_entityCounts.GetValueOrDefault(mention.Id)), IsKey: true));
        }
        foreach (var term in question.Terms)
        {
            if (term.Entity is not null) continue;
            var at = -1;
            for (var i = 0; i < tokens.Count && at < 0; i++)
                if (tokens[i].Stem == term.Stem && !mentions.Exists(m => m.Span.Contains(tokens[i].Span))) at = i;
            if (at < 0 || negators.Exists(n => n.Token == at && n.Kind is not (NegatorKind.Verb or NegatorKind.Attitude or NegatorKind.Intention)) || BoundsFigure(tokens, at) || question.Dates.Any(d => d.Span.Contains(tokens[at].Span)) || InFigure(tokens[at], quantities)
                || times.Any(t => t.Span.Overlaps(tokens[at].Span))) continue;
            if (tokens[at].Term == "longer" && at > 0 && tokens[at - 1].Term is "no" or "any") continue;
            var importance = StemImportance(term);
            if (tokens[at].IsStopWord || LightWords.Has(tokens[at]) || question.Dates.Count > 0 && (EndStems.Contains(term.Stem) || StartStems.Contains(term.Stem))) importance = Math.Min(importance, LightWord);
            if (ReportingVerbs.StanceOf(tokens[at].Term) is Stance.Stated && !Judging.Contains(tokens[at].Term)) importance = Math.Min(importance, 0.1);
            var isHinge = IsHingedOn(tokens, at);
            var isKey = importance >= KeyWord || isHinge || negators.Exists(n => n.Token == at && n.IsUndoing);
            units.Add(new ClaimUnit(term, null, at, importance, isKey) { IsHinge = isHinge, IsVerb = isHinge && tokens[at - 1].Term is not ("to" or "from") });
        }
        // "X joined Y" hangs on its one word, however common that is, and "she said that X joined Y" on what is said: that a title or the sentence beside tells of it isn't enough.
        var words = units.FindAll(u => u.Entity is null && (speaker is null || ReportingVerbs.StanceOf(tokens[u.Token].Term) is null));
        if ((speaker is not null || quantities.Count == 0 && times.Count == 0 && question.Dates.Count == 0) && words.Where(u => u.Importance > LightWord).MaxBy(u => u.Importance) is { } weightiest)
            units[units.IndexOf(weightiest)] = weightiest with { IsKey = true, IsHinge = true };
        // "Ana Varga met …": what stands right behind the name with which a claim begins is what they do.
        if (quantities.Count == 0 && question.Dates.Count == 0 && units.Find(u => u.Token == 0 && u.Entity is { Span.Length: > 0 }) is { Entity: { } opening } && tokens.ToList().FindIndex(t => t.Span.Start >= opening.Span.End) is > 0 and var behind
            && units.FindIndex(u => u.Entity is null && u.Token == behind && !u.IsKey && u.Importance > LightWord && ReportingVerbs.StanceOf(tokens[behind].Term) is null && !negators.Exists(n => n.Token == behind)) is >= 0 and var deed)
            units[deed] = units[deed] with { IsKey = true };
        if (MainVerb.Of(tokens, mentions) is { } main && units.FindIndex(u => u.Entity is null && u.Token == main) is >= 0 and var verb
            && units.Count(u => u.Entity is null && u.Token != main && u.Importance > LightWord) <= MostBesideVerb
            && (!LightWords.Has(tokens[main]) || units.TrueForAll(u => u.Token == main || MayBeSaidOf(u, main) || IsFigure(tokens[u.Token]))))
            units[verb] = units[verb] with { IsKey = true, IsHinge = true, IsVerb = true };
        var isOfIt = IsOfIt(tokens, mentions);
        if (_topic.Subject is { } subject && (isOfIt || !units.Exists(u => u.Entity is not null)))
            units.Add(new ClaimUnit(new QuestionTerm("", TokenTraits.None, []), new EntityMention(new TextSpan(0, 0), subject, EntityKind.Event, true), -1, ImpliedSubject, isOfIt));
        return units;

        bool IsFigure(Token token) => quantities.Any(quantity => quantity.Span.Contains(token.Span));
    }

    /// <summary>Whether a unit is no more than who does what a verb of little meaning says, or to whom: a name before the verb, or one of no event or thing behind it.</summary>
    private static bool MayBeSaidOf(ClaimUnit unit, int verb) => unit.Entity is { Kind: not (EntityKind.Event or EntityKind.Thing) } || unit.Entity is not null && unit.Token <= verb;

    /// <summary>"It takes place in the town hall": with nothing else named that it could be, it is what the topic is about.</summary>
    private static bool IsOfIt(IReadOnlyList<Token> tokens, List<EntityMention> mentions) =>
        tokens is [{ Term: "it" }, ..] && mentions.TrueForAll(m => m.Kind is EntityKind.Place or EntityKind.Country);

    /// <summary>"Would change", "will not join", "raised from green to red": what the claim hangs on, however common the word is.</summary>
    private static bool IsHingedOn(IReadOnlyList<Token> tokens, int at)
    {
        var before = at - 1;
        if (before > 0 && tokens[before].Term == "longer" && tokens[before - 1].Term == "no") return true;
        while (before >= 0 && tokens[before].Term is "not" or "never" or "also" or "still" or "only" or "soon") before--;
        return before >= 0 && tokens[before].Term is "would" or "will" or "could" or "can" or "may" or "might" or "must" or "should" or "did" or "does" or "won't" or "wouldn't" or "didn't" or "doesn't" or "can't" or "to" or "from";
    }

    /// <summary>"Ann Quist is Dutch", "… is a Dutchman": a form of "be" between a person and a country's people, with nothing behind.</summary>
    private static (EntityId Person, EntityId Country)? NationalityIn(string claim, IReadOnlyList<Token> tokens, List<EntityMention> mentions)
    {
        if (mentions.FindLast(m => m.Kind == EntityKind.Country) is not { Span.Length: > 0 } country || mentions.Find(m => m.Kind == EntityKind.Person) is not { Span.Length: > 0 } person) return null;
        var at = IndexOf(tokens, country.Span);
        var isLast = at == tokens.Count - 1;
        var isPeople = !Nationalities.All.Any(c => c.Name.Equals(country.Span.Of(claim), StringComparison.OrdinalIgnoreCase));
        var be = at - 1;
        while (be > 0 && tokens[be].Term is "a" or "an" or "not") be--;
        return isLast && isPeople && be > 0 && tokens[be].Term is "is" or "was" or "isn't" && person.Span.Start < tokens[be].Span.Start ? (person.Id, country.Id) : null;
    }

    /// <summary>"By a month", "for an hour".</summary>
    private static bool IsOneOfTime(IReadOnlyList<Token> tokens, int at) =>
        at > 1 && Durations.Contains(tokens[at].Term) && tokens[at - 1].Term is "a" or "an" or "one" && tokens[at - 2].Term is "by" or "for" or "in" or "within" or "after";

    /// <summary>"Before 30 June": any day until then.</summary>
    private static DateMention Bounded(DateMention date, IReadOnlyList<Token> tokens)
    {
        var at = IndexOf(tokens, date.Span);
        return at == 0 ? date : tokens[at - 1].Term switch
        {
            "before" when date.Value.From > DateOnly.MinValue => date with { Value = new DateRange(DateOnly.MinValue, date.Value.From.AddDays(-1)) },
            "by" => date with { Value = new DateRange(DateOnly.MinValue, date.Value.To) },
            "than" when at > 1 && tokens[at - 2].Term is "later" && !(at > 2 && tokens[at - 3].Term is "no" or "not") && date.Value.To < DateOnly.MaxValue => date with { Value = new DateRange(date.Value.To.AddDays(1), DateOnly.MaxValue) },
            "than" when at > 1 && tokens[at - 2].Term is "later" => date with { Value = new DateRange(DateOnly.MinValue, date.Value.To) },
            "than" when at > 1 && tokens[at - 2].Term is "earlier" or "sooner" && date.Value.From > DateOnly.MinValue => date with { Value = new DateRange(DateOnly.MinValue, date.Value.From.AddDays(-1)) },
            "after" when date.Value.To < DateOnly.MaxValue => date with { Value = new DateRange(date.Value.To.AddDays(1), DateOnly.MaxValue) },
            _ => date,
        };
    }

    /// <summary>"It is over on Friday".</summary>
    private static bool IsOver(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
            if (tokens[i].Term == "over" && tokens[i - 1].Term is "is" or "was" or "be" or "are" or "were") return true;
        return false;
    }

    /// <summary>"More than 30": the words belong to the figure.</summary>
    private static bool BoundsFigure(IReadOnlyList<Token> tokens, int i) =>
        i + 2 < tokens.Count && tokens[i + 1].Term == "than" && (tokens[i + 2].IsNumber || (tokens[i + 2].Traits & TokenTraits.Symbol) != 0);

    private static bool InFigure(Token token, IReadOnlyList<Quantity> quantities)
    {
        foreach (var quantity in quantities)
            if (quantity.Span.Contains(token.Span)) return token.IsNumber || token.Stem != quantity.Unit || quantity.Unit is "percent" or "dollar" or "euro" or "day";
        return false;
    }

    private double StemImportance(QuestionTerm term)
    {
        var count = _stemCounts.GetValueOrDefault(term.Stem);
        foreach (var alternative in term.Alternatives) count = Math.Max(count, _stemCounts.GetValueOrDefault(alternative.Stem));
        var background = Math.Clamp(-Math.Log(BackgroundFrequencies.Of(term.Stem)) / RarestLog, 0, 1);
        return 0.1 + 0.9 * (0.5 * Rarity(count) + 0.5) * background;
    }

    private double Rarity(int count) => Math.Log((_facts + 1.0) / (count + 1.0)) / Math.Log(_facts + 2.0);

    private static int IndexOf(IReadOnlyList<Token> tokens, TextSpan span)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Span.Overlaps(span)) return i;
        return 0;
    }

    private static int LastWithin(IReadOnlyList<Token> tokens, TextSpan span)
    {
        var last = 0;
        for (var i = 0; i < tokens.Count; i++)
            if (span.Overlaps(tokens[i].Span)) last = i;
        return last;
    }

    private static FrozenSet<string> Stems(string words) => words.Split(' ').Select(EnglishStemmer.Stem).ToFrozenSet(StringComparer.Ordinal);
}
