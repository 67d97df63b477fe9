using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Updates;

/// <summary>
/// Tells what a document adds to what is known. Pure and deterministic. Safe to share between threads.
/// </summary>
/// <remarks>
/// Decisions. A known document of the same id is its last version: what the new one repeats of it is no news, what it no longer says is withdrawn.
/// A value that changes back is news again, by a document written later than those that differ (of one day: that comes in later); one that arrives late, with a value that was known, is
/// none. A document dated in the future counts as written on the day it gives: its date is shown, not trusted to order anything but itself.
/// </remarks>
public sealed class UpdateReader
{
    /// <summary>A known fact that carries so much of a sentence says it in other words, unless the sentence has a date, figure or name that none of them has.</summary>
    private const double SaysTheSame = 0.62;

    /// <summary>A few statements of what is taken back tell as much as all.</summary>
    private const int MostReported = 3;

    /// <summary>What a known fact that carries the words of a sentence may not be without: who does it, when and where, or the contrary.</summary>
    private static readonly string[] LeftOut = ["polarity", "date", "time", "place", "figure", "value", "doer"];

    private readonly KnowledgeBase _known;
    private readonly Dictionary<DocumentId, Sketch> _sketches;
    private readonly AttributeComparison _attributes;
    private readonly Dictionary<EntityId, EntityKind> _entities;
    private readonly KnownDetails _details;
    private readonly Retelling _retelling;
    private readonly Editions _editions;
    private readonly OtherFigures _figures;
    private readonly OfficesHeld _offices;
    private readonly OnTopic _onTopic;

    /// <summary>Prepares the comparison of documents with <paramref name="known"/>.</summary>
    public UpdateReader(KnowledgeBase known)
    {
        _known = known;
        _sketches = known.Documents.ToDictionary(document => document.Document.Id, document => Sketch.Of(document.Document.Text));
        _attributes = new AttributeComparison(known.Topic, new KnownValues(known.Documents));
        _retelling = new Retelling(known.Topic);
        _details = new KnownDetails(known.Documents);
        _onTopic = new OnTopic(known.Topic, _details);
        _editions = new Editions(known.Topic);
        _figures = new OtherFigures(known.Documents);
        _offices = new OfficesHeld(known.Documents);
        _entities = known.Topic.Entities.ToDictionary(entity => entity.Id, entity => entity.Kind);
    }

    /// <summary>What <paramref name="document"/> adds.</summary>
    public DocumentUpdate Read(DocumentFacts document)
    {
        var told = OnTopic.Told(document);
        var sketch = Sketch.Of(document.Document.Text);
        var alsoIn = _sketches.Where(known => known.Key != document.Document.Id).Select(known => (known.Key, Likeness: sketch.Likeness(known.Value))).Where(known => known.Likeness >= Sketch.NearlySame)
            .OrderByDescending(known => known.Likeness).ThenBy(known => known.Key.Value, StringComparer.Ordinal).Select(known => known.Key).ToList();
        var changes = new List<AttributeChange>();
        var corrections = new CorrectionNotes(document, _known.Topic);
        var last = _known.Documents.FirstOrDefault(known => known.Document.Id == document.Document.Id);
        var version = new LastVersion(last, last is null ? [] : OnTopic.Told(last), document);
        var places = new PlacesWithin([.. _known.Documents, document]);
        var facts = told.Select(fact => Edited(Read(fact, document, corrections.SpeakOf(fact), changes, version, places), version)).Select(news => news with { IsLate = IsLate(news.Fact, document, news.Against) }).ToList();
        if (last is not null) changes.AddRange(TakenBack(last, document, changes, version));
        var topics = TopicsOf(document, facts);
        // Nearly the same text with another figure, name or verb is another text.
        if (facts.Exists(fact => fact.Kind != NewsKind.Restated)) alsoIn.Clear();
        return new DocumentUpdate(document, facts, changes, topics, alsoIn, version.Withdrawn);
    }

