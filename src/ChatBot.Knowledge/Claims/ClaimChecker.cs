using System.Collections.Concurrent;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Claims;

/// <summary>Holds the claims of a message against the facts. Safe to share between threads: all it changes is a store of prepared facts.</summary>
internal sealed class ClaimChecker
{
    /// <summary>So many of the facts that rank first for the claim are compared with it.</summary>
    private const int MostCompared = 120;

    /// <summary>A fact that says otherwise but carries so much less of the claim than one that says so is about something else.</summary>
    private const double Beside = 0.12;

    /// <summary>An opinion is supported only by a fact that carries this much of it.</summary>
    private const double LeastOfOpinion = 0.95;

    /// <summary>A fact that carries this much of the claim, and says that the claim's value was replaced, says otherwise.</summary>
    private const double LeastOfReplacement = FactComparer.LeastCompared;

    private const int MostStatements = 2;

    /// <summary>A denial stands at most so many sentences behind the report.</summary>
    private const int DenialReach = 4;

    private readonly ConcurrentDictionary<FactId, PreparedFact> _prepared = new();
    private readonly ClaimReader _reader;
    private readonly NamedBefore _named;
    private readonly FactComparer _comparer;
    private readonly Editions _editions;
    private readonly Func<Question, List<RankedFact>> _rank;
    private readonly Func<EntityId, Entity?> _entity;
    private readonly Dictionary<string, TopicAttribute> _attributes;
    private readonly Dictionary<FactId, FactView> _bareDenials;

    /// <param name="topic">The topic.</param>
    /// <param name="entities">Its names and those of the documents.</param>
    /// <param name="reader">Reads words, names and dates.</param>
    /// <param name="views">All facts.</param>
    /// <param name="rank">Ranks facts for what a claim is about.</param>
    public ClaimChecker(Topic topic, EntityFinder entities, QuestionReader reader, IReadOnlyCollection<FactView> views, Func<Question, List<RankedFact>> rank)
    {
        _reader = new ClaimReader(topic, entities, reader, views);
        _named = new NamedBefore(entities);
        _entity = entities.Get;
        _comparer = new FactComparer(topic, entities.Get, new PlacesGiven(views));
        _editions = new Editions(topic);
        _rank = rank;
        _bareDenials = views.Where(view => BareDenial.Is(view.Fact, view.Tokens) && !BareDenial.IsOfRequest(view)).ToDictionary(view => view.Fact.Id);
        _attributes = topic.Attributes.ToDictionary(a => a.Id, StringComparer.Ordinal);
    }

    /// <summary>A verdict for each claim of <paramref name="message"/>, in order.</summary>
    public IReadOnlyList<CheckedClaim> Check(string message) => [.. _named.Carry(ClaimSplitter.Split(message)).SelectMany(CheckWithReason).Take(KnowledgeBase.MostClaims)];

    /// <summary>A claim with a reason that no document covers as a whole is followed by those of its two halves that one does: whether the one is so because of the other stays open.</summary>
    private IEnumerable<CheckedClaim> CheckWithReason(Claim claim)
    {
        var whole = Check(claim);
        if (whole.Verdict != Verdict.NotFound || claim.Kind != ClaimKind.Assertion || ClaimSplitter.AtReason(claim.ReadAs) is not var (main, reason)) return [whole];
        return [whole, .. new[] { main, reason }.Select(part => Check(new Claim(part, part, ClaimKind.Assertion))).Where(part => part.Verdict != Verdict.NotFound)];
    }

    /// <summary>How the facts that come nearest stand to a sentence taken as one claim, those that carry most of it first.</summary>
    public IReadOnlyList<Comparison> Compare(string sentence)
    {
        var reading = _reader.Read(sentence);
        var ranked = _rank(reading.Question with { Expects = AnswerType.Any, Focus = null, Speaker = null, Credited = null });
        return [.. ranked.Take(MostCompared).Select(r => _comparer.Compare(reading, Prepared(r.View))).OrderByDescending(c => c.Coverage)];
    }

