using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

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

    /// <summary>How far a word of the same side of a pair of contraries counts as the word itself.</summary>
    private const double SameSide = 0.8;

    /// <summary>How far something counts that only the sentence before or after, or the document's title, names.</summary>
    private const double Nearby = 0.55;

    /// <summary>How far a name within a longer one counts as that name.</summary>
    private const double NamePart = 0.8;

    private readonly Dictionary<string, (TopicAttribute Attribute, HashSet<string> Stems)> _attributes = topic.Attributes.ToDictionary(
        a => a.Id,
        a => (a, a.Cues.Concat(a.Yes).Concat(a.No).SelectMany(p => Tokenizer.Tokenize(p)).Where(t => !t.IsStopWord).Select(t => t.Stem).ToHashSet(StringComparer.Ordinal)),
        StringComparer.Ordinal);

    private readonly record struct Met(double Share, int Token, bool Flipped);

    /// <summary>How <paramref name="fact"/> stands to <paramref name="claim"/>.</summary>
    public Comparison Compare(ClaimReading claim, PreparedFact fact)
    {
        var view = fact.View;
        var none = new Comparison(view, Relation.None, 0, null, null, null);
        if (view.Fact.Text.TrimEnd('"', '”', ' ').EndsWith('?')) return none;
        var shared = SharedAttribute(claim, view.Fact);
        var met = new Met[claim.Units.Count];
        var total = 0.0;
        var carried = 0.0;
        List<string>? lacks = null;
        var placeUnits = claim.Places.Select(p => p.Mention.Id).ToHashSet();
        var isPlaceMissing = false;
        for (var i = 0; i < claim.Units.Count; i++)
        {
            var unit = claim.Units[i];
            met[i] = unit.Entity is { } named ? MeetEntity(claim, named, fact) : MeetWord(claim, unit, fact, shared);
            if (unit.Entity is { } place && placeUnits.Contains(place.Id))
            {
                // Another place is compared as a value below.
                if (IsAt(place, fact, met[i]))
                {
                    carried += unit.Importance;
                    total += unit.Importance;
                }
                else isPlaceMissing = true;
                continue;
            }
            total += unit.Importance;
            carried += unit.Importance * met[i].Share;
            if (unit.IsKey && met[i].Share < 0.5) (lacks ??= []).Add(unit.Term.Stem);
        }
        if (claim.Fact.Stance == Stance.Stated && claim.Fact.Attribution.Speaker is { } speaker && !MaySay(speaker, view.Fact)) (lacks ??= []).Add("speaker");
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

        if (shared is { } s)
        {
            Note(s.Agrees, _attributes[s.Id].Attribute.Value == AttributeValueKind.YesNo ? "yes or no" : "value", s.Given.Span);
        }
        var valueKind = shared is { } a ? _attributes[a.Id].Attribute.Value : (AttributeValueKind?)null;
        if (valueKind != AttributeValueKind.Dates)
            foreach (var date in claim.Fact.Dates)
            {
                var (agrees, where) = DatesOf.Compare(date, claim.Edge, view.Fact);
                Note(agrees, "date", where);
            }
        if (valueKind != AttributeValueKind.Quantity)
            foreach (var amount in claim.Amounts)
            {
                var (agrees, where) = Figures(claim, amount, fact);
                Note(agrees, "figure", where);
            }
        if (isPlaceMissing && valueKind != AttributeValueKind.Place)
        {
            var (agrees, where) = ComparePlaces(claim, fact);
            Note(agrees, "place", where);
        }
        if (valueKind != AttributeValueKind.YesNo && IsContrary(claim, fact, met))
        {
            differs = "polarity";
            differences++;
        }

        // What is missing must not be made up for by a difference elsewhere.
        if (lacks is not null) return none with { Coverage = coverage, Differs = differs, Lacks = lacks };
        if (differences > 1) return none with { Coverage = coverage, Differs = differs };
        if (IsHedged(claim, fact, met) is { } hedge)
            return hedge == NegatorKind.Report && differs is null && coverage >= LeastSaid ? new Comparison(view, Relation.Reports, coverage, null, value, shared?.Id) : none with { Coverage = coverage };
        if (IsSwapped(claim, view, met)) return none with { Coverage = coverage };
        if (differs is not null) return coverage >= LeastDisputed ? new Comparison(view, Relation.SaysOtherwise, coverage, differs, value, shared?.Id) : none with { Coverage = coverage };
        return coverage >= LeastSaid ? new Comparison(view, Relation.Says, coverage, null, value, shared?.Id) : none with { Coverage = coverage };
    }

    /// <summary>Whether the words may be those of <paramref name="speaker"/>: nobody else's, passed on by them, or said of a person with whom the sentence begins.</summary>
    private static bool MaySay(EntityId speaker, Fact fact) =>
        fact.Attribution.Speaker is not { } said || said == speaker || fact.Attribution.Sources.Any(s => s.Id == speaker)
        || fact.Entities.FirstOrDefault(m => m.Kind == EntityKind.Person).Id == speaker;

    private readonly record struct Shared(string Id, AttributeValue Given, bool Agrees);

    /// <summary>The attribute, other than a plain statement, that the claim and the fact both fill for the same entity; an agreeing value before one that doesn't.</summary>
    private Shared? SharedAttribute(ClaimReading claim, Fact fact)
    {
        Shared? found = null;
        foreach (var claimed in claim.Fact.Attributes)
            foreach (var given in fact.Attributes)
            {
                if (given.Attribute != claimed.Attribute || given.Entity != claimed.Entity || _attributes[given.Attribute].Attribute.Value == AttributeValueKind.Statement) continue;
                bool agrees;
                if (claimed.Dates is { } wanted && given.Dates is { } has)
                {
                    if (DatesOf.Compare(wanted, claim.Edge, has) is not { } told) continue;
                    agrees = told;
                }
                else if (claimed.Number is not null && given.Number is { } number)
                {
                    if (!claim.Amounts.Any(c => c.Figure == claimed.Number)) continue;
                    agrees = Sides.Agree(claimed, given) || claim.Amounts.First(c => c.Figure == claimed.Number).Agrees(new Amount(number, number.Value, number.Value));
                }
                else agrees = Sides.Agree(claimed, given);
                if (found is null || agrees && !found.Value.Agrees) found = new Shared(given.Attribute, given, agrees);
            }
        return found;
    }

    private Met MeetEntity(ClaimReading claim, EntityMention named, PreparedFact fact)
    {
        var view = fact.View;
        if (view.Entities.Contains(named.Id)) return new Met(1, FirstToken(view, named.Id), false);
        // A leader speaks and acts for the country or body that they lead.
        foreach (var other in view.Entities)
            if (entity(other)?.Represents == named.Id) return new Met(0.7, FirstToken(view, other), false);
        // A capital for its country; but a country isn't its leader.
        if (entity(named.Id)?.Represents is { } represented && view.Entities.Contains(represented))
            return new Met(named.Kind == EntityKind.Person ? 0.45 : 0.8, FirstToken(view, represented), false);
        foreach (var other in view.Fact.Entities)
            if (IsPartOf(named, other)) return new Met(NamePart, FirstToken(view, other.Id), false);
        // An unlisted name by its last word.
        if (!named.Listed && named.Kind == EntityKind.Person && view.Tokens.FindIndex(t => t.IsCapitalised && named.Id.Value.EndsWith(t.Term, StringComparison.Ordinal)) is >= 0 and var at) return new Met(0.9, at, false);
        // The words themselves, where documents don't name it by them.
        if (named.Kind is EntityKind.Event or EntityKind.Thing && SameWords(claim, named, view)) return new Met(0.9, -1, false);
        // Named in the sentence before or after: meant here by a pronoun, or, if it does nothing itself, by the context.
        var isActor = named.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country;
        return new Met(view.NearEntities.Contains(named.Id) ? isActor && !fact.HasPronoun ? 0.3 : Nearby : 0, -1, false);
    }

    private static bool SameWords(ClaimReading claim, EntityMention named, FactView view)
    {
        var any = false;
        foreach (var token in claim.Tokens)
        {
            if (token.IsStopWord || !named.Span.Contains(token.Span)) continue;
            if (!view.Stems.Contains(token.Stem)) return false;
            any = true;
        }
        return any;
    }

    /// <summary>A name within a longer one ("Bucharest Nine" in "Bucharest Nine meeting"), or a group within the body it belongs to ("NATO countries", "NATO").</summary>
    private bool IsPartOf(EntityMention named, EntityMention other)
    {
        if (entity(named.Id)?.Name is not { } name || entity(other.Id)?.Name is not { } longer) return false;
        if (name.Length > 3 && longer.Length > name.Length && longer.Contains(name, StringComparison.Ordinal)) return named.Kind != EntityKind.Person;
        return named.Kind is EntityKind.Organisation or EntityKind.Thing or EntityKind.Country && longer.Length > 3 && name.Contains(longer, StringComparison.Ordinal);
    }

    private Met MeetWord(ClaimReading claim, ClaimUnit unit, PreparedFact fact, Shared? shared)
    {
        var tokens = fact.View.Tokens;
        var best = new Met(0, -1, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!unit.Shares.TryGetValue(tokens[i].Stem, out var share)) share = 0;
            if (share < 0.7 && SameFamily(tokens[i].Stem, unit.Term.Stem)) share = 0.8;
            if (share > best.Share) best = new Met(share, i, false);
        }
        if (best.Share >= 0.7) return best;
        // Words of one side of a pair of contraries mean nearly the same; those of the other are met too, but turned round.
        foreach (var own in claim.Opposites)
        {
            if (unit.Token < own.Token || unit.Token > own.Last) continue;
            foreach (var other in fact.Opposites)
                if (other.Group == own.Group && (best.Share < SameSide || best.Flipped && other.Left == own.Left))
                    best = new Met(SameSide, other.Token, other.Left != own.Left);
        }
        if (best.Share < 0.7)
            for (var i = 0; i < tokens.Count; i++)
                if (Opposites.ByPrefix(tokens[i].Stem, unit.Term.Stem)) return new Met(0.9, i, true);
        if (best.Share < 0.85 && !best.Flipped && shared is { } s && _attributes[s.Id].Stems.Contains(unit.Term.Stem)) return best with { Share = 0.85 };
        if (best.Share < Nearby && (fact.TitleStems.Contains(unit.Term.Stem) || IsShortened(claim, unit, fact))) return best with { Share = Nearby };
        return best;
    }

    /// <summary>"The service" behind a sentence on "the rescue service": the fact carries the second word of a pair, the sentences beside it the first.</summary>
    private static bool IsShortened(ClaimReading claim, ClaimUnit unit, PreparedFact fact)
    {
        var second = unit.Token + 1;
        return second < claim.Tokens.Count && !claim.Tokens[second].IsStopWord && !claim.Tokens[second].IsNumber
            && fact.View.NearStems.Contains(unit.Term.Stem) && fact.View.Stems.Contains(claim.Tokens[second].Stem);
    }

    /// <summary>Stems that share all but their endings ("integr", "integrat"; "oppos", "opposit").</summary>
    private static bool SameFamily(string a, string b)
    {
        var shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared]) shared++;
        return shared >= 5 && a.Length - shared <= 3 && b.Length - shared <= 3;
    }

    private static int FirstToken(FactView view, EntityId id)
    {
        foreach (var mention in view.Fact.Entities)
            if (mention.Id == id) return view.Tokens.FindIndex(t => t.Span.Overlaps(mention.Span));
        return -1;
    }

    /// <summary>Whether the fact gives the place, or, where it gives none, names it other than in somebody's office ("President of Latvia").</summary>
    private static bool IsAt(EntityMention place, PreparedFact fact, Met met)
    {
        if (fact.Places.Any(given => given.Mention.Id == place.Id)) return true;
        if (met.Share < 0.9) return false;
        var mentions = fact.View.Fact.Entities;
        foreach (var mention in mentions)
            if (mention.Id == place.Id && (fact.Places.Count == 0 && !fact.View.Fact.Roles.Any(r => r.Span.Contains(mention.Span)) || mentions.Any(m => m.Kind == EntityKind.Event && m.Span.Contains(mention.Span))))
                return true;
        return false;
    }

    private static (bool? Agrees, TextSpan? Where) Figures(ClaimReading claim, Amount claimed, PreparedFact fact)
    {
        TextSpan? otherwise = null;
        foreach (var given in fact.Amounts)
        {
            if (!Comparable(claim, claimed.Figure, given.Figure)) continue;
            if (claimed.Agrees(given)) return (true, given.Figure.Span);
            if (claimed.Excludes(given)) otherwise = given.Figure.Span;
        }
        if (otherwise is not null) return (false, otherwise);
        if (claimed.Figure.Unit == "day")
            foreach (var date in fact.View.Fact.Dates)
                if (date.Precision == DatePrecision.Days) return (date.Value.To.DayNumber - date.Value.From.DayNumber + 1 == (int)claimed.Figure.Value, date.Span);
        return (null, null);
    }

    /// <summary>Whether two figures count the same thing.</summary>
    private static bool Comparable(ClaimReading claim, Quantity a, Quantity b)
    {
        if (a.Of is { } of && b.Of is { } otherOf && of != otherOf) return false;
        if (a.Unit == b.Unit) return true;
        foreach (var term in claim.Question.Terms)
            if (term.Stem == a.Unit)
                foreach (var alternative in term.Alternatives)
                    if (alternative.Stem == b.Unit) return true;
        return false;
    }

    private (bool? Agrees, TextSpan? Where) ComparePlaces(ClaimReading claim, PreparedFact fact)
    {
        bool? result = null;
        TextSpan? where = null;
        foreach (var claimed in claim.Places)
        {
            if (fact.Places.Any(g => g.Mention.Id == claimed.Mention.Id)) continue;
            foreach (var given in fact.Places)
            {
                if (claim.Places.Any(p => p.Mention.Id == given.Mention.Id)) continue;
                var agrees = places.Agrees(claimed.Mention, given.Mention);
                if (agrees is true) return (true, given.Mention.Span);
                if (agrees is false)
                {
                    result = false;
                    where ??= given.Mention.Span;
                }
            }
        }
        return (result, where);
    }

    /// <summary>Whether the fact says the contrary: an odd number of words that turn round what both speak of, or of contraries.</summary>
    private static bool IsContrary(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        var turns = 0;
        foreach (var negator in claim.Negators)
        {
            if (negator.Kind is not (NegatorKind.Word or NegatorKind.Verb)) continue;
            if (negator.Kind == NegatorKind.Verb && UnitAt(claim, met, negator.Token)) continue;
            for (var i = 0; i < claim.Units.Count; i++)
                if (negator.Governs(claim.Units[i].Token))
                {
                    turns++;
                    break;
                }
        }
        foreach (var negator in fact.Negators)
        {
            if (negator.Kind is not (NegatorKind.Word or NegatorKind.Verb) || negator.Kind == NegatorKind.Verb && Array.Exists(met, m => m.Token == negator.Token && m.Share >= 0.7)) continue;
            var words = 0;
            var names = 0;
            for (var i = 0; i < met.Length; i++)
            {
                if (met[i].Token < 0 || met[i].Share < 0.5 || !negator.Governs(met[i].Token)) continue;
                if (claim.Units[i].Entity is null) words++;
                else names++;
            }
            if (words > 0 || names > 1 || names == 1 && fact.View.Tokens[negator.Token].Term == "without") turns++;
        }
        turns += met.Where(m => m.Flipped).Select(m => m.Token).Distinct().Count();
        // Contraries among function words ("more", "less") carry no unit of their own.
        foreach (var own in claim.Opposites)
        {
            if (!claim.Tokens[own.Token].IsStopWord && UnitAt(claim, own.Token) || IsComparator(claim.Tokens, own.Token)) continue;
            var same = false;
            var other = false;
            foreach (var given in fact.Opposites)
            {
                if (given.Group != own.Group || IsComparator(fact.View.Tokens, given.Token)) continue;
                if (given.Left == own.Left) same = true;
                else other = true;
            }
            if (other && !same)
            {
                turns++;
                break;
            }
        }
        return turns % 2 == 1;
    }

    private static bool IsComparator(IReadOnlyList<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Term == "than" || i + 1 < tokens.Count && tokens[i + 1].IsNumber;

    private static bool UnitAt(ClaimReading claim, int token)
    {
        foreach (var unit in claim.Units)
            if (unit.Token == token) return true;
        return false;
    }

    private static bool UnitAt(ClaimReading claim, Met[] met, int token)
    {
        for (var i = 0; i < met.Length; i++)
            if (claim.Units[i].Token == token && met[i].Share >= 0.7 && !met[i].Flipped) return true;
        return false;
    }

    /// <summary>The kind of hedge that the fact puts on what it shares with the claim, where the claim itself has none.</summary>
    private static NegatorKind? IsHedged(ClaimReading claim, PreparedFact fact, Met[] met)
    {
        foreach (var own in claim.Negators)
            if (own.Kind is NegatorKind.Hedge or NegatorKind.Report) return null;
        foreach (var hedge in fact.Negators)
        {
            if (hedge.Kind is NegatorKind.Word or NegatorKind.Verb || hedge.Kind == NegatorKind.Attitude && Array.Exists(met, m => m.Token == hedge.Token && m.Share >= 0.7)) continue;
            for (var i = 0; i < met.Length; i++)
                if (claim.Units[i].Entity is null && met[i].Token >= 0 && met[i].Share >= 0.7 && hedge.Governs(met[i].Token)) return hedge.Kind;
        }
        return null;
    }

    /// <summary>Whether doer and object change places: "A invited B" against "B invited A". A passive ("was invited by") is read the right way round.</summary>
    private static bool IsSwapped(ClaimReading claim, FactView view, Met[] met)
    {
        for (var v = 0; v < met.Length; v++)
        {
            if (claim.Units[v].Entity is not null || met[v].Token < 0 || met[v].Share < 0.7) continue;
            int before = -1, after = -1;
            for (var i = 0; i < met.Length; i++)
            {
                if (claim.Units[i].Entity is not { Kind: EntityKind.Person or EntityKind.Country or EntityKind.Organisation } || met[i].Token < 0 || met[i].Share < 0.7) continue;
                if (claim.Units[i].Token < claim.Units[v].Token) before = i;
                else if (after < 0) after = i;
            }
            if (before < 0 || after < 0 || Mutual.Contains(claim.Units[v].Term.Stem)) continue;
            var claimPassive = IsPassive(claim.Tokens, claim.Units[v].Token);
            var factPassive = IsPassive(view.Tokens, met[v].Token);
            var swapped = met[after].Token < met[v].Token && met[v].Token < met[before].Token;
            if (swapped != (claimPassive != factPassive) && (swapped || met[before].Token < met[v].Token && met[v].Token < met[after].Token)) return true;
        }
        return false;
    }

    private static readonly HashSet<string> Mutual = [.. "meet meeting talk agree discuss speak confer negotiate fight marry cooperate differ disagree summit join together alongside with between".Split(' ').Select(EnglishStemmer.Stem)];

    /// <summary>A form of "be" shortly before and "by" shortly behind.</summary>
    private static bool IsPassive(IReadOnlyList<Token> tokens, int verb)
    {
        var be = false;
        for (var i = Math.Max(0, verb - 3); i < verb; i++) be |= tokens[i].Term is "is" or "are" or "was" or "were" or "be" or "been" or "being";
        var by = false;
        for (var i = verb + 1; i < tokens.Count && i < verb + 8; i++) by |= tokens[i].Term == "by";
        return be && by;
    }
}