    private FactNews Read(Fact fact, DocumentFacts document, bool corrects, List<AttributeChange> changes, LastVersion version, PlacesWithin places)
    {
        // What its last version said in these very words is no news, whatever others have said since or say no more.
        if (version.Keeps(fact)) return new FactNews(fact, NewsKind.Restated, []);
        if (Judged(fact, document) is { } judged) return new FactNews(fact, NewsKind.Corrected, [judged]);
        if (Retracted(fact) is { } retracted) return retracted;
        if (fact.AnotherEvent is not null && !_details.HasSaid(fact) || _editions.IsAnother(fact) || fact.Attributes.Any(value => _attributes.IsAnotherOccasion(value, fact))) return new FactNews(fact, NewsKind.New, []) { IsAnotherOccasion = true };
        // What comes in now comes after all that is known.
        var written = document.WrittenAt(fact, DateTimeOffset.MaxValue);
        (NewsKind Kind, IReadOnlyList<Statement> Known)? decided = null;
        foreach (var value in fact.SpokenOf)
        {
            if (_attributes.Compare(value, fact, written, corrects, version, places) is not { } compared) continue;
            if (decided is null || compared.Kind != NewsKind.Restated) decided = compared;
            if (compared.Kind == NewsKind.Restated || changes.Exists(change => change.Attribute.Id == value.Attribute && change.Entity == value.Entity)) continue;
            if (compared.Kind == NewsKind.Contradicting && _attributes.IsOutdated(value, written)) continue;
            var attribute = _known.Topic.Attributes.First(attribute => attribute.Id == value.Attribute);
            changes.Add(new AttributeChange(attribute, value.Entity, compared.Kind, compared.Known, Statement.From(document.Document, fact, fact.Span.Contains(value.Span) ? value.Span : null)) { IsLate = IsLate(fact, document, compared.Known), IsDenial = DenialSigns.In(fact, value) });
        }
        if (decided is { Kind: not NewsKind.Restated } changed) return new FactNews(fact, changed.Kind, changed.Known);

        if (_offices.Against(fact, (one, other) => _known.WrittenAt(one.Id) > _known.WrittenAt(other.Id)) is { Count: > 0 } held) return new FactNews(fact, OfficesHeld.IsEnd(fact) ? NewsKind.Changed : NewsKind.Contradicting, LatestFirst(held));
        if (_details.HasWords(fact)) return new FactNews(fact, NewsKind.Restated, decided?.Known ?? []);
        if (decided is null && Reversed(fact, written, version) is { } reversed) return reversed;
        if (decided is null && TurnedBack(fact, written, version) is { } turned) return turned;
        if (decided is null && _attributes.WithSameBounds(fact) is { Count: > 0 } bounds) return new FactNews(fact, NewsKind.Restated, bounds);
        var (keepsPlan, isAnew) = (Retelling.KeepsPlan(fact) && !_details.HasSaid(fact), Retelling.IsAnew(fact) && !_details.HasSaid(fact));
        if (keepsPlan && decided is { } stands && !stands.Known.Any(known => Retelling.KeepsPlan(known.Fact))) return new FactNews(fact, NewsKind.New, []);
        if (_details.HasSaid(fact) || decided is { } given && !fact.Attributes.Any(_attributes.IsFirst) && _retelling.SaysNoMore(fact, given.Known)) return new FactNews(fact, NewsKind.Restated, decided?.Known ?? []);
        var claims = _known.CheckClaim(fact.Text);
        // What somebody thinks or asks is no news; who said so, if anybody, would make it one.
        if (fact.Attribution.Speaker is null && claims.Count > 0 && claims.All(claim => claim.Claim.Kind != ClaimKind.Assertion)) return new FactNews(fact, NewsKind.Restated, []);
        if (Supporting(fact, claims) is { } supporting && (!isAnew || supporting.Any(known => Retelling.IsAnew(known.Fact)))) return new FactNews(fact, NewsKind.Restated, supporting);
        if (!keepsPlan && !isAnew && Retelling.Plain(fact) is var plain && plain != fact.Text && Supporting(fact, _known.CheckClaim(plain)) is { } told) return new FactNews(fact, NewsKind.Restated, told);
        if (!isAnew && Retelling.InPassive(fact).Select(passive => Supporting(fact, _known.CheckClaim(passive))).FirstOrDefault(known => known is not null) is { } done) return new FactNews(fact, NewsKind.Restated, done);
        // Known words around a value that nobody gave before are not known.
        var isDenial = claims.Any(claim => claim.Verdict == Verdict.Contradicted) && Denial.Affirmed(fact.Text) is not null;
        if (!isDenial && !fact.Attributes.Any(_attributes.IsFirst) && IsCarried(fact, decided is not null)) return new FactNews(fact, NewsKind.Restated, decided?.Known ?? Statements(claims));
        var figures = _figures.Of(fact).Where(known => !version.TakesBack(known)).ToList();
        var against = figures.Concat(claims.Where(claim => claim.Verdict == Verdict.Contradicted).SelectMany(claim => claim.Against).Where(known => !version.TakesBack(known) && IsContrary(known.Fact, fact)))
            .DistinctBy(known => known.Fact.Id).ToList();
        // What it gives no figure of may be known, and its figure another one.
        if (decided is not null && fact.SpokenOf.All(value => value.Number is null)) against = [.. figures];
        else if (decided is not null) against = [];
        // "Raised from 50 to 60 euros" tells itself what was so before.
        var isChange = against.TrueForAll(known => known.Value is { } value && fact.Replaces(value, known.Fact) && _known.WrittenAt(known.Fact.Id.Document) < written) && !fact.Text.Contains(" not ", StringComparison.Ordinal);
        if (against.Count > 0) return new FactNews(fact, CorrectionSigns.In(fact.Text) ? NewsKind.Corrected : isChange ? NewsKind.Changed : NewsKind.Contradicting, LatestFirst(against));
        var others = decided?.Known ?? [];
        return new FactNews(fact, CorrectionSigns.In(fact.Text) ? NewsKind.Corrected : NewsKind.New, others);
    }

