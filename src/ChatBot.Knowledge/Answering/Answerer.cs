using System.Collections.Frozen;
using System.Globalization;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Decides from ranked facts what to answer: what is told, what is disputed or has changed, or that the documents don't say.</summary>
/// <param name="topic">The topic.</param>
/// <param name="written">When a fact was said or written.</param>
/// <param name="view">A fact by its id.</param>
/// <param name="places">Which places lie in which.</param>
internal sealed class Answerer(Topic topic, Func<RankedFact, WrittenAt?> written, Func<FactId, FactView?> view, PlacesWithin places)
{
    /// <summary>Below this probability nothing is told as an answer.</summary>
    public const double Floor = 0.35;

    /// <summary>Below this nearness a fact isn't even near.</summary>
    private const double NearFloor = 0.2;

    /// <summary>How many logits below the best a fact may lie to stand beside it.</summary>
    private const double BesideMargin = 0.9;

    /// <summary>How many logits below the best another side of a disagreement may lie.</summary>
    private const double SideMargin = 3.2;

    /// <summary>How many logits below the best a newer fact may lie where the newest is asked for.</summary>
    private const double LatestMargin = 1.5;

    /// <summary>Share of the question's words, against the best fact's, that a fact beside it must meet.</summary>
    private const double LeastCoverageBeside = 0.75;

    /// <summary>How near a fact must be to stand beside the best.</summary>
    private const double LeastBeside = 0.5;

    /// <summary>How sure it must be what kind of question it is for that to order what is about equally near.</summary>
    private const double SureIntent = 0.7;

    /// <summary>What was said and then denied has two sides; what goes on from there has turned back.</summary>
    private const int MostUnturned = 2;

    /// <summary>Values that are shown side by side.</summary>
    private const int MostSides = 3;

    /// <summary>How many documents are named for one value.</summary>
    private const int MostOfSide = 2;

    /// <summary>Where all are asked for, of both.</summary>
    private const int MostSidesOfAll = 10;

    /// <summary>So many of the facts that rank next are held against the best, whether they deny it.</summary>
    private const int MostHeldAgainst = 16;

    /// <summary>Below this probability that the best fact answers, no sentence stands beside it for its attribute alone.</summary>
    private const double LeastSure = 0.5;

    /// <summary>Words in all statements of an answer, unless more sides need them.</summary>
    private const int MostWords = 45;

    /// <summary>How little of the question's verb a sentence has that tells of something else.</summary>
    private const double VerbNotMet = 0.5;

    private readonly CountedDeed _deeds = new(topic);
    private readonly Editions _editions = new(topic);
    private readonly Cancellations _cancellations = new(written);
    private readonly LaterSaid _later = new(written);
    private readonly DenialBeside _denials = new(topic, view);

    /// <summary>The answer that <paramref name="ranked"/> facts, the best first, give to <paramref name="question"/>.</summary>
    public Answer Compose(Question question, IReadOnlyList<RankedFact> ranked)
    {
        var confidence = ranked.Count == 0 ? 0 : ranked[0].Probability;
        if (question.Expects == AnswerType.Statement && question.Speaker is { } speaker) ranked = WordsOf(speaker, ranked);
        // Their own words may be far from what is asked, however near others' are.
        if (ranked.Count > 0 && ranked[0].Probability < NearFloor) confidence = Math.Min(confidence, NearFloor);
        if (question.AsksForLatest) ranked = LatestFirst(ranked);
        ranked = WhoSomebodyIs.First(question, OpenBehind(question, FullyDatedFirst(question, FillingFirst(question, PlacedFirst(question, PlannedFirst(question, SplitAsked.First(question, WishAsked.First(question, SaidFirst(question, PriceAsked.First(question, ranked))))))))));
        var isUnmet = false;
        RankedFact? plain = null;
        var demand = Demand.Of(question) ?? PresenceAsked.Of(question) ?? InvitationAsked.Of(question);
        var deed = demand is null ? _deeds.Of(question) : null;
        if ((demand ?? deed) is { } meets && ranked.Count > 0)
        {
            var near = ranked.TakeWhile(r => r.Score >= ranked[0].Score - SideMargin).ToList();
            var first = ranked[0];
            isUnmet = !near.Exists(r => meets(r.View));
            ranked = [.. near.Where(r => meets(r.View)), .. near.Where(r => !meets(r.View)), .. ranked.Skip(near.Count)];
            if (ranked[0] != first) confidence = Math.Min(confidence, ranked[0].Probability);
        }
        if (NobodyTold.Of(question) is { } saysNobody && ranked.Take(MostHeldAgainst).FirstOrDefault(r => r.Score >= ranked[0].Score - SideMargin && saysNobody(r.View)) is { } nobody)
        {
            ranked = [nobody, .. ranked.Where(r => r != nobody)];
            confidence = Math.Max(confidence, Floor);
        }
        if (_cancellations.LastWord(question, ranked) is { } lastWord)
        {
            plain = lastWord;
            ranked = [lastWord, .. ranked.Where(r => r != lastWord)];
            confidence = Math.Max(confidence, Floor);
            isUnmet = false;
        }
        else if (ToldPlainly.Of(question) is { } tells && !(confidence >= LeastSure && ValueFinder.Find(question, ranked[0].View) is not null) && (plain = ranked.FirstOrDefault(r => tells(r.View))) is not null)
        {
            ranked = [plain, .. ranked.Where(r => r != plain)];
            confidence = Math.Max(confidence, Floor);
            isUnmet = false;
        }
        if (ArticleAsked.Of(question) is { } ofArticle && ArticleAsked.In(question, ranked, ofArticle) is { } article)
        {
            ranked = [article, .. ranked.Where(r => r != article)];
            isUnmet = false;
            confidence = Math.Max(confidence, Floor);
        }
        var reasons = ranked.Take(5).Select(Describe).ToList();
        if (OfferedFigures.Sides(question, ranked) is { } offered) return offered with { Reasons = reasons };
        if (question.AsksWhereSourcesDiffer && AsksForKindAlone(question) && KindOfChange(question) is { } differing && ChangeOf(question with { Entities = [] }, differing, ranked) is { } values) return values with { Question = question, Reasons = reasons };
        if (question.AsksWhereSourcesDiffer && ranked.Count > 0 && ranked[0].Nearness >= NearFloor && Differences(question, ranked) is { } differences) return differences with { Reasons = reasons };
        // A day is no time of day.
        if (question.AsksForTime && ranked.Count > 0 && ranked[0].View.Fact.Times.Count == 0) confidence = Math.Min(confidence, NearFloor);
        // Nobody's age, no country that the place lies in, no holder of the office.
        if (isUnmet) confidence = Math.Min(confidence, NearFloor);
        if (demand is null && ranked.Count > 0 && ranked[0].Probability < LeastSure && IsOfAnotherDeed(question, ranked[0])) confidence = Math.Min(confidence, NearFloor);
        if (plain is null && ranked.Count > 0 && IsBesideThePoint(question, ranked[0])) confidence = Math.Min(confidence, NearFloor);
        if (confidence < Floor) return new NotKnown(WithDenials(question, Nearest(question, ranked))) { Question = question, Confidence = confidence, Reasons = reasons };
        var best = ranked[0];
        if ((SidesOf(question, ranked) ?? Replaced(question, ranked) ?? DeniedOffice(question, ranked) ?? UnnamedSides(question, ranked) ?? DeniedDeed(question, ranked)) is { } sides)
            return (ListBeforeChange.Of(topic, question, sides, ranked, fact => StatementOf(question, fact)) ?? InOrderOfDecision(question, WithUndoneMove(question, sides, ranked), ranked)) with { Reasons = reasons };
        var isCut = false;
        var told = plain is not null ? [StatementOf(question, plain)] : WithDenials(question, DatedFirst(question, ranked, Beside(question, ranked, out isCut)));
        told = ReasonBehind.Of(question, told, ranked) is { Count: > 0 } reason ? [told[0], .. reason] : WithReasonFirst(question, told);
        if (QuoteBehind.Of(question, told[0], view) is { } quote && told.TrueForAll(statement => statement.Fact.Id != quote.Fact.Id)) told.Insert(1, quote);
        if (InvitationReply.To(question, ranked) is { } reply) told = [StatementOf(question, reply), .. told.Where(statement => statement.Fact.Id != reply.View.Fact.Id)];
        if (ContraryBeside.Of(topic, question, told[0], ranked) is { } contrary && told.TrueForAll(statement => statement.Fact.Id != contrary.View.Fact.Id)) told.Insert(1, StatementOf(question, contrary));
        if (question.Expects is AnswerType.Person or AnswerType.Organisation) told = _later.Of(told, ranked, fact => StatementOf(question, fact));
        if (VenueBeside(question, ranked, told) is { } hall) told.Insert(1, StatementOf(question, hall));
        return WhatIsAsked.IsMissing(question, told)
            ? new NotKnown(Nearest(question, ranked)) { Question = question, Confidence = Math.Min(confidence, NearFloor), Reasons = reasons }
            : InOrderOfDecision(question, WithUndoneMove(question, AsNews(new Told(told) { Question = question, Confidence = best.Probability, IsCut = isCut, Further = FurtherSaid(question, told, ranked) }, ranked), ranked), ranked) with { Reasons = reasons };
    }

