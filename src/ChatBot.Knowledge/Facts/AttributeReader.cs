using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Facts;

/// <summary>Tells which of a topic's attributes a sentence fills, and with what.</summary>
internal sealed class AttributeReader
{
    private static readonly HashSet<string> NoWords = [];

    private readonly List<Compiled> _attributes;
    private readonly Editions _editions;
    private readonly EntityId? _subject;

    private sealed record Compiled(TopicAttribute Attribute, List<string[]> Cues, List<string[]> Excludes, List<string[]> Yes, List<string[]> No, HashSet<string> Units)
    {
        /// <summary>Stems of the words by which sentences give a value.</summary>
        public HashSet<string> SaidOf { get; } = [.. Cues.Concat(Yes).SelectMany(cue => cue), .. Units];
    }

    public AttributeReader(Topic topic)
    {
        (_editions, _subject) = (new Editions(topic), topic.Subject);
        _attributes =
        [
            .. topic.Attributes.Select(a => new Compiled(
                a, Phrases(a.Cues), Phrases(a.Excludes), Phrases(a.Yes), Phrases(a.No), [.. a.Units.SelectMany(u => Tokenizer.Tokenize(u)).Select(t => t.Stem)])),
        ];
    }

    /// <summary>The attributes that <paramref name="fact"/> fills, and what it says they are not.</summary>
    /// <param name="fact">The fact, its mentions already found.</param>
    /// <param name="text">The text in which it stands.</param>
    /// <param name="tokens">The tokens of its sentence.</param>
    public (IReadOnlyList<AttributeValue> Given, IReadOnlyList<AttributeValue> Denied) Read(Fact fact, string text, IReadOnlyList<Token> tokens)
    {
        List<AttributeValue>? given = null;
        List<AttributeValue>? denied = null;
        List<Negator>? negators = null;
        fact = WithoutSpeakingEvents(fact, text, tokens);
        foreach (var compiled in _attributes)
        {
            if (compiled.Cues.Count > 0 && !compiled.Cues.Exists(cue => Stands(cue, tokens) is not null)) continue;
            if (compiled.Excludes.Exists(cue => Stands(cue, tokens) is not null) && !HasOtherDates(compiled, fact, tokens)) continue;
            // When and where the event is held in another year is nothing of this one.
            if (compiled.Attribute.Value is AttributeValueKind.Place or AttributeValueKind.Dates && compiled.Attribute.Entity is { } own && own == _subject && _editions.IsAnother(fact)) continue;
            foreach (var entity in EntitiesOf(compiled, fact, tokens))
                foreach (var value in Values(compiled, entity, fact, text, tokens))
                {
                    if (IsMistaken(value.Span, text, tokens) || compiled.Attribute.Value != AttributeValueKind.Statement && IsLeftOpen(value, negators ??= Negation.Among(text, tokens), tokens)) continue;
                    if (compiled.Attribute.Value != AttributeValueKind.Statement && value.Yes != false
                        && DeniedValues.WordsThatDeny(value, fact, tokens, negators ??= Negation.Among(text, tokens), compiled.SaidOf) is { } words)
                    {
                        // What isn't so is no, and what isn't 32 is unknown.
                        if (value.Yes is not null) (given ??= []).Add(value with { Span = words, Yes = false });
                        else (denied ??= []).Add(value with { Span = words, IsDenied = true });
                    }
                    // "In the town hall instead of the mill": it isn't in the mill, whether the town hall is known to be a place or not.
                    else if (compiled.Attribute.Value == AttributeValueKind.Place && (ReplacedValues.IsDismissed(value.Span, tokens) || ReplacedValues.IsLeft(value.Span, tokens))) (denied ??= []).Add(value with { IsDenied = true });
                    else if (!fact.Replaced.Contains(value.Span) && !ReplacedValues.IsDismissed(value.Span, tokens)) (given ??= []).Add(value);
                }
        }
        return (given ?? (IReadOnlyList<AttributeValue>)[], denied ?? (IReadOnlyList<AttributeValue>)[]);
    }

    /// <summary>"The dinner of the Sundby Lake Fair is in the mill": the lake is what the fair is called by, and no place of the dinner.</summary>
    private static bool NamesAnotherEvent(EntityMention place, EntityId? entity, Fact fact) =>
        fact.Entities.Any(whole => whole.Kind == EntityKind.Event && whole.Id != entity && whole.Span.Contains(place.Span) && whole.Span.End > place.Span.End);