    private CheckedClaim Check(Claim claim)
    {
        if (claim.Kind == ClaimKind.Question) return Nothing(claim);
        var denied = Denial.Affirmed(claim.ReadAs);
        if (denied is not null && Check(claim with { ReadAs = denied }) is { Verdict: not Verdict.NotFound } affirmed) return TheOtherWayRound(claim, affirmed);
        var reading = _reader.Read(claim.ReadAs);
        // "They met on Monday": nobody can tell who.
        if (reading.Tokens is [{ Term: "he" or "she" or "they" }, ..] && !reading.Fact.Entities.Any(m => m.Kind == EntityKind.Person) && !reading.Units.Any(u => u.Entity is null && u.Importance >= ClaimReader.KeyWord)) return Nothing(claim);
        // "Ok", a single letter: nothing is said of anything.
        if (!reading.Units.Any(unit => unit.Token >= 0) && reading.Fact.Dates.Count == 0 && reading.Fact.Times.Count == 0 && reading.Amounts.Count == 0) return Nothing(claim);
        if (SaysNothingOfAnything(reading)) return Nothing(claim);
        var ranked = _rank(reading.Question with { Expects = AnswerType.Any, Focus = null, Speaker = null, Credited = null });
        // What nobody wrote is no claim that it is so: only a sentence that says so much speaks for it.
        if (reading.Negators.Any(IsLeftOpen)) ranked = [.. ranked.Where(r => Prepared(r.View).Negators.Any(IsLeftOpen))];
        // What is said of another year's event neither supports nor contradicts a claim that gives no time, or one of this event's.
        if (reading.Fact.Dates.Count == 0 || !_editions.IsOutside(reading.Fact.Dates)) ranked = [.. ranked.Where(r => !_editions.IsAnother(r.View.Fact))];
        var compared = OfficeClaim.Read(reading) is { } office ? Offices(office, ranked) : [.. ranked.Take(MostCompared).Select(r => _comparer.Compare(reading, Prepared(r.View)))];
        if (MarginClaim.Read(reading) is { } margin && Margins(margin, ranked) is { Count: > 0 } told) compared = told;
        var judgement = claim.Kind == ClaimKind.Opinion ? Judgement.In(reading) : null;
        if (judgement is not null) compared.RemoveAll(c => !judgement.IsToldBy(reading, Prepared(c.View)));
        var result = Decide(reading, compared, ranked);
        // An opinion is nobody's fact, unless a document says the very same; a judgement a document may also turn round.
        var isOwn = claim.Kind == ClaimKind.Opinion && judgement is null && (result.Verdict != Verdict.Supported || result.For[0].Coverage < LeastOfOpinion);
        var isUnsaid = result.Verdict == Verdict.Supported && denied is not null && !Denies(result.For[0].View);
        var verdict = isOwn || isUnsaid ? Verdict.NotFound : result.Verdict;
        if (verdict == Verdict.NotFound)
            return Nothing(claim) with { Reasons = [.. compared.OrderByDescending(c => c.Coverage).Take(3).Select(c => c.Describe())] };
        var says = Statements(reading, result.For);
        var otherwise = Statements(reading, result.Against);
        return new CheckedClaim(
            claim, verdict, says, otherwise, result.For.Concat(result.Against).Max(c => c.Coverage), [.. result.For.Concat(result.Against).Take(6).Select(c => c.Describe())])
        {
            IsOnlyDenied = result.For.Count > 0 && result.For.TrueForAll(c => c.Differs == "denial"),
        };
    }

    /// <summary>Whether a sentence denies or ends anything: one that doesn't can't say that something is not so.</summary>
    private bool Denies(FactView view) => view.DeniedOffices.Count > 0 || Prepared(view).Negators.Any(negator => negator.Kind is NegatorKind.Word or NegatorKind.Verb);

    private static bool IsLeftOpen(Negator negator) => negator is { IsOfClause: true, Kind: NegatorKind.Hedge };

    /// <summary>"Hello everyone": of all or nobody, and of nothing else.</summary>
    private static bool SaysNothingOfAnything(ClaimReading claim)
    {
        if (claim.Fact.Dates.Count > 0 || claim.Amounts.Count > 0) return false;
        return claim.Units.All(unit => unit.Token < 0 || unit.Entity is null
            && (Quantifiers.Among([claim.Tokens[unit.Token]]) is { All: true } or { Any: true } || claim.Opposites.Any(own => own.Token == unit.Token && own.Last == unit.Token)));
    }

