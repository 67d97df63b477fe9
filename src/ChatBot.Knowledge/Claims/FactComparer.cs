using System.Collections.Frozen;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>
/// Compares a claim with one fact: how much of the claim's content the fact carries, and whether it gives another date, place, figure or attribute value, or
/// the contrary. A fact says otherwise only where it carries the rest of the claim.
/// </summary>
internal sealed class FactComparer(Topic topic, Func<EntityId, Entity?> entity, PlacesGiven places)
{
    /// <summary>A fact that carries less of a claim doesn't say it.</summary>
    public const double LeastSaid = 0.66;

    /// <summary>A fact that carries less of what it doesn't dispute is about something else.</summary>
    public const double LeastDisputed = 0.72;

    private readonly UnitMeeting _units = new(entity);
    private readonly ValueComparer _values = new(places);
    private readonly Dictionary<string, (TopicAttribute Attribute, HashSet<string> Stems)> _attributes = topic.Attributes.ToDictionary(
        a => a.Id,
        a => (a, a.Cues.Concat(a.Yes).Concat(a.No).SelectMany(p => Tokenizer.Tokenize(p)).Where(t => !t.IsStopWord).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal)),
        StringComparer.Ordinal);

    /// <summary>How <paramref name="fact"/> stands to <paramref name="claim"/>.</summary>
    public Comparison Compare(ClaimReading claim, PreparedFact fact)
    {
        var view = fact.View;
        var none = new Comparison(view, Relation.None, 0, null, null, null);
        if (view.Fact.Text.TrimEnd('"', '”', ' ').EndsWith('?')) return none;
        var shared = SharedAttribute(claim, view.Fact);
        var cues = shared is { } filled ? _attributes[filled.Id].Stems : null;
        var met = new Met[claim.Units.Count];
        var total = 0.0;
        var carried = 0.0;
        List<string>? lacks = null;
        var placeUnits = claim.Places.Select(p => p.Mention.Id).ToHashSet();
        var isPlaceMissing = false;
        // "The fair was in Brussels": what stands near a sentence on something else in Brussels isn't enough.
        var isAllNames = claim.Units.All(unit => unit.Entity is not null);
        for (var i = 0; i < claim.Units.Count; i++)
        {
            var unit = claim.Units[i];
            met[i] = unit.Entity is { } named ? _units.MeetEntity(claim, named, fact) : UnitMeeting.MeetWord(claim, unit, fact, cues);
            if (unit.Entity is { } place && placeUnits.Contains(place.Id))
            {
                // Another place is compared as a value below.
                if (ValueComparer.IsAt(place, fact, met[i]))
                {
                    carried += unit.Importance;
                    total += unit.Importance;
                }
                else isPlaceMissing = true;
                continue;
            }
            // "Failed to produce" against "produced": the fact needn't have the word that turns the other round.
            if (met[i].Share < 0.5 && TurnsNext(claim, unit)) continue;
            total += unit.Importance;
            carried += unit.Importance * met[i].Share;
            if (unit.IsKey && (met[i].Share < 0.5 || isAllNames && met[i].Token < 0 || unit.IsHinge && met[i].Token < 0 && cues?.Contains(unit.Term.Stem) != true)) (lacks ??= []).Add(unit.Term.Stem);
        }
        if (claim.Fact.Stance == Stance.Stated && claim.Fact.Attribution.Speaker is { } speaker && !MaySay(speaker, view.Fact)) (lacks ??= []).Add("speaker");
        if (claim.Nationality is var (person, country) && !GivesNationality(view, person, country)) (lacks ??= []).Add("nationality");
        if (claim.Quantifiers.SayMoreThan(fact.Quantifiers)) (lacks ??= []).Add("quantifier");
        if (!Quotations.StandIn(view.Tokens, claim.Quoted)) (lacks ??= []).Add("quotation");
        if (!fact.HasPronoun && claim.Units.Any(unit => unit.IsVerb) && Enumerable.Range(0, met.Length).Any(i => met[i] is { Token: < 0, Share: < 0.7 } && IsOfVerb(claim, claim.Units[i]) && !view.Stems.Contains(claim.Units[i].Term.Stem))) (lacks ??= []).Add("doer");
        if (claim.Title is { } title && claim.Units.ToList().FindIndex(unit => unit.Token == title.Noun) is >= 0 and var noun && (met[noun].Token < 0 && shared is null || title.IsAnothers(view, met[noun].Token))) (lacks ??= []).Add("title");
        if (shared is null && claim.SaysNoRelation) (lacks ??= []).Add("relation");
        foreach (var stem in claim.Distinguishing)
            if (!view.Stems.Contains(stem)) (lacks ??= []).Add(stem);
        var coverage = total > 0 ? carried / total : 0;

        string? differs = null;
        TextSpan? value = null;
        var differences = 0;
        void Note(bool? agrees, string what, TextSpan? where)
        {
            if (agrees is null) (lacks ??= []).Add(what);
            if (agrees is false)
            {
                differs = what;
                differences++;
            }
            value = where ?? value;
        }

        if (shared is { } s) Note(s.Agrees, _attributes[s.Id].Attribute.Value == AttributeValueKind.YesNo ? "yes or no" : "value", s.Given.Span);
        var valueKind = shared is { } a ? _attributes[a.Id].Attribute.Value : (AttributeValueKind?)null;
        if (valueKind != AttributeValueKind.Dates)
            foreach (var date in claim.Fact.Dates)
            {
                var (agrees, where) = DatesOf.Compare(date, claim.Edge, view.Fact, claim.IsFormer(date.Span, view.Fact), claim.IsWeekday(date.Span));
                Note(agrees, "date", where);
            }
        foreach (var time in claim.Fact.Times)
        {
            var isFormer = claim.IsFormer(time.Span, view.Fact);
            var times = view.Fact.Times.Where(t => view.Fact.Replaced.Contains(t.Span) == isFormer).ToList();
            TextSpan? given = times.Count > 0 ? times.Find(t => t.Value == time.Value) is { Span.Length: > 0 } same ? same.Span : times[0].Span : null;
            Note(given is null ? null : times.Exists(t => t.Value == time.Value), "time", given);
        }
        if (valueKind != AttributeValueKind.Quantity)
            foreach (var amount in claim.Amounts)
            {
                var (agrees, where) = ValueComparer.Figures(claim, amount, fact);
                Note(agrees, "figure", where);
            }
        if (isPlaceMissing && valueKind != AttributeValueKind.Place)
        {
            var (agrees, where) = _values.ComparePlaces(claim, fact);
            Note(agrees, "place", where);
        }
        if (shared is { Denies: true })
        {
            differs = "polarity";
            differences++;
        }
        else if (shared is { Given.IsDenied: false } && valueKind != AttributeValueKind.YesNo || shared is null)
        {
            var isContrary = Polarity.IsContrary(claim, fact, met, value);
            // What is cancelled isn't at any time or place.
            if (isContrary is true && fact.Negators.Any(n => n.IsUndoing && Array.Exists(met, m => m.Token >= 0 && n.Governs(m.Token))) && lacks?.TrueForAll(Particulars.Contains) != false)
                (lacks, differences, value) = (null, 0, null);
            if (isContrary is null) (lacks ??= []).Add("polarity");
            if (isContrary is true)
            {
                differs = "polarity";
                differences++;
            }
        }

        if (!Memberships.IsToldOf(claim.Membership, view.Tokens)) (lacks ??= []).Add("membership");
        if (claim.SaysPresent && (placeUnits.Count == 0 || isPlaceMissing) && !IsPresence(view)) (lacks ??= []).Add("presence");
        // A picture's caption tells of its own day and place.
        if (view.Fact.IsCaption && shared is null && differs is "place" or "date" or "time" && !(differs == "place" && IsOfSameOccasion(claim, view))) return none with { Coverage = coverage, Differs = differs };

        // What is missing must not be made up for by a difference elsewhere.
        if (lacks is not null) return none with { Coverage = coverage, Differs = differs, Lacks = lacks };
        if (differences > 1) return none with { Coverage = coverage, Differs = differs };
        if (Polarity.IsHedged(claim, fact, met) is { } hedge)
            return hedge == NegatorKind.Report && differs is null && coverage >= LeastSaid ? new Comparison(view, Relation.Reports, coverage, null, value, shared?.Id) : none with { Coverage = coverage };
        if (Doers.IsSwapped(claim, view, met) || Doers.IsAnothers(claim, view, met)) return none with { Coverage = coverage };
        if (differs is not null) return coverage >= LeastDisputed ? new Comparison(view, Relation.SaysOtherwise, coverage, differs, value, shared?.Id) : none with { Coverage = coverage };
        return coverage >= LeastSaid ? new Comparison(view, Relation.Says, coverage, null, value, shared?.Id) : none with { Coverage = coverage };
    }

    /// <summary>Whether both speak of one event, or of a body that met, on the same day: it was in one place only.</summary>
    private bool IsOfSameOccasion(ClaimReading claim, FactView view) =>
        claim.Fact.Dates.Count > 0 && claim.Fact.Entities.Any(own => own.Kind is EntityKind.Event or EntityKind.Organisation && view.Fact.Entities.Any(named => named.Kind == EntityKind.Event
            && (named.Id == own.Id || entity(own.Id)?.Name is { } name && entity(named.Id)?.Name.Contains(name, StringComparison.Ordinal) == true)));

    /// <summary>Whether what a claim names does something or has it done ("Rain stopped the fair"): the sentence itself has to name it, by its last word at least ("the service"), or have a pronoun for it. What stands behind a preposition is where, when or whence.</summary>
    private static bool IsOfVerb(ClaimReading claim, ClaimUnit unit)
    {
        if (unit.Entity is not { Span.Length: > 0 }) return false;
        var before = unit.Token - 1;
        if (before >= 0 && claim.Tokens[before].Term is "the" or "a" or "an") before--;
        return before < 0 || !claim.Tokens[before].IsStopWord;
    }

    private static readonly string[] Particulars = ["date", "time", "place", "figure"];

    /// <summary>Whether a sentence speaks of somebody's being somewhere.</summary>
    private static bool IsPresence(FactView view)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
            if (PresenceWords.Has(view.Tokens[i].Stem) || i > 0 && view.Tokens[i].Term is "at" or "in" && view.Tokens[i - 1].Term is "is" or "are" or "was" or "were" or "be" or "been") return true;
        return false;
    }

    /// <summary>Whether the word is a verb that denies the infinitive behind it.</summary>
    private static bool TurnsNext(ClaimReading claim, ClaimUnit unit) =>
        unit.Token >= 0 && unit.Token + 1 < claim.Tokens.Count && claim.Tokens[unit.Token + 1].Term == "to" && claim.Negators.Any(n => n.Token == unit.Token && n.Kind == NegatorKind.Verb);

    /// <summary>Whether the words may be those of <paramref name="speaker"/>: nobody else's, those of who speaks for it, passed on by them, or said of a person with whom the sentence begins.</summary>
    private bool MaySay(EntityId speaker, Fact fact) =>
        fact.Attribution.Speaker is not { } said || said == speaker || entity(said)?.Represents == speaker || fact.Attribution.Sources.Any(s => s.Id == speaker)
        || fact.Entities.FirstOrDefault(m => m.Kind == EntityKind.Person).Id == speaker;

    /// <summary>Whether the fact calls the person one of the country's: by an office there, or with the name right beside theirs.</summary>
    private static bool GivesNationality(FactView view, EntityId person, EntityId country)
    {
        if (view.Fact.Roles.Any(role => role.Person == person && role.Place == country)) return true;
        foreach (var named in view.Fact.Entities)
            foreach (var of in view.Fact.Entities)
                if (named.Id == person && of.Id == country && (of.Span.End + 1 == named.Span.Start || named.Span.End < of.Span.Start && of.Span.Start - named.Span.End <= " is a ".Length)) return true;
        return false;
    }

    /// <summary>Whether a word before the value denies it: "didn't lead to an exchange", where the topic knows "led to an exchange".</summary>
    private static bool IsDenied(ClaimReading claim, TextSpan value) => claim.Negators.Any(negator => negator.Kind == NegatorKind.Word && claim.Tokens[negator.Token].Span.End <= value.Start
        && Enumerable.Range(negator.From, Math.Max(0, negator.To - negator.From)).Any(token => token < claim.Tokens.Count && value.Overlaps(claim.Tokens[token].Span)));

    /// <param name="Id">The attribute.</param>
    /// <param name="Given">The value that the fact gives or denies.</param>
    /// <param name="Agrees">Whether it is the one that the claim gives or denies.</param>
    /// <param name="Denies">Whether one of them denies what the other gives.</param>
    private readonly record struct Shared(string Id, AttributeValue Given, bool Agrees, bool Denies);

    /// <summary>The attribute, other than a plain statement, that the claim and the fact both fill for the same entity; an agreeing value before one that doesn't.</summary>
    private Shared? SharedAttribute(ClaimReading claim, Fact fact)
    {
        if (claim.Question.IsOfFormer && fact.Replaced.Count > 0) return null;
        Shared? found = null;
        foreach (var claimed in claim.Fact.Attributes)
            foreach (var given in fact.SpokenOf)
            {
                if (given.Attribute != claimed.Attribute || given.Entity != claimed.Entity || _attributes[given.Attribute].Attribute.Value == AttributeValueKind.Statement) continue;
                bool agrees;
                if (claimed.Dates is { } wanted && given.Dates is { } has)
                {
                    if ((claim.IsWeekday(claimed.Span) ? DatesOf.OnWeekday(wanted.From.DayOfWeek, has) : DatesOf.Compare(wanted, claim.Edge, has)) is not { } told) continue;
                    agrees = told;
                }
                else if (claimed.Number is not null && given.Number is { } number)
                {
                    if (!claim.Amounts.Any(c => c.Figure == claimed.Number)) continue;
                    agrees = Sides.IsSame(claimed, given) || claim.Amounts.First(c => c.Figure == claimed.Number).Agrees(new Amount(number, number.Value, number.Value));
                }
                else agrees = Sides.IsSame(claimed, given) != (_attributes[given.Attribute].Attribute.Value == AttributeValueKind.YesNo && IsDenied(claim, claimed.Span));
                // That it isn't 33 says nothing of what else it is.
                if (!agrees && (claimed.IsDenied || given.IsDenied)) continue;
                if (found is null || agrees && !found.Value.Agrees) found = new Shared(given.Attribute, given, agrees, claimed.IsDenied != given.IsDenied);
            }
        return found;
    }

}