    /// <summary>"It opens on 9 December, the festival said": an event that only says so isn't what it is said of.</summary>
    private static Fact WithoutSpeakingEvents(Fact fact, string text, IReadOnlyList<Token> tokens)
    {
        if (!fact.Entities.Any(mention => mention.Kind == EntityKind.Event) || ReportClause.In(text, tokens) is not { Count: > 0 } clauses) return fact;
        return fact with { Entities = [.. fact.Entities.Where(mention => mention.Kind != EntityKind.Event || !IsWithin(mention.Span))] };

        bool IsWithin(TextSpan span)
        {
            foreach (var (from, to) in clauses)
                if (TextSpan.FromBounds(tokens[from].Span.Start, tokens[to - 1].Span.End).Contains(span)) return true;
            return false;
        }
    }

    /// <summary>"An earlier article said that it has 33": what a note says was said wrongly is given by nobody now.</summary>
    private static bool IsMistaken(TextSpan value, string text, IReadOnlyList<Token> tokens)
    {
        if (Retraction.In(text, tokens) is { } retraction && retraction.To < tokens.Count && value.Start >= tokens[retraction.To].Span.Start) return false;
        var isMistaken = false;
        for (var i = 0; i < tokens.Count && tokens[i].Span.Start < value.Start; i++)
        {
            if (tokens[i].Term is "misstated" or "wrongly" or "incorrectly" or "mistakenly" or "erroneously") isMistaken = true;
            else if (tokens[i].Term is "earlier" or "previous" && i + 1 < tokens.Count && tokens[i + 1].Term is "article" or "version" or "report" or "story") isMistaken = true;
            else if (tokens[i].Term is "but" or "not" or "rather" or "instead" or "correct" or "actually" or "fact") isMistaken = false;
        }
        return isMistaken;
    }

    /// <summary>What nobody is said to say ("there is no sign that it has 33") is not given; nor is what it is not true not to be, nor yes or no where either is taken back.</summary>
    private static bool IsLeftOpen(AttributeValue value, List<Negator> negators, IReadOnlyList<Token> tokens)
    {
        foreach (var negator in negators)
            if (negator.IsOfClause && (negator.Kind == NegatorKind.Hedge || value.Yes == false || value.Yes is not null && negator.IsTakenBack) && tokens[negator.From].Span.Start <= value.Span.Start && value.Span.Start < tokens[negator.To - 1].Span.End) return true;
        return false;
    }

    private static IEnumerable<EntityId?> EntitiesOf(Compiled compiled, Fact fact, IReadOnlyList<Token> tokens)
    {
        var attribute = compiled.Attribute;
        if (attribute.Entity is { } own)
        {
            foreach (var mention in fact.Entities)
                if (mention.Id == own) return [own];
            return IsNoteOn(compiled, fact, tokens) ? [own] : [];
        }
        var ofKind = fact.Entities.Where(m => attribute.EntityKinds.Contains(m.Kind)).ToList();
        if (attribute.Value != AttributeValueKind.YesNo || (First(compiled.No, tokens) ?? First(compiled.Yes, tokens)) is not { } phrase) return ofKind.Select(m => (EntityId?)m.Id).Distinct();
        // "Trump will attend, signalling U.S. engagement": who does it is named last before the words that say so, or in a list that ends there.
        var subjects = new List<EntityId?>();
        for (var i = ofKind.Count - 1; i >= 0; i--)
        {
            if (ofKind[i].Span.Start >= phrase.Start) continue;
            if (subjects.Count > 0 && !IsListed(ofKind[i], ofKind[i + 1], tokens)) break;
            subjects.Add(ofKind[i].Id);
        }
        return subjects.Count > 0 ? subjects.Distinct() : ofKind.Take(1).Select(m => (EntityId?)m.Id);
    }

    /// <summary>"We wrongly put the aid at 3 million euros; it is 2 million": a correction names no more than what it corrects, so long as it names nobody else.</summary>
    private static bool IsNoteOn(Compiled compiled, Fact fact, IReadOnlyList<Token> tokens) =>
        compiled is { Units.Count: > 0, Cues.Count: > 0 } && fact.Replaced.Count > 0 && !fact.Entities.Any(mention => mention.Kind != EntityKind.Thing) && Retraction.In(fact.Text, tokens, fact.Span.Start) is not null;