    private static CheckedClaim TheOtherWayRound(Claim claim, CheckedClaim denied) => denied with
    {
        Claim = claim,
        Verdict = denied.Verdict switch { Verdict.Supported => Verdict.Contradicted, Verdict.Contradicted => Verdict.Supported, var same => same },
        For = denied.Against,
        Against = denied.For,
        IsOnlyDenied = false,
    };

    private static CheckedClaim Nothing(Claim claim) => new(claim, Verdict.NotFound, [], [], 0, []);

    private List<Comparison> Offices(OfficeClaim office, List<RankedFact> ranked)
    {
        var compared = new List<Comparison>();
        foreach (var fact in ranked)
        {
            var (agrees, where) = office.Compare(fact.View, _entity);
            if (agrees is { } told) compared.Add(new Comparison(fact.View, told ? Relation.Says : Relation.SaysOtherwise, 1, told ? null : "office", where, null));
        }
        if (compared.Count == 0) compared.AddRange(office.HeldByAnother([.. ranked.Select(fact => fact.View)]).Select(held => new Comparison(held.View, Relation.SaysOtherwise, 1, "office", held.Where, null)));
        // A person may hold several offices; one document that gives this one is enough, unless another says that they don't hold it.
        return compared.Exists(c => c.Relation == Relation.Says) ? [.. compared.Where(c => c.Relation == Relation.Says || c.View.DeniedOffices.Count > 0)] : compared;
    }

    private List<Comparison> Margins(MarginClaim margin, List<RankedFact> ranked)
    {
        var compared = new List<Comparison>();
        foreach (var fact in ranked)
            if (margin.Compare(fact.View, id => _entity(id) is { Kind: EntityKind.Person }) is ({ } agrees, var where)) compared.Add(new Comparison(fact.View, agrees ? Relation.Says : Relation.SaysOtherwise, 1, agrees ? null : "figure", where, null));
        return compared;
    }

    private readonly record struct Decision(Verdict Verdict, List<Comparison> For, List<Comparison> Against);

    private Decision Decide(ClaimReading claim, List<Comparison> compared, List<RankedFact> ranked)
    {
        // Where facts fill the attribute that the claim fills, those that don't are about something else.
        if (compared.Exists(c => c.Attribute is { } a && c.Relation is Relation.Says or Relation.SaysOtherwise && _attributes[a].Value != AttributeValueKind.YesNo))
            compared = [.. compared.Where(c => c.Attribute is not null || c.View.Fact.Replaced.Count > 0)];
        // What was planned may have come otherwise.
        var says = compared.Where(c => c.Relation == Relation.Says && !Plans.AreAllThat(c.View.Tokens, claim.Tokens)).OrderByDescending(c => c.Coverage).ToList();
        var reports = compared.Where(c => c.Relation == Relation.Reports).OrderByDescending(c => c.Coverage).ToList();
        var otherwise = compared.Where(c => c.Relation == Relation.SaysOtherwise).OrderByDescending(c => c.Coverage).ToList();
        // A fact that carries much more of the claim is about it, one that carries less about something like it.
        if (says.Count > 0 && otherwise.Count > 0 && otherwise[0].Differs == "polarity" && says[0].Coverage < otherwise[0].Coverage - Beside) says.Clear();
        // What a later document says was replaced is not said any more, unless that is what the claim tells of, and is not against what replaced it.
        var isOfFormer = claim.Question.IsOfFormer || claim.Fact.Replaced.Count > 0;
        var replacing = isOfFormer ? [] : compared.FindAll(later => later.Coverage >= LeastOfReplacement && says.Exists(c => IsReplacedBy(c, later)));
        if (says.Count > 0) otherwise.RemoveAll(c => compared.Exists(later => later.Coverage >= LeastOfReplacement && IsReplacedBy(c, later)));
        otherwise = [.. otherwise.UnionBy(replacing.Select(c => c with { Relation = Relation.SaysOtherwise }), c => c.View)];
        // "Entry costs 75 euros" where it cost 60 and "was raised from 60 to 75".
        if (says.Count == 0 && !isOfFormer && compared.FindAll(later => later.Coverage >= LeastOfReplacement && later.Differs is null && !later.Lacks.Any(ValuesCompared.Contains) && otherwise.Exists(c => IsReplacedBy(c, later))) is { Count: > 0 } now)
        {
            says = [.. now.Select(c => c with { Relation = Relation.Says })];
            otherwise.RemoveAll(c => now.Exists(later => IsReplacedBy(c, later)));
        }
        says.RemoveAll(c => replacing.Exists(later => IsReplacedBy(c, later)));
        says.RemoveAll(c => otherwise.Exists(later => later.Differs == "polarity" && later.Coverage >= c.Coverage - Beside && IsOvertaken(c, later)));
        if (says.Count > 0)
        {
            var against = otherwise.Where(c => c.Coverage >= says[0].Coverage - (c.Differs == "date" ? 2 * Beside : Beside) && Competes(says, c)).ToList();
            against.RemoveAll(c => says.Exists(later => IsOvertaken(c, later)));
            if (against.Count == 0) against = OtherDates(claim, says, ranked);
            if (against.Count == 0 && !claim.Negators.Any(n => n.Kind == NegatorKind.Word)) against = Denials(claim, says, ranked);
            if (against.Count == 0) against = DenialsRightBehind(says.FindAll(c => c.Coverage >= says[0].Coverage));
            return against.Count > 0 ? new Decision(Verdict.Disputed, says, against) : new Decision(Verdict.Supported, says, []);
        }
        // "If the report is right, she would be away" leaves nothing open where another sentence plainly tells that she came.
        if (otherwise.Exists(c => IsPlain(c.View))) reports.RemoveAll(c => DependsOnReport(c.View));
        if (reports.Count > 0) return new Decision(Verdict.Disputed, reports, otherwise);
        if (otherwise.Count == 0 || IsOneOfSeveral(otherwise)) return new Decision(Verdict.NotFound, [], []);
        if (IsOnlyMoreThanTold(compared, otherwise)) return new Decision(Verdict.NotFound, [], []);
        if (DenialsRightBehind(otherwise) is { Count: > 0 } denials) return new Decision(Verdict.Disputed, denials, otherwise);
        var isAboutDenial = claim.Negators.Any(n => n is { Kind: NegatorKind.Verb, IsUndoing: false });
        return new Decision(!isAboutDenial && otherwise.TrueForAll(c => DeniesReport(c.View) && c.View.Fact.Attribution.Speaker != claim.Fact.Attribution.Speaker) ? Verdict.Disputed : Verdict.Contradicted, [], otherwise);
    }