    /// <summary>Statements that support all that a sentence claims; null where they don't, or only say that it is wished.</summary>
    private static IReadOnlyList<Statement>? Supporting(Fact fact, IReadOnlyList<CheckedClaim> claims) =>
        claims.Count > 0 && claims.All(claim => claim.Verdict is Verdict.Supported && !claim.For.All(known => OnlyWished.Is(known.Fact, fact))) ? Statements(claims) : null;

    /// <summary>Whether all that a new fact is held against was written on days after its own.</summary>
    private bool IsLate(Fact fact, DocumentFacts document, IEnumerable<Statement> against) => document.WrittenAt(fact) is { } written && against.ToList() is { Count: > 0 } known
        && known.TrueForAll(other => other.Fact.Id.Document != document.Document.Id && _known.WrittenAt(other.Fact.Id.Document)?.Day > written.Day);

    /// <summary>The sentence before, where this one only says that it isn't so; null where it says something itself, or both were known.</summary>
    private Statement? Judged(Fact fact, DocumentFacts document)
    {
        if (!Retraction.IsOfSentenceBefore(Tokenizer.Tokenize(fact.Text))) return null;
        var before = document.Facts.Where(other => other.Locator == fact.Locator && other.Span.End <= fact.Span.Start).MaxBy(other => other.Span.End);
        return before is null || _details.HasWords(fact) && _details.HasWords(before) ? null : Statement.From(document.Document, before);
    }

    /// <summary>News that what was reported before is taken back, with the statements that report it; null where nothing is taken back.</summary>
    private FactNews? Retracted(Fact fact)
    {
        var tokens = Tokenizer.Tokenize(fact.Text);
        if (ClauseFrame.In(fact.Text, tokens) is not { IsTakenBack: true } frame) return null;
        if (_details.HasWords(fact)) return new FactNews(fact, NewsKind.Restated, []);
        var clause = fact.Text[tokens[frame.From].Span.Start..tokens[frame.To - 1].Span.End];
        var reported = _known.CheckClaim(clause).SelectMany(claim => claim.For).DistinctBy(known => known.Fact.Id).Where(known => known.Fact.Stance != Stance.Denied && !IsRetraction(known.Fact)).Take(MostReported);
        return new FactNews(fact, NewsKind.Corrected, LatestFirst([.. reported])) { IsReversal = true };

        static bool IsRetraction(Fact known) => ClauseFrame.In(known.Text, Tokenizer.Tokenize(known.Text)) is { IsTakenBack: true };
    }