    /// <summary>"Where is it?" is told by the town, and by the latest word on the hall; null where that is told already, or nobody tells of one.</summary>
    private RankedFact? VenueBeside(Question question, IReadOnlyList<RankedFact> ranked, List<Statement> told) =>
        question.Expects != AnswerType.Place || question.Entities is not [{ Kind: EntityKind.Event }] || question.Terms.Any(term => term.Entity is null) ? null
        : ranked.Where(r => VenueAsked.In(question, r.View) is not null).MaxBy(written) is { } hall && !told.Exists(statement => statement.Fact.Id == hall.View.Fact.Id) ? hall : null;

    /// <summary>"Who opposed it?" beside a sentence that tells of another deed, and isn't near otherwise.</summary>
    private static bool IsOfAnotherDeed(Question question, RankedFact best) =>
        question.Expects == AnswerType.Person && best.Signals[MeaningSignals.VerbNotMetAt] > VerbNotMet;

    /// <summary>
    /// "Who will pay next time?" beside "when the next one will be is open", "when did she join?" beside the day of a picture, "why did she leave?" beside a sentence without the leaving,
    /// "was it accepted?" beside the acceptance of something that nobody spoke of.
    /// </summary>
    private static bool IsBesideThePoint(Question question, RankedFact best) => question.Expects switch
    {
        AnswerType.Person or AnswerType.Organisation or AnswerType.Quantity => OpenMatter.Is(best.View) && !OpenMatter.IsOf(question, best.View),
        AnswerType.Date => best.View.Fact.IsCaption && best.Signals[MeaningSignals.VerbNotMetAt] > VerbNotMet,
        AnswerType.Reason => question.Tokens is [{ Term: "why" }, { Term: "did" or "does" or "do" or "has" or "have" }, ..] && best.Signals[MeaningSignals.VerbNotMetAt] > VerbNotMet && !question.Tokens.Any(token => AnswerTypeReader.IsSaying(token.Term) || token.Term is "speak" or "talk" or "not"),
        AnswerType.YesNo => question.CarriedTerms.Count > 0 && question.Entities.Count == 0 && question.Terms.Count <= 1 && best.Signals[MeaningSignals.CarriedAt] <= 0,
        _ => false,
    };

    private static Answer InOrderOfDecision(Question question, Answer answer, IReadOnlyList<RankedFact> ranked) => DecidedLead.In(question, answer, ranked, fact => StatementOf(question, fact));

    /// <summary>"Any news about her?": each piece with its day, the newest first.</summary>
    private Told AsNews(Told told, IReadOnlyList<RankedFact> ranked)
    {
        if (!told.Question.AsksForLatest || told.Question.Expects is not (AnswerType.Any or AnswerType.Thing or AnswerType.Statement)) return told;
        var pieces = told.Found.Select(statement => (Statement: statement, At: ranked.FirstOrDefault(fact => fact.View.Fact.Id == statement.Fact.Id) is { } fact ? written(fact) : null)).OrderByDescending(piece => piece.At).ToList();
        return told with { Found = [.. pieces.Select(piece => piece.Statement)], Days = [.. pieces.Select(piece => piece.At is { } at ? Moment.Of(piece.Statement, at) : (Moment?)null)] };
    }