    private static readonly string[] ValuesCompared = ["value", "date", "time", "figure"];

    /// <summary>What was still to come when it was written ("about 220 are expected", "it will be held") is not against what a later document says has come; other days and places are.</summary>
    private static bool IsOvertaken(Comparison earlier, Comparison later) =>
        earlier.Differs is "figure" or "polarity" or null && earlier.View.Document.Source.Published < later.View.Document.Source.Published && IsToCome(earlier.View) && !IsToCome(later.View);

    private static bool IsToCome(FactView view) => view.Fact.Stance == Stance.Expected || view.Tokens.Exists(token => SaidOn.IsAhead(token) || token.Stem == "expect");

    private static bool IsReplacedBy(Comparison earlier, Comparison later) =>
        earlier.Value is { } value && later.View.Document.Id != earlier.View.Document.Id && later.View.Fact.Replaces(value, earlier.View.Fact) && !(earlier.View.Document.Source.Published > later.View.Document.Source.Published);

    /// <summary>Whether a sentence says no more than what follows if a report is right.</summary>
    private bool DependsOnReport(FactView view) => Prepared(view).Negators.Any(negator => negator.Kind == NegatorKind.Report && view.Tokens[negator.Token].Term == "if");

    private static bool IsPlain(FactView view) => view.Fact.Stance is Stance.Stated or Stance.Announced or Stance.Confirmed;

    /// <summary>Whether somebody denies a report in this sentence: then there is one, and it is not settled who is right.</summary>
    private static bool DeniesReport(FactView view) => view.Fact.Stance == Stance.Denied && view.Tokens.Exists(t => Negation.IsReport(t));

    /// <summary>Where all that says so is a report, the denial in the sentences behind: of a report, or of what the claim itself says.</summary>
    private List<Comparison> Denials(ClaimReading claim, List<Comparison> says, List<RankedFact> ranked)
    {
        if (!says.TrueForAll(c => c.View.Fact.Stance == Stance.Reported)) return [];
        return
        [
            .. ranked.Where(r => IsDenial(r.View) && says.Exists(c => c.View.Document.Id == r.View.Document.Id && r.View.Entities.Overlaps(c.View.Entities) && r.View.Fact.Id.Number - c.View.Fact.Id.Number is > 0 and <= DenialReach) && (r.View.Tokens.Exists(t => Negation.IsReport(t)) || Shares(claim, r.View)))
                .Select(r => new Comparison(r.View, Relation.SaysOtherwise, says[0].Coverage, "denial", null, null)),
        ];
    }