    /// <summary>News that a figure is again what it was before others gave another one; null where it isn't.</summary>
    private FactNews? TurnedBack(Fact fact, WrittenAt? written, LastVersion version)
    {
        if (written is not { } moment) return null;
        var turned = _figures.TurnedFrom(fact, moment, known => _known.WrittenAt(known.Document)).Where(known => !version.TakesBack(known)).ToList();
        return turned.Count == 0 ? null : new FactNews(fact, CorrectionSigns.In(fact.Text) ? NewsKind.Corrected : NewsKind.Changed, LatestFirst(turned)) { IsReversal = true };
    }

    /// <summary>Whether a known fact that contradicts a new one is of the same thing, and of the same figure or day where one of the two only denies that.</summary>
    private static bool IsContrary(Fact known, Fact fact) =>
        OtherFigures.AreOfOneThing(fact, known, isOfOneDeed: fact.Quantities.Count > 0) && !FiguresHeld.AreOfTwo(fact, known) && !DenialOfAnother.Is(known, fact) && !DenialOfAnother.Is(fact, known);

    /// <summary>News that known statements are denied, or deny what is said now; null where they aren't, or others said so since.</summary>
    private FactNews? Reversed(Fact fact, WrittenAt? written, LastVersion version)
    {
        var reversed = _known.Reversed(fact, written).Where(known => !version.TakesBack(known.Statement)).ToList();
        // What comes late tells no change of what was known to have changed.
        reversed.RemoveAll(known => known.Reversal.IsChange && _known.WrittenAt(known.Statement.Fact.Id.Document) > written);
        if (reversed.Count == 0) return null;
        var latest = LatestFirst([.. reversed.Select(known => known.Statement)]);
        var since = _known.WrittenAt(latest[0].Fact.Id.Document);
        if (_known.Reversed(latest[0].Fact, since).Any(other => _known.WrittenAt(other.Statement.Fact.Id.Document) is { } then && !(then < since))) return null;
        if (since is not null && _known.CheckClaim(Retelling.Plain(fact)).SelectMany(claim => claim.For).FirstOrDefault(known => _known.WrittenAt(known.Fact.Id.Document) > since) is { } same) return new FactNews(fact, NewsKind.Restated, [same]);
        var isTurn = reversed.TrueForAll(known => known.Reversal.IsChange) || since < written && (Retelling.IsAnew(fact) || Retelling.KeepsPlan(fact));
        var kind = CorrectionSigns.In(fact.Text) ? NewsKind.Corrected : isTurn ? NewsKind.Changed : NewsKind.Contradicting;
        return new FactNews(fact, kind, latest) { IsReversal = true, IsDenial = DenialSigns.In(fact) };
    }

    /// <summary>
    /// The values that the last version gave and this one gives no more, each with what it says instead; those that another value here changes are told by that.
    /// </summary>
    private List<AttributeChange> TakenBack(DocumentFacts last, DocumentFacts document, List<AttributeChange> changes, LastVersion version)
    {
        var taken = new List<AttributeChange>();
        var now = document.Facts.SelectMany(fact => fact.Attributes.Select(value => (Fact: fact, Value: value))).ToList();
        foreach (var fact in OnTopic.Told(last))
            foreach (var value in fact.Attributes)
            {
                if (_known.Topic.Attributes.FirstOrDefault(attribute => attribute.Id == value.Attribute) is not { Value: not AttributeValueKind.Statement } attribute) continue;
                if (changes.Concat(taken).Any(change => change.Attribute.Id == value.Attribute && change.Entity == value.Entity)) continue;
                var given = now.Where(other => other.Value.Attribute == value.Attribute && other.Value.Entity == value.Entity).ToList();
                if (given.Exists(other => Sides.Agree(other.Value, value))) continue;
                var instead = given.Find(other => other.Fact.Span.Contains(other.Value.Span) && !version.Keeps(other.Fact));
                taken.Add(new AttributeChange(
                    attribute, value.Entity, NewsKind.Corrected, [Statement.From(last.Document, fact, fact.Span.Contains(value.Span) ? value.Span : null), .. instead.Fact is null ? [] : _attributes.Otherwise(instead.Value, instead.Fact)],
                    instead.Fact is null ? null : Statement.From(document.Document, instead.Fact, instead.Value.Span)));
            }
        return taken;
    }

