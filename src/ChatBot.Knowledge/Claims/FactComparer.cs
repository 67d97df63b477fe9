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

    /// <summary>A fact that carries less is of no use to any verdict, and isn't looked at any further.</summary>
    public const double LeastCompared = 0.4;

    /// <summary>What is met less than this isn't there.</summary>
    private const double Half = 0.5;

    private readonly UnitMeeting _units = new(entity);
    private readonly ValueComparer _values = new(places);
    private readonly DeedComparer _deeds = new(entity);
    private readonly Dictionary<string, (TopicAttribute Attribute, HashSet<string> Stems)> _attributes = topic.Attributes.ToDictionary(
        a => a.Id,
        a => (a, a.Cues.Concat(a.Yes).Concat(a.No).SelectMany(p => Tokenizer.Tokenize(p)).Where(t => !t.IsStopWord).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal)),
        StringComparer.Ordinal);

    /// <summary>How <paramref name="fact"/> stands to <paramref name="claim"/>.</summary>
    public Comparison Compare(ClaimReading claim, PreparedFact fact)
    {
        var view = fact.View;
        var none = new Comparison(view, Relation.None, 0, null, null, null);
        if (fact.IsQuestion) return none;
        var shared = SharedAttribute(claim, view);
        var (met, coverage, isPlaceMissing, lacks) = Weigh(claim, fact, shared is { } filled ? _attributes[filled.Id].Stems : null);
        if (coverage < LeastCompared) return none with { Coverage = coverage };
        AddUnsaid(claim, fact, met, shared, lacks);
        var (differs, differences, value) = CompareValues(claim, fact, shared, isPlaceMissing, lacks);
        if (Polarity.IsWithdrawalOfGiven(claim, fact, met)) lacks.Add("undoing");
        if (shared is { Denies: true }) (differs, differences) = ("polarity", differences + 1);
        else if (shared is null || shared is { Given.IsDenied: false } given && KindOf(given.Given) != AttributeValueKind.YesNo)
        {
            var isContrary = Polarity.IsContrary(claim, fact, met, value);
            // What is cancelled isn't at any time or place.
            if (isContrary is true && fact.Negators.Any(n => n.IsUndoing && Array.Exists(met, m => m.Token >= 0 && n.Governs(m.Token))) && lacks.TrueForAll(Particulars.Contains))
            {
                lacks.Clear();
                (differences, value) = (0, null);
            }
            if (isContrary is null) lacks.Add("polarity");
            if (isContrary is true) (differs, differences) = ("polarity", differences + 1);
        }
        else if (shared is { Agrees: true } agreed && HasContraryBeside(claim, fact, met, agreed.Claimed.Span)) lacks.Add("polarity");

        if (claim.SaysPresent && (claim.PlaceIds.Count == 0 || isPlaceMissing) && !IsPresence(view)) lacks.Add("presence");
        // A picture's caption tells of its own day and place.
        if (view.Fact.IsCaption && shared is null && differs is "place" or "date" or "time" && !(differs == "place" && IsOfSameOccasion(claim, view))) return none with { Coverage = coverage, Differs = differs };

        // What is missing must not be made up for by a difference elsewhere.
        if (lacks.Count > 0) return none with { Coverage = coverage, Differs = differs, Lacks = lacks };
        if (differences > 1 || IsOfAnotherTime(claim, fact, differs)) return none with { Coverage = coverage, Differs = differs };
        if (Doers.IsSwapped(claim, view, met) || Doers.IsAnothers(claim, view, met) || _deeds.IsAnothers(claim, view, met)) return none with { Coverage = coverage };
        if (Polarity.IsHedged(claim, fact, met) is { } hedge)
            return hedge == NegatorKind.Report && differs is null && coverage >= LeastSaid && !Polarity.IsUndoneOfNothing(claim, fact, met) ? new Comparison(view, Relation.Reports, coverage, null, value, shared?.Id) : none with { Coverage = coverage };
        if (differs is not null) return coverage >= LeastDisputed ? new Comparison(view, Relation.SaysOtherwise, coverage, differs, value, shared?.Id) : none with { Coverage = coverage };
        if (Untold(claim, fact, met, shared) is { } untold) return none with { Coverage = coverage, Lacks = [untold] };
        return coverage >= LeastSaid ? new Comparison(view, Relation.Says, coverage, null, value, shared?.Id) : none with { Coverage = coverage };
    }

    /// <summary>What the fact has of the claim's words and names, and which of those that it would have to have it lacks.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="cues">Stems by which the topic knows an attribute that both fill.</param>
    private (Met[] Met, double Coverage, bool IsPlaceMissing, List<string> Lacks) Weigh(ClaimReading claim, PreparedFact fact, IReadOnlySet<string>? cues)
    {
        var met = new Met[claim.Units.Count];
        var lacks = new List<string>();
        var total = 0.0;
        var carried = 0.0;
        var isPlaceMissing = false;
        for (var i = 0; i < met.Length; i++) met[i] = claim.Units[i].Entity is { } named ? _units.MeetEntity(claim, named, fact) : UnitMeeting.MeetWord(claim, claim.Units[i], fact, cues);
        LeaveTwiceMet(met);
        for (var i = 0; i < met.Length; i++)
        {
            var unit = claim.Units[i];
            var share = met[i].Share;
            if (unit.Entity is { } place && claim.PlaceIds.Contains(place.Id))
            {
                // Another place is compared as a value.
                isPlaceMissing |= !ValueComparer.IsAt(place, fact, met[i]);
                if (!ValueComparer.IsAt(place, fact, met[i])) continue;
                share = 1;
            }
            // "Failed to produce" against "produced": the fact needn't have the word that turns the other round.
            else if (share < Half && TurnsNext(claim, unit)) continue;
            else if (unit.IsKey && (share < Half || met[i].Token < 0 && IsWantedItself(claim, unit, cues))) lacks.Add(unit.Term.Stem);
            total += unit.Importance;
            carried += unit.Importance * share;
        }
        return (met, total > 0 ? carried / total : 0, isPlaceMissing, lacks);
    }

    /// <summary>"Supported the opposition" beside "opposed": a word that meets one of the claim's as it is can't turn another of them round as well.</summary>
    private static void LeaveTwiceMet(Met[] met)
    {
        for (var i = 0; i < met.Length; i++)
            if (met[i] is { Flipped: true, Token: >= 0 and var at } && Array.Exists(met, other => other is { Flipped: false, Share: >= UnitMeeting.Same } && other.Token == at)) met[i] = new Met(0, -1, false);
    }

    /// <summary>Whether the sentence itself has to have the word or name: what stands near a sentence on something else in Brussels isn't enough for "the fair was in Brussels".</summary>
    private static bool IsWantedItself(ClaimReading claim, ClaimUnit unit, IReadOnlySet<string>? cues) =>
        claim.HasNamesAlone || unit.IsHinge && cues?.Contains(unit.Term.Stem) != true;

    /// <summary>What the claim says, beside its words and values, and the fact doesn't.</summary>
    private void AddUnsaid(ClaimReading claim, PreparedFact fact, Met[] met, Shared? shared, List<string> lacks)
    {
        var view = fact.View;
        if (fact.IsOpenQuestion) lacks.Add("answer");
        if (shared is null && TimesBefore.AreUntold(claim, view)) lacks.Add("time");
        if (claim.Fact.Stance == Stance.Stated && claim.Fact.Attribution.Speaker is { } speaker && !MaySay(speaker, view)) lacks.Add("speaker");
        if (claim.Nationality is var (person, country) && !GivesNationality(view, person, country)) lacks.Add("nationality");
        if (claim.Quantifiers.AreAgainst(fact.Quantifiers)) lacks.Add("quantifier");
        if (!Quotations.StandIn(view.Tokens, claim.Quoted)) lacks.Add("quotation");
        if (LacksDoer(claim, fact, met) || DeedComparer.IsOfSource(claim, view) || _deeds.LacksTelling(claim, view, met)) lacks.Add("doer");
        if (DeedComparer.IsYetToBeDone(claim, view, met)) lacks.Add("done");
        if (shared is null && claim.Whereabouts?.IsNamed(claim, view, met) == false) lacks.Add("whereabouts");
        if (IsAnothersTitle(claim, view, met, shared)) lacks.Add("title");
        if (shared is null && claim.SaysNoRelation) lacks.Add("relation");
        if (!Memberships.IsToldOf(claim.Membership, view.Tokens)) lacks.Add("membership");
        foreach (var stem in claim.Distinguishing)
            if (!view.Stems.Contains(stem)) lacks.Add(stem);
    }

    /// <summary>What a claim adds to what the fact says, without being against it: "only", "the first", "after the fair"; null where it adds nothing.</summary>
    private static string? Untold(ClaimReading claim, PreparedFact fact, Met[] met, Shared? shared)
    {
        if (Sequence.IsUntold(claim, fact.View, met)) return "sequence";
        if (claim.Quantifiers.SayMoreThan(fact.Quantifiers)) return "quantifier";
        if (Ranks.AreUntold(claim, fact.View.Tokens)) return "rank";
        if (shared is null && (ComingAbout.IsUntold(claim, fact, met) || VerbBetweenNames.IsUntold(claim, fact, met))) return "deed";
        return shared is null && claim.Whereabouts?.IsTold(claim, fact.View, met) == false ? "whereabouts" : null;
    }

    /// <summary>Whether the sentence names nobody, nor has a pronoun, for one of whom the claim says that they do something or have it done.</summary>
    private static bool LacksDoer(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        if (fact.HasPronoun) return false;
        foreach (var i in claim.Doers)
            if (met[i] is { Token: < 0, Share: < UnitMeeting.Same } && !fact.View.Stems.Contains(claim.Units[i].Term.Stem)) return true;
        return false;
    }

    private static bool IsAnothersTitle(ClaimReading claim, FactView view, Met[] met, Shared? shared) =>
        claim.TitleUnit is { } noun && (met[noun].Token < 0 && shared is null || claim.Title!.IsAnothers(view, met[noun].Token));

    /// <summary>In what the fact's values differ from the claim's, in how many, and where it gives one that decides; what it doesn't give is added to <paramref name="lacks"/>.</summary>
    private (string? Differs, int Differences, TextSpan? Value) CompareValues(ClaimReading claim, PreparedFact fact, Shared? shared, bool isPlaceMissing, List<string> lacks)
    {
        var view = fact.View;
        string? differs = null;
        TextSpan? value = null, dateAt = null, figureAt = null;
        var differences = 0;
        void Note(bool? agrees, string what, TextSpan? where)
        {
            if (agrees is null) lacks.Add(what);
            if (agrees is false) (differs, differences) = (what, differences + 1);
            value = where ?? value;
        }

        var kind = shared is { } s ? KindOf(s.Given) : (AttributeValueKind?)null;
        if (shared is { } same) Note(same.Agrees, kind == AttributeValueKind.YesNo ? "yes or no" : "value", same.Given.Span);
        foreach (var date in claim.Fact.Dates)
        {
            var (agrees, where) = DatesOf.Compare(claim, date, view);
            dateAt = where;
            if (kind != AttributeValueKind.Dates) Note(agrees, "date", where);
        }
        foreach (var time in claim.Fact.Times)
        {
            var (agrees, where) = ValueComparer.Times(claim, time, view.Fact);
            Note(agrees, "time", where);
        }
        foreach (var amount in claim.Amounts)
        {
            var (agrees, where) = ValueComparer.Figures(claim, amount, fact);
            figureAt = where;
            if (kind != AttributeValueKind.Quantity) Note(agrees, "figure", where);
            if (agrees is true && where is { } given && FigureHolders.Compare(claim, view, given) is { Agrees: not true } holder) Note(holder.Agrees, "figure", holder.Where);
        }
        if (dateAt is { } day && figureAt is { } figure && differences == 0 && OwnDates.AreOthers(view.Fact, figure, day)) Note(false, "date", day);
        if (differences == 0 && FiguresInOrder.AreTurned(claim, fact)) Note(false, "figure", null);
        if (isPlaceMissing && kind != AttributeValueKind.Place)
        {
            var (agrees, where) = _values.ComparePlaces(claim, fact);
            Note(agrees, "place", where);
        }
        return (differs, differences, value);
    }

    private AttributeValueKind KindOf(AttributeValue value) => _attributes[value.Attribute].Attribute.Value;

    /// <summary>"Succeeded without a ceasefire" beside "collapsed without a ceasefire" or "failed to secure one": that there was none is the same, and what else is said is the contrary.</summary>
    private static bool HasContraryBeside(ClaimReading claim, PreparedFact fact, Met[] met, TextSpan value)
    {
        for (var i = 0; i < met.Length; i++)
        {
            var (at, unit) = (met[i].Token, claim.Units[i]);
            if (at < 0 || unit.Token < 0 || !unit.IsKey || value.Contains(claim.Tokens[unit.Token].Span) || Polarity.StandsApart(fact.View, met, at)) continue;
            var isSameSide = claim.Opposites.Any(own => own.Token == unit.Token && fact.Opposites.Any(other => other.Token == at && other.Group == own.Group && other.Left == own.Left));
            var isTurned = IsTurned(fact.Negators, at) && !IsTurned(claim.Negators, unit.Token);
            if (met[i].Flipped || isTurned && (isSameSide || unit.Entity is null && met[i].Share >= UnitMeeting.Same)) return true;
        }
        return false;
    }

    private static bool IsTurned(IReadOnlyList<Negator> negators, int token) => negators.Any(negator => negator.Kind is NegatorKind.Word or NegatorKind.Verb && negator.Governs(token));

    /// <summary>What is still to come can't be against what a claim says has come, or hasn't yet: "about 200 are expected" beside "250 came", "his visit will be the first" beside "he has not been there".</summary>
    private static bool IsOfAnotherTime(ClaimReading claim, PreparedFact fact, string? differs) =>
        fact.IsToCome && (differs == "figure" && claim.IsDone || differs == "polarity" && claim.DeniesPast);

    /// <summary>Whether both speak of one event, or of a body that met, on the same day: it was in one place only.</summary>
    private bool IsOfSameOccasion(ClaimReading claim, FactView view) =>
        claim.Fact.Dates.Count > 0 && claim.Fact.Entities.Any(own => own.Kind is EntityKind.Event or EntityKind.Organisation && view.Fact.Entities.Any(named => named.Kind == EntityKind.Event
            && (named.Id == own.Id || entity(own.Id)?.Name is { } name && entity(named.Id)?.Name.Contains(name, StringComparison.Ordinal) == true)));

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

    /// <summary>Whether the words may be those of <paramref name="speaker"/>: nobody else's, those of who speaks for it or with it, passed on by them, or said of a person with whom the sentence begins.</summary>
    private bool MaySay(EntityId speaker, FactView view) =>
        view.Fact.Attribution.Speaker is not { } said || said == speaker || entity(said)?.Represents == speaker || view.Fact.Attribution.Sources.Any(s => s.Id == speaker)
        || view.Fact.Entities.FirstOrDefault(m => m.Kind == EntityKind.Person).Id == speaker || IsJoined(view, speaker, said);

    /// <summary>"Norland and Sudmark warned".</summary>
    private static bool IsJoined(FactView view, EntityId one, EntityId other)
    {
        var mentions = view.Fact.Entities;
        for (var i = 0; i + 1 < mentions.Count; i++)
            if (mentions[i].Id == one && mentions[i + 1].Id == other && mentions[i + 1].Span.Start > mentions[i].Span.End
                && view.Document.Text.AsSpan(mentions[i].Span.End, mentions[i + 1].Span.Start - mentions[i].Span.End).Trim() is "and" or "and the") return true;
        return false;
    }

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
    /// <param name="Claimed">The value that the claim gives or denies.</param>
    /// <param name="Given">The value that the fact gives or denies.</param>
    /// <param name="Agrees">Whether it is the one that the claim gives or denies.</param>
    /// <param name="Denies">Whether one of them denies what the other gives.</param>
    private readonly record struct Shared(string Id, AttributeValue Claimed, AttributeValue Given, bool Agrees, bool Denies);

    /// <summary>The attribute, other than a plain statement, that the claim and the fact both fill for the same entity; an agreeing value before one that doesn't.</summary>
    private Shared? SharedAttribute(ClaimReading claim, FactView view)
    {
        var fact = view.Fact;
        if (claim.Question.IsOfFormer && fact.Replaced.Count > 0) return null;
        Shared? found = null;
        foreach (var claimed in claim.Fact.Attributes)
            foreach (var given in fact.SpokenOf)
            {
                if (given.Attribute != claimed.Attribute || given.Entity != claimed.Entity || _attributes[given.Attribute].Attribute.Value == AttributeValueKind.Statement) continue;
                bool agrees;
                if (claimed.Dates is { } wanted && given.Dates is { } has)
                {
                    if (DatesOf.Compare(claim, claimed.Span, wanted, view, given.Span, has) is not { } told) continue;
                    agrees = told;
                }
                else if (claimed.Number is not null && given.Number is { } number)
                {
                    if (!claim.Amounts.Any(c => c.Figure == claimed.Number)) continue;
                    var amount = claim.Amounts.First(c => c.Figure == claimed.Number);
                    agrees = Sides.IsSame(claimed, given) || amount.Agrees(new Amount(number, number.Value, number.Value));
                    // What is claimed may be both parts together.
                    if (!agrees && SummedFigures.Among(view.Tokens, fact.Quantities).Any(sum => sum.Figure.Unit == number.Unit && amount.Agrees(sum))) continue;
                }
                else agrees = Sides.IsSame(claimed, given) != (_attributes[given.Attribute].Attribute.Value == AttributeValueKind.YesNo && IsDenied(claim, claimed.Span));
                // That it isn't 33 says nothing of what else it is.
                if (!agrees && (claimed.IsDenied || given.IsDenied)) continue;
                if (found is null || agrees && !found.Value.Agrees) found = new Shared(given.Attribute, claimed, given, agrees, claimed.IsDenied != given.IsDenied);
            }
        return found;
    }
}