    /// <summary>The sentences that say of nothing but the one before them that it isn't so ("The mayor denied that"), where each of these is followed by one.</summary>
    private List<Comparison> DenialsRightBehind(List<Comparison> told)
    {
        var denials = new List<Comparison>();
        foreach (var one in told)
        {
            if (TellsMoreBehind(one) || !_bareDenials.TryGetValue(new FactId(one.View.Fact.Id.Document, one.View.Fact.Id.Number + 1), out var denial)) return [];
            denials.Add(new Comparison(denial, Relation.SaysOtherwise, one.Coverage, "denial", null, null));
        }
        return denials;
    }

    /// <summary>"The carts carried 400 guests and cost €52,000. Loft denied that": what is denied is what was said last.</summary>
    private static bool TellsMoreBehind(Comparison told) =>
        told.Value is { } value && told.View.Fact.Quantities.Any(figure => figure.Span.Start >= value.End && !told.View.Fact.Replaced.Contains(figure.Span));

    /// <summary>"Only the mayor came": where sentences say that the mayor came, and only the "only" is told by none, those that say of him alone that he didn't aren't against the claim as a whole.</summary>
    private static bool IsOnlyMoreThanTold(List<Comparison> compared, List<Comparison> otherwise) =>
        otherwise.TrueForAll(c => c.Differs is "polarity" or "yes or no") && compared.Exists(c => c is { Relation: Relation.None, Differs: null, Lacks: ["quantifier" or "rank" or "sequence"] } && c.Coverage >= otherwise[0].Coverage - Beside);

    /// <summary>Said to be one, or an answer that begins with "No".</summary>
    private static bool IsDenial(FactView view) =>
        view.Fact.Stance == Stance.Denied || view.Tokens.Exists(t => t.Term == "no" && t.Span.Start > 0 && view.Document.Text[t.Span.Start - 1] is '"' or '“' && t.Span.End < view.Document.Text.Length && view.Document.Text[t.Span.End] is ',' or '.');

    /// <summary>Whether the fact has a word of what the claim says, be it its contrary.</summary>
    private bool Shares(ClaimReading claim, FactView view)
    {
        var fact = Prepared(view);
        return claim.Opposites.Any(own => fact.Opposites.Any(given => given.Group == own.Group))
            || claim.Units.Any(unit => unit.Entity is null && unit.IsKey && UnitMeeting.MeetWord(claim, unit, fact, cues: null) is { Share: >= 0.7, Token: >= 0 });
    }

    private PreparedFact Prepared(FactView view) => _prepared.GetOrAdd(view.Fact.Id, static (_, v) => new PreparedFact(v), view);

    /// <summary>
    /// Facts that give, for the attribute whose date a supporting fact rests on, one that the claim can't be true of: the sources disagree, whatever words the
    /// claim has for it. A fact that only sets something before or behind its date, as the claim does ("earlier than 2032"), rests on none.
    /// </summary>
    private List<Comparison> OtherDates(ClaimReading claim, List<Comparison> says, List<RankedFact> ranked)
    {
        foreach (var fact in says)
        {
            if (fact.Value is not { } where || fact.View.Fact.Dates.Where(d => d.Span == where).Select(d => (DateRange?)d.Value).FirstOrDefault() is not { } date || Denies(claim, date)) continue;
            var same = ranked.SelectMany(r => r.View.Fact.Attributes).FirstOrDefault(v => v.Dates == date && (v.Entity is not { } e || fact.View.Entities.Contains(e)));
            if (same is null) continue;
            var others = new List<Comparison>();
            foreach (var other in ranked)
                foreach (var value in other.View.Fact.Attributes)
                    if (value.Attribute == same.Attribute && value.Entity == same.Entity && value.Dates is { } range && Denies(claim, range))
                        others.Add(new Comparison(other.View, Relation.SaysOtherwise, fact.Coverage, "date", value.Span, value.Attribute));
            if (others.Count > 0) return others;
        }
        return [];
    }