    /// <summary>A new sentence that stands in place of one of the last version: what that said was so before, whatever others say.</summary>
    private FactNews Edited(FactNews news, LastVersion version)
    {
        if (version.Replaced(news.Fact) is not { } before) return news;
        // What others say already is news of a document that said otherwise.
        if (news.Kind == NewsKind.Restated && SaysSo(before, news.Fact)) return news;
        var kind = news.Kind is not (NewsKind.New or NewsKind.Restated) ? news.Kind : CorrectionSigns.In(news.Fact.Text) ? NewsKind.Corrected : NewsKind.Changed;
        return news with { Kind = kind, Known = [before, .. news.Kind is NewsKind.Changed or NewsKind.Contradicting ? news.Known.Where(known => known.Fact.Id != before.Fact.Id) : []] };
    }

    private IReadOnlyList<Statement> LatestFirst(IReadOnlyList<Statement> statements) => [.. statements.OrderByDescending(statement => _known.WrittenAt(statement.Fact.Id.Document) ?? default)];

    /// <summary>Whether a known statement says what a new fact does.</summary>
    private bool SaysSo(Statement known, Fact fact) => Sketch.Of(known.Fact.Text).Likeness(Sketch.Of(fact.Text)) >= Sketch.NearlySame
        || _known.CompareWith(fact.Text).Any(nearest => nearest.View.Fact.Id == known.Fact.Id && nearest.Differs is null && !nearest.Lacks.Contains("polarity") && (nearest.Coverage >= SaysTheSame || nearest.Relation == Relation.Says));

    /// <summary>Whether a known fact says the same in other words: the same, or, of a value that was known, most of it.</summary>
    private bool IsCarried(Fact fact, bool isKnownValue) => !_details.HasUnknown(fact) && _known.CompareWith(fact.Text).Take(3).Any(nearest =>
        nearest.Coverage >= SaysTheSame && nearest.Differs is null && !OnlyWished.Is(nearest.View.Fact, fact) && (isKnownValue ? nearest.Lacks.All(lacks => !LeftOut.Contains(lacks) && _retelling.IsLight(fact, lacks)) && NamesAll(nearest.View.Fact, fact) : nearest.Relation == Relation.Says));

    /// <summary>Whether a known fact names all people, bodies and things that a new one names ("sanctions"), or has a word of such a thing; where is told by what differs.</summary>
    private bool NamesAll(Fact known, Fact fact)
    {
        if (!Retelling.NamesNobodyElse(fact, known)) return false;
        var stems = Tokenizer.Tokenize(known.Text).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        return fact.Entities.All(mention => _entities.GetValueOrDefault(mention.Id, EntityKind.Place) != EntityKind.Thing || known.Entities.Any(other => other.Id == mention.Id)
            || fact.Span.Contains(mention.Span) && Tokenizer.Tokenize(fact.Text.Substring(mention.Span.Start - fact.Span.Start, mention.Span.Length)).Exists(token => stems.Contains(token.Stem)));
    }

    private static IReadOnlyList<Statement> Statements(IEnumerable<CheckedClaim> claims) => [.. claims.SelectMany(claim => claim.For).DistinctBy(statement => statement.Fact.Id).Take(3)];

    /// <summary>The attributes filled and the topic's entities named; none where the document is about something else.</summary>
    private List<string> TopicsOf(DocumentFacts document, List<FactNews> news)
    {
        var attributes = document.Facts.SelectMany(fact => fact.SpokenOf).Select(value => value.Attribute).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var named = document.Facts.SelectMany(fact => fact.Entities).Where(mention => _entities.Count == 0 || _entities.ContainsKey(mention.Id)).GroupBy(mention => mention.Id)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Value, StringComparer.Ordinal).Select(group => group.Key).ToList();
        if (_entities.Count == 0) return [.. named.Select(id => id.Value).DefaultIfEmpty(document.Document.Id.Value)];
        // What contradicts or changes what is known is about the same, however little it names.
        var isOnTopic = _onTopic.Is(document) || named.Count > 0 && news.Exists(fact => fact.Kind is NewsKind.Changed or NewsKind.Contradicting or NewsKind.Corrected);
        return isOnTopic ? [.. attributes, .. named.Select(id => id.Value).DefaultIfEmpty(_known.Topic.Id)] : [];
    }
}