    /// <summary>Whether two names stand in a list: nothing but "and", "or" or punctuation between them.</summary>
    private static bool IsListed(EntityMention a, EntityMention b, IReadOnlyList<Token> tokens)
    {
        foreach (var token in tokens)
            if (token.Span.Start >= a.Span.End && token.Span.End <= b.Span.Start && token.Term is not ("and" or "or")) return false;
        return true;
    }

    private static IEnumerable<AttributeValue> Values(Compiled compiled, EntityId? entity, Fact fact, string text, IReadOnlyList<Token> tokens)
    {
        var attribute = compiled.Attribute;
        switch (attribute.Value)
        {
            case AttributeValueKind.Dates:
                // What lasts for days is dated by a range; a single day beside it dates something else.
                var ranges = fact.Dates.Any(d => d.Precision == DatePrecision.Days && !fact.Replaced.Contains(d.Span));
                foreach (var date in fact.Dates.Where(d => (!ranges || d.Precision == DatePrecision.Days) && !IsExcluded(compiled, d, tokens) && !SaidOn.IsOf(d, fact, tokens) && !NeighbouringEvents.Have(d.Span, entity, fact, text, tokens, compiled.SaidOf))) yield return new AttributeValue(attribute.Id, entity, date.Span, Dates: date.Value) { IsOnly = OnlyDays.Are(date, text, tokens) };
                break;
            case AttributeValueKind.Quantity:
                var quantities = fact.Quantities.Where(quantity => compiled.Units.Count == 0 || compiled.Units.Contains(quantity.Unit)).ToList();
                foreach (var quantity in quantities) yield return new AttributeValue(attribute.Id, entity, quantity.Span, Number: quantity);
                foreach (var sum in QuantitySums.Of(quantities, tokens)) yield return new AttributeValue(attribute.Id, entity, sum.Span, Number: sum);
                break;
            case AttributeValueKind.Place:
                if (NearestTo(fact, entity, text, tokens, attribute.Cues.Count > 0, WithoutLeft(Others(fact, entity, EntityKind.Place, EntityKind.Country).Where(other => !SpeakersPlace.EndsAt(other.Span.End, tokens) && !IsMatter(other, tokens) && !IsOrigin(other, fact, tokens) && !NamesAnotherEvent(other, entity, fact)), fact, tokens)) is { } place) yield return new AttributeValue(attribute.Id, entity, place.Span, Named: place.Id);
                break;
            case AttributeValueKind.Person:
                foreach (var mention in Others(fact, entity, EntityKind.Person, EntityKind.Person)) yield return new AttributeValue(attribute.Id, entity, mention.Span, Named: mention.Id);
                break;
            case AttributeValueKind.Organisation:
                foreach (var mention in Others(fact, entity, EntityKind.Organisation, EntityKind.Organisation)) yield return new AttributeValue(attribute.Id, entity, mention.Span, Named: mention.Id);
                break;
            case AttributeValueKind.YesNo:
                // A phrase that says no may hold one that says yes ("not invited"): the longer reading wins.
                if (First(compiled.No, tokens) is { } no)
                {
                    if (!IsDenied(no, compiled.No, text, tokens)) yield return new AttributeValue(attribute.Id, entity, no, Yes: false);
                }
                else if (First(compiled.Yes, tokens) is { } yes) yield return new AttributeValue(attribute.Id, entity, yes, Yes: true);
                break;
            case AttributeValueKind.Statement:
                yield return new AttributeValue(attribute.Id, entity, fact.Span);
                break;
        }
    }

    /// <summary>"Denied that the invitation was withdrawn", "has not withdrawn the invitation" do not say that it was.</summary>
    private static bool IsDenied(TextSpan phrase, List<string[]> phrases, string text, IReadOnlyList<Token> tokens)
    {
        if (IsNegatedVerb(phrase, phrases, text, tokens)) return true;
        for (var i = 0; i + 1 < tokens.Count && tokens[i].Span.End <= phrase.Start; i++)
            if (tokens[i].Term is "denied" or "denies" or "denying" or "deny" or "dismissed" or "rejected" && tokens[i + 1].Term is "that" or "reports" or "claims" or "rumours" or "rumors" or "having" or "any" or "the" or "a") return true;
        return false;
    }