    private static bool Denies(ClaimReading claim, DateRange range)
    {
        foreach (var date in claim.Fact.Dates)
            if (DatesOf.Compare(date.Value, claim.Edge, range) is false) return true;
        foreach (var amount in claim.Amounts)
            if (amount.Figure.Unit == "day" && range.To > range.From && range.To.DayNumber - range.From.DayNumber + 1 != (int)amount.Figure.Value) return true;
        return false;
    }

    /// <summary>
    /// Whether a fact that says otherwise is about the same as those that say so. For an attribute of the topic it is; a contrary is. Another date, place or
    /// figure may belong to another occasion: then one document would give both, or the days would lie apart.
    /// </summary>
    private bool Competes(List<Comparison> says, Comparison otherwise)
    {
        if (otherwise.Attribute is { } attribute) return says.Exists(s => s.Attribute == attribute) || _attributes[attribute].Value == AttributeValueKind.YesNo;
        if (otherwise.Differs == "polarity") return true;
        if (says.Exists(s => s.View.Document.Id == otherwise.View.Document.Id)) return false;
        var days = says.SelectMany(s => Days(s.View.Fact)).ToList();
        var others = Days(otherwise.View.Fact).ToList();
        return otherwise.Differs == "date"
            ? days.Exists(d => others.Exists(o => o.Overlaps(d) || Math.Abs(o.From.DayNumber - d.From.DayNumber) <= 14))
            : days.Count == 0 || others.Count == 0 || days.Exists(d => others.Exists(o => o.Overlaps(d)));
    }

    private static IEnumerable<DateRange> Days(Fact fact) => fact.Dates.Where(d => d.Precision is DatePrecision.Day or DatePrecision.Days).Select(d => d.Value).Concat(fact.When is { } when ? [when] : []);

    /// <summary>Whether one document gives several values where the claim gives another: it happened more than once, and may have happened so as well.</summary>
    private static bool IsOneOfSeveral(List<Comparison> otherwise)
    {
        if (otherwise.Exists(c => c.Attribute is not null || c.Differs is "polarity" or "office")) return false;
        foreach (var document in otherwise.GroupBy(c => c.View.Document.Id))
        {
            var values = document.Where(c => c.Value is not null).Select(c => c.Value!.Value.Of(c.View.Document.Text)).Distinct(StringComparer.Ordinal).Count();
            if (values > 2) return true;
        }
        return false;
    }

    /// <summary>The facts that carry about as much of the claim as the best; where that fills an attribute, those that fill it too.</summary>
    private static IEnumerable<Comparison> Best(ClaimReading claim, List<Comparison> compared)
    {
        if (compared.Count == 0) return [];
        var near = compared.FindAll(c => c.Coverage >= compared[0].Coverage - Beside);
        if (near.Exists(c => c.Attribute is not null)) near.RemoveAll(c => c.Attribute is null);
        // Of sentences that decide alike, one that begins with whom the claim begins with is about it.
        var best = near.Find(c => c.View.Fact.Locator.Kind != ParagraphKind.Title && IsOfSubject(claim, c.View)) ?? near[0];
        return compared.Where(c => c.Coverage >= best.Coverage - Beside && (best.Attribute is null || c.Attribute == best.Attribute)).OrderByDescending(c => c == best);
    }

    private static bool IsOfSubject(ClaimReading claim, FactView view) =>
        claim.Units.Where(unit => unit is { Entity.Span.Length: > 0, Token: >= 0 }).MinBy(unit => unit.Token) is { Entity: { } subject }
        && view.Fact.Entities.Where(mention => mention.Span.Length > 0).OrderBy(mention => mention.Span.Start).FirstOrDefault() is { Span.Length: > 0 } first && first.Id == subject.Id
        && view.Tokens.TrueForAll(token => token.Span.Start >= first.Span.Start || token.Term is "the" or "a" or "an");

    private static List<Statement> Statements(ClaimReading claim, List<Comparison> compared) =>
    [
        .. Best(claim, compared).DistinctBy(c => c.View.Document.Id).Take(MostStatements).Select(c =>
        {
            var value = c.Value is { Length: > 0 } v && c.View.Fact.Span.Contains(v) ? c.Value : null;
            var excerpt = Excerpts.Of(claim.Question, c.View, value);
            return Statement.From(c.View.Document, c.View.Fact, value, excerpt);
        }),
    ];
}