    /// <summary>An answer on when or where, or whether it is so, with the later word that nothing was moved, or that what it begins with is taken back.</summary>
    private Answer WithUndoneMove(Question question, Answer answer, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects is not (AnswerType.Date or AnswerType.Place or AnswerType.YesNo)) return answer;
        if (CalledOff(question, answer, ranked) is { } calledOff) return calledOff;
        if (answer is not Changed && _cancellations.LastWords(question, ranked) is [.., var lastWord] words && answer.Statements[0].Fact.Id != lastWord.View.Fact.Id) return WithLastWord(question, answer, words);
        var told = answer is Told ? answer.Statements.Take(1) : answer.Statements;
        var undone = new UndoneMoves(written, (one, other) => Reverses(one, other) is not null);
        if (answer is Disputed sides && undone.DenialOf([.. told.Select(statement => statement.Fact.Id)], ranked) is { } settling) return Settled(question, sides, settling);
        var latest = answer is Changed moved ? moved.Steps[^1].Statements : told;
        if ((undone.DenialOf([.. told.Select(statement => statement.Fact.Id)], ranked) ?? undone.RetractionOf([.. latest.Select(statement => statement.Fact.Id)], ranked)) is not { } denial) return answer;
        if (answer.Statements.Any(statement => statement.Fact.Id == denial.View.Fact.Id)) return answer;
        var side = new Side("", [Statement.From(denial.View.Document, denial.View.Fact)]);
        return answer switch
        {
            Changed changed => changed with { Steps = [.. changed.Steps, side], Latest = 1 },
            Disputed disputed => disputed with { Sides = [.. disputed.Sides, side] },
            _ => new Changed(null, [new Side(answer.Statements[0].ValueText ?? "", [answer.Statements[0]]), side]) { Question = question, Confidence = answer.Confidence },
        };
    }

    /// <summary>"Is it cancelled?" is told by the last word on it, behind the cancellation that it undoes; where nothing was called off, before the older denials that it was.</summary>
    private static Answer WithLastWord(Question question, Answer answer, IReadOnlyList<RankedFact> words) =>
        words.Count == 1 && answer is Told told
            ? told with { Found = [StatementOf(question, words[0]), .. told.Found.Where(statement => statement.Fact.Id != words[0].View.Fact.Id)] }
            : words.Count == 1 ? answer
            : new Changed(null, [.. words.Select(fact => SideOf(question, fact))]) 
            {
                Question = question, Confidence = answer.Confidence,
                Further = answer is Disputed disputed ? disputed.Further + disputed.Sides.Count(side => side.Statements.All(statement => words.All(word => word.View.Fact.Id != statement.Fact.Id))) : 0,
            };

    /// <summary>An answer with the later word that what it gives the day or place of last was called off, or that what it tells to be called off isn't; null where nothing was said since.</summary>
    private Changed? CalledOff(Question question, Answer answer, IReadOnlyList<RankedFact> ranked)
    {
        var last = Last(answer, ranked);
        if (ranked.FirstOrDefault(fact => fact.View.Fact.Id == last.Fact.Id) is not { } led) return null;
        if (_cancellations.Since(question, led, ranked) is { Count: > 0 } since)
            return new Changed(answer is Disputed of ? of.About : null, [.. StepsUpTo(answer, last), .. since.Select(fact => SideOf(question, fact))]) { Question = question, Confidence = answer.Confidence };
        if (answer is Disputed || _cancellations.Of(question, led, ranked) is not { } off) return null;
        if (answer is not Changed changed) return new Changed(null, [new Side(last.ValueText ?? "", [last]), SideOf(question, off)]) { Question = question, Confidence = answer.Confidence };
        return changed with { Steps = [.. changed.Steps.Where(known => known.Statements[0].Fact.Id != off.View.Fact.Id), SideOf(question, off)], Latest = 1 };
    }

    /// <summary>What an answer tells to stand: its last step, the latest of what competes, or what it begins with.</summary>
    private Statement Last(Answer answer, IReadOnlyList<RankedFact> ranked) => answer switch
    {
        Changed { Steps: [.., var step] } => step.Statements[0],
        Disputed disputed => disputed.Sides.Select(side => side.Statements[0]).MaxBy(statement => ranked.FirstOrDefault(fact => fact.View.Fact.Id == statement.Fact.Id) is { } fact ? written(fact) : null) ?? answer.Statements[0],
        _ => answer.Statements[0],
    };

    private static IEnumerable<Side> StepsUpTo(Answer answer, Statement last) => answer switch
    {
        Changed changed => changed.Steps,
        Disputed disputed => disputed.Sides.OrderBy(side => side.Statements[0] == last),
        _ => [new Side(last.ValueText ?? "", [last])],
    };

    /// <summary>A move that a later sentence says is none is no side any more: it was told in between, and what stands is the latest.</summary>
    private Changed Settled(Question question, Disputed disputed, RankedFact denial)
    {
        var before = disputed.Sides.Select(side => side with { Statements = [.. side.Statements.Where(statement => statement.Fact.Id != denial.View.Fact.Id)] }).Where(side => side.Statements.Count > 0)
            .OrderBy(side => side.Statements.Any(statement => MoveSigns.In(statement.Fact.Text) && !MoveSigns.AreUndoneIn(statement.Fact.Text)));
        var stands = SideOf(question, denial);
        if (stands.Value.Length == 0 && GivenBeside(disputed.About, denial) is { } value) stands = new Side(value.Of(denial.View.Document.Text), [Statement.From(denial.View.Document, denial.View.Fact, value)]);
        return new Changed(disputed.About, [.. before, stands]) { Question = question, Confidence = disputed.Confidence, Further = disputed.Further };
    }

    private TextSpan? GivenBeside(string? about, RankedFact ranked) => ranked.View.Fact.Attributes.FirstOrDefault(value => value.Yes is null && ranked.View.Fact.Span.Contains(value.Span) && topic.Attributes.Any(attribute => attribute.Id == value.Attribute && attribute.Label == about))?.Span;

    /// <summary>"When will it be closed": of the sentences told, one that gives the day stands before one that gives only the day of the decision.</summary>
    private static List<Statement> DatedFirst(Question question, IReadOnlyList<RankedFact> ranked, List<Statement> told)
    {
        if (question.Expects != AnswerType.Date || told.Count < 2 || told[0].Value is not null) return told;
        var view = ranked[0].View;
        if (view.Fact.Dates.Count == 0 || view.DatesFor(question).Count > 0 || told.Find(statement => statement.Value is not null) is not { } dated) return told;
        return [dated, .. told.Where(statement => statement != dated)];
    }

    /// <summary>What is worth showing where nothing answers.</summary>
    private static List<Statement> Nearest(Question question, IReadOnlyList<RankedFact> ranked) =>
    [
        .. ranked.Where(r => r.Nearness >= NearFloor && r.Signals[MeaningSignals.WordsNotMetAt] < 1 && r.View.Fact.Locator.Kind is not Documents.ParagraphKind.Byline).Take(3).Select(r => StatementOf(question, r)),
    ];

    /// <summary>Each statement that passes on a report, with the denial in the same document right behind it.</summary>
    private List<Statement> WithDenials(Question question, List<Statement> told)
    {
        var all = new List<Statement>();
        foreach (var statement in told)
        {
            if (!all.Exists(shown => shown.Fact.Id == statement.Fact.Id)) all.Add(statement);
            if (view(statement.Fact.Id) is { } report && _denials.Of(report) is { } denial && !all.Exists(shown => shown.Fact.Id == denial.Fact.Id))
                all.Add(told.Find(shown => shown.Fact.Id == denial.Fact.Id) ?? Statement.From(denial.Document, denial.Fact, null, Excerpts.Of(question, denial, null)));
        }
        return all;
    }

    /// <summary>"Why should it come earlier?": what gives a reason stands before what only says that it should.</summary>
    private static List<Statement> WithReasonFirst(Question question, List<Statement> told) => question.Expects != AnswerType.Reason || told.Count < 2 || !question.Tokens.Any(token => token.Term == "why") ? told
        : [.. told.OrderByDescending(WhatIsAsked.GivesReason)];

    /// <summary>Asked what somebody said of something: how much more of it there is than is shown.</summary>
    private int FurtherSaid(Question question, List<Statement> told, IReadOnlyList<RankedFact> ranked)
    {
        if (question is not { Expects: AnswerType.Statement, Speaker: { } speaker } || question.Terms.All(term => term.Entity == speaker)) return 0;
        var shown = told.Select(statement => view(statement.Fact.Id)).OfType<FactView>().ToList();
        var further = 0;
        foreach (var fact in ranked.TakeWhile(fact => fact.Score >= ranked[0].Score - SideMargin))
        {
            if (fact.Probability < LeastBeside || !fact.View.Fact.Attribution.IsOf(speaker) || shown.Exists(one => one.Fact.Id == fact.View.Fact.Id || IsRestatement(one, fact.View))) continue;
            shown.Add(fact.View);
            further++;
        }
        return further;
    }

    /// <summary>What somebody said is answered by their own statements, where any is near.</summary>
    private static List<RankedFact> WordsOf(EntityId speaker, IReadOnlyList<RankedFact> ranked)
    {
        var near = ranked.TakeWhile(r => r.Score >= ranked[0].Score - LatestMargin).ToList();
        return [.. near.Where(r => r.View.Fact.Attribution.IsOf(speaker)), .. near.Where(r => !r.View.Fact.Attribution.IsOf(speaker)), .. ranked.Skip(near.Count)];
    }

    /// <summary>Where the newest is asked for: of the facts that are about as good as the best, those of the newest document.</summary>
    private List<RankedFact> LatestFirst(IReadOnlyList<RankedFact> ranked)
    {
        var near = ranked.TakeWhile(r => r.Score >= ranked[0].Score - LatestMargin && r.Probability >= Math.Min(ranked[0].Probability, Floor)).ToList();
        var newest = near.Select(r => written(r)?.Day).Max();
        return [.. near.Where(r => written(r)?.Day == newest), .. near.Where(r => written(r)?.Day != newest), .. ranked.Skip(near.Count)];
    }

    /// <summary>Who is asked for by what the topic knows to be asked ("the winner") is rather told by a fact that fills it than by one that is no nearer in its words.</summary>
    private IReadOnlyList<RankedFact> FillingFirst(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.Person || question.IntentConfidence < SureIntent || ranked.Count < 2) return ranked;
        var asked = topic.Intents.FirstOrDefault(i => i.Id == question.Intent)?.Attribute;
        if (asked is null || topic.Attributes.FirstOrDefault(a => a.Id == asked) is not { Value: AttributeValueKind.Person }) return ranked;
        var filling = ranked.Take(MostHeldAgainst).TakeWhile(r => r.Score >= ranked[0].Score - BesideMargin).FirstOrDefault(r => r.View.Fact.SpokenOf.Any(value => value.Attribute == asked));
        return filling is null || filling == ranked[0] ? ranked : [filling, .. ranked.Where(r => r != filling)];
    }

    /// <summary>"Is Holm coming?", "who is coming?": that she will come stands before what her coming means, where both are about as near.</summary>
    private static IReadOnlyList<RankedFact> SaidFirst(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects is not (AnswerType.YesNo or AnswerType.Person) || ranked.Count < 2 || Says(ranked[0])) return ranked;
        var saying = ranked.Skip(1).Take(MostHeldAgainst).TakeWhile(r => r.Score >= ranked[0].Score - BesideMargin).FirstOrDefault(Says);
        return saying is null ? ranked : [saying, .. ranked.Where(r => r != saying)];

        bool Says(RankedFact fact) => fact.Signals[MeaningSignals.DoneAsAskedAt] > 0
            && fact.View.Fact.Attributes.Any(value => value is { Yes: not null, Entity: { } of } && (question.Expects == AnswerType.Person ? value.Yes == true : question.Entities.Any(named => named.Id == of)));
    }

    /// <summary>"When is the concert?": what was planned stands before a sentence that it was called off at 5 p.m., which then stands behind.</summary>
    private static IReadOnlyList<RankedFact> PlannedFirst(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects is not (AnswerType.Date or AnswerType.Place) || ranked.Count < 2 || !Cancellations.IsOf(question, ranked[0].View)) return ranked;
        var planned = ranked.Skip(1).Take(MostHeldAgainst).FirstOrDefault(r => r.Score >= ranked[0].Score - SideMargin && r.Probability >= Floor && ValueFinder.Find(question, r.View) is not null && !Cancellations.IsOf(question, r.View));
        return planned is null ? ranked : [planned, .. ranked.Where(r => r != planned)];
    }

    /// <summary>"When does she sing?": that it is open whether she can stands behind what tells when.</summary>
    private static IReadOnlyList<RankedFact> OpenBehind(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects is not (AnswerType.Date or AnswerType.Place or AnswerType.Person or AnswerType.Quantity) || ranked.Count < 2 || !OpenMatter.Is(ranked[0].View)) return ranked;
        var telling = ranked.Skip(1).Take(MostHeldAgainst).FirstOrDefault(r => r.Score >= ranked[0].Score - SideMargin && r.Probability >= Floor && ValueFinder.Find(question, r.View) is not null);
        return telling is null ? ranked : [telling, .. ranked.Where(r => r != telling)];
    }

    /// <summary>"Where is the fair?": what the topic knows to tell the place of the fair stands before what tells that of the fair's opening.</summary>
    private IReadOnlyList<RankedFact> PlacedFirst(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.Place || question.Terms.Any(term => term.Entity is null && !VenueAsked.IsAsked(question)) || question.Entities is not [{ Kind: EntityKind.Event } asked]) return ranked;
        var places = topic.Attributes.Where(attribute => attribute.Value == AttributeValueKind.Place && attribute.Entity == asked.Id).Select(attribute => attribute.Id).ToHashSet(StringComparer.Ordinal);
        // "Where exactly": the latest hall stands before the town.
        if (VenueAsked.IsAsked(question) && ranked.Where(r => VenueAsked.In(question, r.View) is not null).MaxBy(written) is { } venue) return [venue, .. ranked.Where(r => r != venue)];
        var placed = ranked.FirstOrDefault(r => r.View.Fact.SpokenOf.Any(value => places.Contains(value.Attribute)))
            ?? (places.Count == 0 ? null : ranked.FirstOrDefault(r => r.View.Mentions.Any(mention => mention.Id == asked.Id && HeldPlaces.AreInName(mention, r.View.Mentions, r.View.Tokens))));
        return placed is null || placed == ranked[0] ? ranked : [placed, .. ranked.Where(r => r != placed)];
    }

    /// <summary>"When is the concert?": a sentence that dates it stands before one that gives a weekday of an unknown week, if it tells as much of what is asked.</summary>
    private static IReadOnlyList<RankedFact> FullyDatedFirst(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects != AnswerType.Date || question.IsOfFormer || ranked.Count < 2 || ranked[0].View.DatesFor(question) is not { Count: > 0 } days || !days.All(date => date.IsUnsure)) return ranked;
        var dated = ranked.Skip(1).Take(MostHeldAgainst).FirstOrDefault(r => r.Score >= ranked[0].Score - SideMargin && r.Nearness >= LeastBeside && r.Signals[1] >= LeastCoverageBeside * ranked[0].Signals[1]
            && r.View.DatesFor(question).Any(date => date.Precision is DatePrecision.Day or DatePrecision.Days && !date.IsUnsure && r.View.Tokens.Exists(token => token.IsNumber && date.Span.Contains(token.Span))));
        return dated is null ? ranked : [dated, .. ranked.Where(r => r != dated)];
    }

    /// <summary>
    /// What a question about differences wants: the sides on the attribute that the best facts dispute, or else the best statement of each document.
    /// </summary>
    private Answer? Differences(Question question, IReadOnlyList<RankedFact> ranked)
    {
        var near = ranked.TakeWhile(r => r.Score >= ranked[0].Score - SideMargin).Take(24).ToList();
        if (question.AsksWhatChanged && KindOfChange(question) is { } kind) return ChangeOf(question, kind, ranked);
        // What else the sources disagree on is not asked.
        var asked = near.TakeWhile(r => r.Score >= ranked[0].Score - LatestMargin).Where(r => r.Signals[1] >= LeastCoverageBeside * ranked[0].Signals[1]);
        foreach (var (attribute, entity) in asked.SelectMany(r => r.View.Fact.SpokenOf).Select(v => (v.Attribute, v.Entity)).Distinct().OrderByDescending(v => question.AttributesAsked.GetValueOrDefault(v.Attribute) >= SureIntent))
        {
            var known = topic.Attributes.First(a => a.Id == attribute);
            if (known.Value == AttributeValueKind.Statement) continue;
            var groups = Sides.Of(attribute, entity, ranked.Where(r => r.Score >= ranked[0].Score - 2 * SideMargin), places);
            if (groups.Count > 1) return SidesAnswer(question, known, groups, ranked[0].Probability);
        }
        if (question.AsksWhatChanged || question.AsksForBothSides) return null;
        var perDocument = near.Where(r => r.Nearness >= NearFloor).DistinctBy(r => r.View.Document.Id).Take(3).ToList();
        if (perDocument.Count == 1) perDocument = [.. near.Where(r => r.Nearness >= NearFloor).Take(2)];
        if (perDocument.Count < 2) return null;
        return new Told([.. perDocument.Select(r => StatementOf(question, r))]) { Question = question, Confidence = ranked[0].Probability };
    }

    /// <summary>"Compare the dates that the Post and the Herald give": nothing is named but who gives them.</summary>
    private static bool AsksForKindAlone(Question question) =>
        question.Terms.All(term => term.Entity is { } named ? question.Entities.Any(mention => mention.Id == named && mention.Kind == EntityKind.Organisation) : question.Tokens.Any(token => token.Stem == term.Stem && (token.IsNumber || token.Term is "two" or "three" or "give" or "gives" or "name" or "both" || AnswerTypeReader.NamesType(token.Term, AnswerType.Date) || AnswerTypeReader.NamesType(token.Term, AnswerType.Place))));

    /// <summary>"What changed about the dates?": the kind of value that is asked of, where nothing else is named; null where no kind is.</summary>
    private static AnswerType? KindOfChange(Question question)
    {
        AnswerType[] kinds = [AnswerType.Date, AnswerType.Place, AnswerType.Quantity];
        foreach (var token in question.Tokens)
            if (!question.Terms.Any(term => term.Entity is null && term.Stem != token.Stem) && kinds.Where(kind => AnswerTypeReader.NamesType(token.Term, kind)).ToList() is [var kind]) return kind;
        return null;
    }

    /// <summary>How the values of that kind changed of what the question names, or else of the event.</summary>
    private Answer? ChangeOf(Question question, AnswerType kind, IReadOnlyList<RankedFact> ranked)
    {
        foreach (var (attribute, entity) in ranked.SelectMany(r => r.View.Fact.SpokenOf).Select(value => (value.Attribute, value.Entity)).Distinct())
        {
            var known = topic.Attributes.First(a => a.Id == attribute);
            var isNamed = question.Entities.Count == 0 ? entity == topic.Subject : question.Entities.Any(named => named.Id == entity);
            if (isNamed && Asks(kind, known.Value) && Sides.Of(attribute, entity, ranked, places) is { Count: > 1 } groups) return SidesAnswer(question, known, groups, ranked[0].Probability);
        }
        return null;
    }

    /// <summary>The best statement, and those nearly as good that add something.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ranked">The facts.</param>
    /// <param name="isCut">Whether somebody else who would answer as well is left out for want of room.</param>
    private static List<Statement> Beside(Question question, IReadOnlyList<RankedFact> ranked, out bool isCut)
    {
        isCut = false;
        var best = ranked[0];
        var chosen = new List<RankedFact> { best };
        var statements = new List<Statement> { StatementOf(question, best) };
        var words = WordsOf(statements[0]);
        foreach (var other in ranked.Skip(1).Take(12))
        {
            if (other.Score < best.Score - BesideMargin || other.Nearness < LeastBeside) break;
            var statement = StatementOf(question, other);
            // Where a name or a figure is asked for, a sentence without one is filler, and another name is more than a restatement.
            if (statements[0].Value is not null && (statement.Value is null || question.Expects == AnswerType.Place && other.Signals[MeaningSignals.HasWhatIsAskedAt] == 0)) continue;
            if (chosen.Exists(c => IsRestatement(c.View, other.View)) && (statement.ValueText is not { } value || statements.Exists(s => s.ValueText == value)) && !OtherDoers.IsOfAnother(question, chosen.Select(c => c.View.Fact), other.View.Fact)) continue;
            if (other.Signals[1] < LeastCoverageBeside * best.Signals[1]) continue;
            if (statements.Count == 3 || words + WordsOf(statement) > MostWords)
            {
                isCut |= question.Led is null && question.Expects is AnswerType.Person or AnswerType.Organisation && statement.ValueText is { } left && !statements.Exists(shown => shown.Text.Contains(left, StringComparison.Ordinal));
                continue;
            }
            words += WordsOf(statement);
            chosen.Add(other);
            statements.Add(statement);
        }
        if (question.Expects is AnswerType.YesNo or AnswerType.Any or AnswerType.Thing && OutcomeOf(best, ranked) is { } outcome && !chosen.Contains(outcome)) statements.Insert(1, StatementOf(question, outcome));
        if (question.Expects == AnswerType.YesNo && DenialOf(question, best, ranked) is { } denial && !chosen.Contains(denial)) statements.Insert(1, StatementOf(question, denial));
        // A date asked for that the best sentence itself doesn't give stands in the sentence that the day was taken from.
        if (question.Expects == AnswerType.Date && ValueFinder.Find(question, best.View) is null && best.View.Fact.When is { } when
            && ranked.FirstOrDefault(r => r.View.Document.Id == best.View.Document.Id && r.View.Fact.Dates.Any(d => d.Value == when)) is { } dated
            && !chosen.Contains(dated))
            statements.Insert(1, Statement.From(dated.View.Document, dated.View.Fact, dated.View.Fact.Dates.First(d => d.Value == when).Span));
        return statements;
    }

    /// <summary>"The jury dismissed it": what became of what the best sentence tells, where the next one says so in a few words.</summary>
    private static RankedFact? OutcomeOf(RankedFact best, IReadOnlyList<RankedFact> ranked)
    {
        foreach (var next in ranked)
            if (next.View.Document.Id == best.View.Document.Id && next.View.Fact.Id.Number == best.View.Fact.Id.Number + 1)
                return next.View.PointsBackTo != FactView.Words.None && next.View.Tokens.Count <= MostWordsOfOutcome && next.View.Tokens.Exists(t => OutcomeVerbs.Contains(t.Stem)) ? next : null;
        return null;
    }

    /// <summary>Another document's denial that meets as much of what is asked as the best sentence does: who hears the one must hear the other, in whatever tense it was asked.</summary>
    private static RankedFact? DenialOf(Question question, RankedFact best, IReadOnlyList<RankedFact> ranked) => best.View.Fact.Stance == Stance.Denied
        ? null
        : ranked.Skip(1).Take(MostHeldAgainst).FirstOrDefault(r => r.Score >= best.Score - SideMargin && r.View.Fact.Stance == Stance.Denied && r.View.Document.Id != best.View.Document.Id
            && r.Nearness >= LeastBeside && r.Signals[1] >= LeastCoverageBeside * best.Signals[1] && HasDeedOf(question, r.View));

    /// <summary>Whether it has a word of the question that is no name: what else somebody named denied is beside the point.</summary>
    private static bool HasDeedOf(Question question, FactView view) =>
        question.Terms.Any(term => term.Entity is null && term.IsMetIn(view.Stems));

    private const int MostWordsOfOutcome = 14;

    private static readonly FrozenSet<string> OutcomeVerbs = LanguageData.Stems("outcome-verbs.txt");

    /// <summary>Two or more values for the attribute that the question is about, or null where the facts agree.</summary>
    private Answer? SidesOf(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Speaker is not null || question.Credited is not null) return null;
        var best = ranked[0];
        foreach (var (attribute, entity) in AttributesAsked(question, best))
        {
            var isCounted = IsCountedBy(question, attribute);
            var near = ranked.Where(r => (r.Score >= best.Score - SideMargin && r.Nearness >= NearFloor && IsAboutAllThat(question, best, r) || isCounted && Gives(r, attribute, entity)) && SameDeed.Of(question, best.View, r.View)).ToList();
            var groups = Sides.Of(attribute.Id, entity, [.. near, .. best.Probability < LeastSure ? [] : Turns.Further(attribute, entity, near, ranked.Where(r => IsAboutAllThat(question, best, r) && SameDeed.Of(question, best.View, r.View)), written)], places);
            if (groups.Count > 1 && SidesAnswer(question, attribute, groups, best.Probability) is var sides && (sides is Changed || !AreOfOneVoice(groups))) return sides;
        }
        return null;
    }

    /// <summary>Whether what a question counts is one of the words by which the attribute is counted: "how many countries" and "how many members" are one question then, and have the same sides.</summary>
    private static bool IsCountedBy(Question question, TopicAttribute attribute) =>
        attribute is { Value: AttributeValueKind.Quantity, Changes: false } && question.Focus is { } focus && attribute.Units.Any(unit => EnglishStemmer.Stem(unit) == focus) && question.Entities.Any(named => named.Id == attribute.Entity);

    private static bool Gives(RankedFact ranked, TopicAttribute attribute, EntityId? entity) => ranked.View.Fact.SpokenOf.Any(value => value.Attribute == attribute.Id && value.Entity == entity);

    /// <summary>What one document tells in its own words is told of different things, or of parts of one: it doesn't disagree with itself.</summary>
    private static bool AreOfOneVoice(List<Sides.Group> groups)
    {
        var facts = groups.SelectMany(group => group.Facts).ToList();
        return facts.TrueForAll(fact => fact.View.Document.Id == facts[0].View.Document.Id && fact.View.Fact is { Stance: Stance.Stated, Attribution: { Speaker: null, Sources.Count: 0 } } && fact.View.Fact.Denied.Count == 0);
    }

    /// <summary>Whether a fact is about the person, country or body asked about, where the best one is: "what did she propose" is not disputed by what others want.</summary>
    private static bool IsAboutAllThat(Question question, RankedFact best, RankedFact other) =>
        (best.Signals[MeaningSignals.PersonOrCountryMissingAt] > 0 || other.Signals[MeaningSignals.PersonOrCountryMissingAt] == 0)
        && !question.Entities.Any(m => m.Kind == EntityKind.Organisation && best.View.Entities.Contains(m.Id) && !other.View.Entities.Contains(m.Id) && !other.View.Represented.Contains(m.Id) && !other.View.NearEntities.Contains(m.Id));

    private Answer SidesAnswer(Question question, TopicAttribute attribute, List<Sides.Group> groups, double confidence)
    {
        // The newest value is never the one left out.
        var values = groups.Select(group => group.Values).ToList();
        groups = Turns.Of(attribute, groups, written);
        var most = question.AsksForAllSides ? MostSidesOfAll : MostSides;
        var latest = LatestOf(groups);
        var shown = groups.Where(latest.Take(most).Concat(groups.Where(group => !latest.Contains(group))).Take(most).Contains).ToList();
        var further = values.Count(value => !shown.Exists(group => group.Values == value));
        var sides = shown.Select(g => (Group: g, Side: SideOf(question, g))).ToList();
        var byAge = sides.OrderBy(s => s.Group.Facts.Select(written).Min() ?? new WrittenAt(DateOnly.MaxValue, default)).ToList();
        return Sides.IsChange(attribute, byAge[0].Group, byAge[^1].Group, written)
            ? new Changed(attribute.Label, [.. byAge.Select(s => s.Side)]) { Question = question, Confidence = confidence, Further = further, Latest = Math.Max(1, byAge.Count(s => latest.Contains(s.Group))) }
            : new Disputed(attribute.Label, [.. sides.Select(s => s.Side)]) { Question = question, Confidence = confidence, Further = further };
    }

    /// <summary>The groups that were given last: several where nobody can tell which of them came later.</summary>
    private List<Sides.Group> LatestOf(List<Sides.Group> groups)
    {
        var newest = groups.Max(LastOf);
        return newest is null ? [] : groups.FindAll(group => LastOf(group) == newest);

        WrittenAt? LastOf(Sides.Group group) => group.Facts.Select(written).Max();
    }

    /// <summary>
    /// Where a document that isn't older says that the value of the best fact holds no longer ("moved from 3 pm to 5 pm"), or the best fact says so of another's, whatever
    /// attribute it is of: both, as a change.
    /// </summary>
    private Changed? Replaced(Question question, IReadOnlyList<RankedFact> ranked)
    {
        var best = ranked[0];
        if (question.IsOfFormer || ValuesAsked(question, best) is not { Count: > 0 } values) return null;
        var later = ranked.FirstOrDefault(r => Replaces(r, best) && values.Exists(value => r.View.Fact.Replaces(value, best.View.Fact)));
        var earlier = later is not null || question.Expects != AnswerType.Quantity ? null
            : ranked.FirstOrDefault(r => r.Signals[1] >= LeastBeside && Replaces(best, r) && ValueFinder.Find(question, r.View) is { } value && best.View.Fact.Replaces(value, r.View.Fact));
        if (later is null && earlier is null) return null;
        List<RankedFact> steps = [earlier ?? best, later ?? best];
        // What replaced it may have been replaced since.
        while (ValueFinder.Find(question, steps[^1].View) is { } given && ranked.FirstOrDefault(r => !steps.Contains(r) && written(r) > written(steps[^1]) && Replaces(r, steps[^1]) && r.View.Fact.Replaces(given, steps[^1].View.Fact)) is { } next) steps.Add(next);
        return new Changed(null, [.. steps.TakeLast(MostSides).Select(step => SideOf(question, step))]) { Question = question, Confidence = best.Probability };

        bool Replaces(RankedFact one, RankedFact another) => one.View.Fact.Replaced.Count > 0 && one.View.Document.Id != another.View.Document.Id && !(written(another) > written(one)) && (one.Signals[1] >= LeastBeside && !IsOfAnother(one, another) || Correcting.SpeaksOf(one.View, another.View));

        // "From 6 to 7 euros" tells by itself what it changes; "5 euros, not 6" may be said of something else, or against somebody.
        static bool IsOfAnother(RankedFact one, RankedFact another) => one.View.Tokens.Exists(token => token.Term == "not") && (FiguresHeld.AreOfTwo(one.View.Fact, another.View.Fact) || FiguresHeld.IsReckoned(one.View.Fact));
    }

    /// <summary>The value that is asked for; of a question for nothing certain ("what about the aid?") all figures of the sentence that answers it.</summary>
    private static List<TextSpan> ValuesAsked(Question question, RankedFact best) => question.Expects switch
    {
        AnswerType.Date or AnswerType.Quantity => ValueFinder.Find(question, best.View) is { } value ? [value] : [],
        AnswerType.Any or AnswerType.Thing => [.. best.View.Fact.Quantities.Where(figure => !best.View.Fact.Replaced.Contains(figure.Span)).Select(figure => figure.Span)],
        _ => [],
    };

    /// <summary>Where another document says that whoever the best fact names doesn't hold the office asked for ("is no longer the mayor"): both, as a change where that one is newer.</summary>
    private Answer? DeniedOffice(Question question, IReadOnlyList<RankedFact> ranked)
    {
        var best = ranked[0];
        var value = question.Expects is AnswerType.Person or AnswerType.Role ? ValueFinder.Find(question, best.View) : null;
        var held = best.View.Offices.Where(office => value is { } led ? office.Role.Span.Overlaps(led) : question.Expects == AnswerType.YesNo && question.Entities.Any(mention => mention.Id == office.Role.Person)).ToList();
        // "Who was at the meeting?" asks for no office, whatever else became of whom it names.
        if (question.Expects == AnswerType.Person && Demand.OfficesOf(question) is var asked) held.RemoveAll(office => !office.Groups.Any(asked.Contains));
        if (held.Count == 0) return null;
        var other = ranked.FirstOrDefault(r => r.View.Document.Id != best.View.Document.Id
            && r.View.DeniedOffices.Any(denied => held.Exists(office => office.Role.Person == denied.Role.Person && office.Groups.Intersect(denied.Groups).Any())));
        // Who holds it again has it now.
        if (other is null || ranked.Any(r => written(r) > written(other) && r.View.Offices.Any(again => held.Exists(office => office.Role.Person == again.Role.Person && office.Groups.Intersect(again.Groups).Any())))) return null;
        Side[] sides = [SideOf(question, best), SideOf(question, other)];
        return written(best) < written(other) ? new Changed(null, sides) { Question = question, Confidence = best.Probability } : new Disputed(null, sides) { Question = question, Confidence = best.Probability };
    }

    /// <summary>
    /// Where another document denies what the best fact says, whatever attribute it is of: both, as a change where the one is said to have ended ("no longer") or came
    /// otherwise than was foreseen.
    /// </summary>
    private Answer? DeniedDeed(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (!OtherDoers.AreAsked(question)) return DeniedBest(question, ranked);
        var best = ranked[0];
        var telling = ranked.Take(MostHeldAgainst).TakeWhile(r => r.Score >= best.Score - BesideMargin && r.Nearness >= LeastBeside).Where(r => r.Signals[1] >= LeastCoverageBeside * best.Signals[1]).ToList();
        // Of several who are told to have done it, one may be told not to; what an attribute holds of somebody is told by the later word.
        var denied = telling.Where(r => r == best || OtherDoers.IsOfAnother(question, [best.View.Fact], r.View.Fact) && !r.View.Fact.SpokenOf.Any(value => value.Yes is not null)).Prepend(best).Select(r => DeniedBest(question, [r, .. ranked.Where(other => other != r)])).FirstOrDefault(sides => sides is not null);
        if (denied is not Disputed disputed) return denied;
        return disputed with { Besides = [.. OtherDoers.Besides(question, disputed, telling).Take(MostSides).Select(fact => StatementOf(question, fact))] };
    }

    private Answer? DeniedBest(Question question, IReadOnlyList<RankedFact> ranked)
    {
        var best = ranked[0];
        var near = ranked.Skip(1).Take(MostHeldAgainst).TakeWhile(r => r.Score >= best.Score - SideMargin && r.Nearness >= NearFloor).ToList();
        if (near.Find(r => Reverses(r, best) is not null && !_editions.IsAnother(r.View.Fact)) is not { } other || _editions.IsAnother(best.View.Fact)) return null;
        var turns = new TurnedDeeds(written, (one, another) => Reverses(one, another) is not null).Of(best, near);
        if (TurnedDeeds.HaveTurned(turns)) return new Changed(null, [.. turns.TakeLast(MostSides).Select(turn => SideOf(question, turn))]) { Question = question, Confidence = best.Probability };
        if (turns.Count > MostUnturned) return new Disputed(null, [.. TurnedDeeds.AsSides(turns).Select(side => SideOf(question, side))]) { Question = question, Confidence = best.Probability };
        if (Reverses(other, best) is { IsChange: false }) return new Disputed(null, [SideOf(question, best), SideOf(question, other)]) { Question = question, Confidence = best.Probability };
        List<RankedFact> steps = [.. new[] { best, other }.OrderBy(written)];
        // "Wants", "no longer wants", "wants again".
        while (steps.Count < MostSides && near.Find(r => written(r) > written(steps[^1]) && Reverses(r, steps[^1]) is { IsChange: true }) is { } later) steps.Add(later);
        return new Changed(null, [.. steps.Select(step => SideOf(question, step))]) { Question = question, Confidence = best.Probability };
    }

    private Reversal? Reverses(RankedFact one, RankedFact other) => one.View.Document.Id == other.View.Document.Id ? null : Reversals.Between(SentenceOf(one), SentenceOf(other));

    private Reversals.Sentence SentenceOf(RankedFact ranked) => new(ranked.View.Fact, ranked.View.Tokens, written(ranked), ranked.View.MayDeny);

    /// <summary>
    /// Where no attribute says what the facts asked for are about, sentences of different documents that share most of their words, answer
    /// the question about as well, and give another date or another number of the same thing, disagree.
    /// </summary>
    private Answer? UnnamedSides(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (question.Expects is not (AnswerType.Date or AnswerType.Quantity)) return null;
        var best = ranked[0];
        if (AttributesAsked(question, best).Any()) return null;
        if (ValueOf(question, best) is not { } value) return null;
        List<(RankedFact Fact, AttributeValue Value)> sides = [(best, value)];
        foreach (var other in ranked.Skip(1).TakeWhile(r => r.Score >= best.Score - LatestMargin && r.Nearness >= NearFloor))
            if (ValueOf(question, other) is { } another && !Cancellations.IsOf(question, other.View) && !other.View.Fact.Replaced.Contains(another.Span) && sides.TrueForAll(side => side.Fact.View.Document.Id != other.View.Document.Id && !Sides.Agree(side.Value, another) && !AreOneWord(side.Fact, side.Value, other, another)) && IsOfSameThing(question, best, value, other, another))
                sides.Add((other, another));
        if (sides.Count == 1) return null;
        if (IsMove(sides) || IsOwnCorrection(sides)) return new Changed(null, [.. sides.OrderBy(side => written(side.Fact)).TakeLast(MostSides).Select(side => SideOf(question, side.Fact))]) { Question = question, Confidence = best.Probability };
        var most = question.AsksForAllSides ? MostSidesOfAll : MostSides;
        return new Disputed(null, [.. sides.Take(most).Select(side => SideOf(question, side.Fact))]) { Question = question, Confidence = best.Probability, Further = Math.Max(0, sides.Count - most) };
    }

    /// <summary>Whether the latest of several days is that of a sentence by which something was moved: the others were its days before.</summary>
    private bool IsMove(List<(RankedFact Fact, AttributeValue Value)> sides)
    {
        if (sides.Exists(side => side.Value.Dates is null || written(side.Fact) is null)) return false;
        var last = sides.MaxBy(side => written(side.Fact)).Fact;
        return MoveSigns.In(last.View.Tokens) && !last.View.IsAsPlanned && !last.View.MayDeny && sides.TrueForAll(side => side.Fact == last || written(side.Fact) < written(last));
    }

    /// <summary>Whether the latest of several values corrects those that its own outlet gave.</summary>
    private bool IsOwnCorrection(List<(RankedFact Fact, AttributeValue Value)> sides)
    {
        if (sides.Exists(side => written(side.Fact) is null)) return false;
        var last = sides.MaxBy(side => written(side.Fact)).Fact;
        return sides.TrueForAll(side => side.Fact == last || OwnCorrection.Is(last.View, side.Fact.View) && written(side.Fact) < written(last));
    }

    /// <summary>"On Friday" in two papers: nobody can see that they disagree.</summary>
    private static bool AreOneWord(RankedFact one, AttributeValue value, RankedFact other, AttributeValue another) =>
        value.Dates is not null && string.Equals(value.Span.Of(one.View.Document.Text), another.Span.Of(other.View.Document.Text), StringComparison.OrdinalIgnoreCase);

    private static bool IsOfSameThing(Question question, RankedFact best, AttributeValue value, RankedFact other, AttributeValue another)
    {
        // Six were hurt on Monday, two on Tuesday.
        if (question.Expects == AnswerType.Quantity && DayOf(best) is { } one && DayOf(other) is { } next && one != next) return false;
        if (value.Number is { } a && another.Number is { } b && a.Unit != b.Unit && a.Unit.Length > 0 && b.Unit.Length > 0) return false;
        if (value.Number is { } mine && another.Number is { } theirs && FiguresHeld.AreOfTwo(best.View.Fact, mine, other.View.Fact, theirs)) return false;
        return MeetAllAsked(question, best, other) || best.View.Stems.Count(other.View.Stems.Contains) * 2 >= Math.Min(best.View.Stems.Count, other.View.Stems.Count);
    }

    /// <summary>The days that a sentence tells of, not that on which it was said.</summary>
    private static DateRange? DayOf(RankedFact ranked) => ranked.View.SaidOn is null ? ranked.View.Fact.OwnDays : null;

    /// <summary>Whether both have all that is asked, of which there is more than one word: "expected visitors" in other words around them.</summary>
    private static bool MeetAllAsked(Question question, RankedFact one, RankedFact other) => question.Terms.Count > 1 && one.Signals[1] >= 1 && other.Signals[1] >= 1;

    /// <summary>The date or figure that answers the question in a fact, in the form in which values are compared.</summary>
    private static AttributeValue? ValueOf(Question question, RankedFact ranked) => ValueFinder.Find(question, ranked.View) is { } span ? GivenValue.At(span, ranked.View.Fact) : null;

    private static Side SideOf(Question question, RankedFact fact)
    {
        var statement = StatementOf(question, fact);
        return new Side(statement.ValueText ?? "", [statement]);
    }

    private static Side SideOf(Question question, List<RankedFact> saying)
    {
        var statements = saying.DistinctBy(fact => fact.View.Document.Id).Take(MostOfSide).Select(fact => StatementOf(question, fact)).ToList();
        return new Side(statements[0].ValueText ?? "", statements);
    }

    private static Side SideOf(Question question, Sides.Group group)
    {
        // Who vouches for it or names who does leads; what is only passed on, and a day within days that others give in full, stands behind.
        group.Facts.Sort((a, b) => (Hearsay(a), IsPartOf(group, a), -a.Score).CompareTo((Hearsay(b), IsPartOf(group, b), -b.Score)));
        var first = group.Facts[0];
        var given = ValueIn(group, first);
        var value = given?.Span ?? group.Values[0].Span;
        // One statement per document: who else says so is worth as much as what is said. A day within the days agrees with them and doesn't say them.
        var statements = group.Facts.Where(f => f == first || ValueIn(group, f)?.Dates == given?.Dates).DistinctBy(f => f.View.Document.Id).Take(question.AsksForAllSides ? MostSidesOfAll : MostOfSide).Select(f =>
        {
            var own = ValueIn(group, f)?.Span;
            var excerpt = Excerpts.Of(question, f.View, own);
            return Statement.From(f.View.Document, f.View.Fact, own is { } v && excerpt.Contains(v) ? v : null, excerpt);
        }).ToList();
        return new Side(value.Of(first.View.Document.Text), statements);
    }

    private static AttributeValue? ValueIn(Sides.Group group, RankedFact fact) =>
        fact.View.Fact.SpokenOf.FirstOrDefault(a => a.Attribute == group.Values[0].Attribute && a.Entity == group.Values[0].Entity);

    /// <summary>Whether a fact gives one of the days that another, which meets the question as well, gives in full. "When did it end?" is met best by the last day alone.</summary>
    private static bool IsPartOf(Sides.Group group, RankedFact fact) => ValueIn(group, fact)?.Dates is { } days
        && group.Facts.Exists(other => ValueIn(group, other)?.Dates is { } longer && longer != days && !longer.IsMonthOrMore && longer.Contains(days) && other.Signals[1] >= fact.Signals[1]);

    private static int Hearsay(RankedFact fact) => fact.View.Fact is { Stance: Stance.Reported, Attribution.Sources.Count: 0 } ? 1 : 0;

    /// <summary>The attributes that the best fact fills and the question is about: by its intent, or by the value that answers it.</summary>
    private IEnumerable<(TopicAttribute Attribute, EntityId? Entity)> AttributesAsked(Question question, RankedFact best)
    {
        if (SignificanceAsked.Is(question)) yield break;
        var byIntent = topic.Intents.FirstOrDefault(i => i.Id == question.Intent)?.Attribute;
        foreach (var value in best.View.Fact.SpokenOf)
        {
            var attribute = topic.Attributes.First(a => a.Id == value.Attribute);
            if (value.Number is { } figure && !DimensionAsked.Fits(question, best.View, figure)) continue;
            // Days don't tell the hour.
            if (attribute.Value == AttributeValueKind.Statement || question.AsksForTime && attribute.Value == AttributeValueKind.Dates) continue;
            if (attribute.Value == AttributeValueKind.Place && IsOfPart(question, value.Entity)) continue;
            if (value.Attribute == byIntent && Suits(question.Expects, attribute.Value) || Asks(question.Expects, attribute.Value)) yield return (attribute, value.Entity);
        }
    }

    /// <summary>"Where is the fair?" asks for no place of the fair's opening.</summary>
    private static bool IsOfPart(Question question, EntityId? of) =>
        question.Entities.Any(named => named.Kind == EntityKind.Event) && !question.Entities.Any(named => named.Id == of);

    /// <summary>A question for a day, a figure or a place has the sides of such values alone, one for a person none of days, places or figures.</summary>
    private static bool Suits(AnswerType expects, AttributeValueKind kind) => expects switch
    {
        AnswerType.Date or AnswerType.Quantity or AnswerType.Place => Asks(expects, kind),
        AnswerType.Person => kind is AttributeValueKind.Person or AttributeValueKind.YesNo,
        _ => true,
    };

    private static bool Asks(AnswerType expects, AttributeValueKind kind) => (expects, kind) switch
    {
        (AnswerType.Date, AttributeValueKind.Dates) => true,
        (AnswerType.Quantity, AttributeValueKind.Quantity) => true,
        (AnswerType.YesNo, AttributeValueKind.YesNo) => true,
        (AnswerType.Place, AttributeValueKind.Place) => true,
        _ => false,
    };

    private static Statement StatementOf(Question question, RankedFact ranked)
    {
        var view = ranked.View;
        var value = ValueFinder.Find(question, view);
        if (value is { } found && !view.Fact.Span.Contains(found)) value = null;
        return Statement.From(view.Document, view.Fact, value, Excerpts.Of(question, view, value));
    }

    private static bool IsRestatement(FactView a, FactView b) => a.Restates(b);

    private static int WordsOf(Statement statement) => statement.Text.AsSpan().Count(' ') + 1;

    private static string Describe(RankedFact ranked) => string.Create(
        CultureInfo.InvariantCulture, $"{ranked.View.Fact.Id.Document} {ranked.View.Fact.Locator} ({ranked.Probability:0.00}): {ranked.Explain(MeaningRanker.Weights)}");
}