    /// <summary>
    /// Whether "not" or the like stands before the phrase's verb, with nothing but auxiliaries and adverbs between the two, or begins the phrase and is of a word within
    /// it that ends something and that no phrase names ("not withdrawn its invitation", where "not invitation" says no; "not been cancelled" is meant as it stands).
    /// </summary>
    private static bool IsNegatedVerb(TextSpan phrase, List<string[]> phrases, string text, IReadOnlyList<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Count && tokens[first].Span.Start < phrase.Start) first++;
        return Negation.Among(text, tokens).Exists(negator => negator.Kind == NegatorKind.Word && negator.Token == first && tokens.Any(token => phrase.Contains(token.Span) && DeniedValues.Ends(token) && !phrases.Exists(words => words.Contains(token.Stem) && Stands(words, tokens) == phrase))
            || negator.Kind == NegatorKind.Word && negator.Token < first && negator.Governs(first)
            && Enumerable.Range(negator.Token + 1, first - negator.Token - 1).All(i => tokens[i].IsStopWord || tokens[i].Term.EndsWith("ly", StringComparison.Ordinal)));
    }

    /// <summary>Whether, where all that is excluded is the date of a remark ("said on Monday"), another date is left.</summary>
    private static bool HasOtherDates(Compiled compiled, Fact fact, IReadOnlyList<Token> tokens) =>
        compiled.Attribute.Value == AttributeValueKind.Dates
        && compiled.Excludes.TrueForAll(cue => IsOfRemark(cue) || Stands(cue, tokens) is null)
        && fact.Dates.Any(date => !IsExcluded(compiled, date, tokens));

    private static bool IsOfRemark(string[] cue) => cue.Length > 1 && cue[^1] == "on";

    /// <summary>Whether the date is that of a remark: it stands right behind a phrase such as "said on".</summary>
    private static bool IsExcluded(Compiled compiled, DateMention date, IReadOnlyList<Token> tokens)
    {
        var at = 0;
        while (at < tokens.Count && tokens[at].Span.Start < date.Span.Start) at++;
        foreach (var cue in compiled.Excludes)
        {
            if (!IsOfRemark(cue) || at < cue.Length) continue;
            var k = 0;
            while (k < cue.Length && tokens[at - cue.Length + k].Stem == cue[k]) k++;
            if (k == cue.Length) return true;
        }
        return false;
    }

    /// <summary>Of places of which one is left for another ("from The Hague to Delft"), the other: whatever has a name there, even if nobody said that it is a place.</summary>
    private static IEnumerable<EntityMention> WithoutLeft(IEnumerable<EntityMention> places, Fact fact, IReadOnlyList<Token> tokens)
    {
        var all = places.ToList();
        bool Follows(EntityMention place, string word) => TokenBefore(place.Span, tokens) is { } before && before.Term == word;
        var left = all.Find(place => Follows(place, "from"));
        if (left.Span.Length == 0) return all;
        var taken = fact.Entities.Where(mention => mention.Span.Start > left.Span.End && Follows(mention, "to")).Take(1).ToList();
        return taken.Count > 0 ? taken : all;
    }

    private static Token? TokenBefore(TextSpan span, IReadOnlyList<Token> tokens)
    {
        Token? before = null;
        foreach (var token in tokens)
        {
            if (token.Span.Start >= span.Start) break;
            before = token;
        }
        return before;
    }

    /// <summary>"A statement on Georgia", "talks with Norland": what is spoken of or with, not where.</summary>
    private static bool IsMatter(EntityMention place, IReadOnlyList<Token> tokens) =>
        TokenBefore(place.Span, tokens) is { } before && (before.Term is "about" or "with" or "against" or "regarding" or "concerning" || place.Kind == EntityKind.Country && before.Term is "on" or "over" or "for");

    /// <summary>"The young Ada Lorn from Tolvik": where somebody comes from.</summary>
    private static bool IsOrigin(EntityMention place, Fact fact, IReadOnlyList<Token> tokens) =>
        TokenBefore(place.Span, tokens) is { Term: "from" } from && fact.Entities.Any(mention => mention.Kind == EntityKind.Person && mention.Span.End + 1 == from.Span.Start);

    /// <summary>
    /// Whether the place is that of what is named, not of something else about it: the dinner of the summit, the summit's dinner, a speech ahead of the summit.
    /// </summary>
    private static bool IsPlaceOf(EntityMention own, EntityMention place, IReadOnlyList<Token> tokens)
    {
        // "The summit in The Hague" tells where it is, "the Sundby Lantern Festival" only whose it is.
        if (own.Span.Contains(place.Span)) return TokenBefore(place.Span, tokens) is { Term: "in" or "at" or "of" or "near" or "on" or "the" } inner && own.Span.Contains(inner.Span);
        // "The Sundby Festival", where only "festival" is its name.
        if (place.Span.End + 1 == own.Span.Start) return false;
        var (before, behind) = (tokens.Where(token => token.Span.End <= own.Span.Start).Reverse().SkipWhile(token => token.Term is "the" or "this" or "a" or "an").ToList(), tokens.Where(token => token.Span.Start >= own.Span.End).ToList());
        // "The summit in The Hague", whatever stands around it.
        if (behind is [{ Term: "in" or "at" } preposition, ..] && !tokens.Any(token => token.Span.Start >= preposition.Span.End && token.Span.End <= place.Span.Start && token.Term != "the") && place.Span.Start >= preposition.Span.End) return true;
        if (behind is [var owned, ..] && !IsVenue(owned) && tokens.Any(token => token.Traits.HasFlag(TokenTraits.Possessive) && token.Span.Start < own.Span.End && own.Span.End <= token.Span.End + 2 && token.Span.Start >= own.Span.Start)) return false;
        return before switch
        {
            [{ Term: "of" }, var what, ..] => IsVenue(what),
            [{ Term: "after" or "before" or "during" or "following" or "since" or "until" or "towards" }, ..] => false,
            _ => true,
        };

        static bool IsVenue(Token what) => what.Term is "venue" or "place" or "site" or "location" or "host" or "setting" or "seat" or "city" or "opening" or "start" or "beginning" or "day" or "days" or "leaders" or "hosting";
    }

    /// <summary>Of the places in a sentence, the one that stands closest to the entity's name, or within it.</summary>
    private static EntityMention? NearestTo(Fact fact, EntityId? entity, string text, IReadOnlyList<Token> tokens, bool hasCues, IEnumerable<EntityMention> mentions)
    {
        EntityMention? nearest = null;
        var least = int.MaxValue;
        foreach (var mention in mentions)
            foreach (var own in fact.Entities)
            {
                if (own.Id != entity || own.Kind == EntityKind.Event && (!IsPlaceOf(own, mention, tokens) || !hasCues && !own.Span.Contains(mention.Span) && !HeldPlaces.Are(own, mention, tokens) || NeighbouringEvents.Have(mention.Span, entity, fact, text, tokens, NoWords))) continue;
                var distance = own.Span.Contains(mention.Span) ? 0 : mention.Span.Start >= own.Span.End ? mention.Span.Start - own.Span.End : own.Span.Start - mention.Span.End + 1;
                if (distance >= least) continue;
                least = distance;
                nearest = mention;
            }
        return nearest;
    }

    private static IEnumerable<EntityMention> Others(Fact fact, EntityId? entity, EntityKind kind, EntityKind orKind)
    {
        foreach (var mention in fact.Entities)
            if ((mention.Kind == kind || mention.Kind == orKind) && mention.Id != entity) yield return mention;
    }

    private static TextSpan? First(List<string[]> phrases, IReadOnlyList<Token> tokens)
    {
        foreach (var phrase in phrases)
            if (Stands(phrase, tokens) is { } span) return span;
        return null;
    }

    /// <summary>Where the phrase's stems stand in order with at most two words between each, or null.</summary>
    private static TextSpan? Stands(string[] phrase, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Stem != phrase[0]) continue;
            var at = i;
            var matched = 1;
            while (matched < phrase.Length)
            {
                var k = at + 1;
                while (k < tokens.Count && k <= at + 3 && tokens[k].Stem != phrase[matched]) k++;
                if (k >= tokens.Count || k > at + 3) break;
                at = k;
                matched++;
            }
            if (matched == phrase.Length) return TextSpan.FromBounds(tokens[i].Span.Start, tokens[at].Span.End);
        }
        return null;
    }

    private static List<string[]> Phrases(IReadOnlyList<string> phrases) =>
        [.. phrases.Select(p => Tokenizer.Tokenize(p).Select(t => t.Stem).ToArray()).Where(p => p.Length > 0)];
}
