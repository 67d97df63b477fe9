using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Text.Spelling;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge;

/// <summary>
/// All that the bot knows at one moment, ready to be asked. Immutable: a new document makes a new one. Asking is synchronous, needs no lock, no clock
/// and no chance: the same question to the same knowledge has the same answer.
/// </summary>
public sealed class KnowledgeBase
{
    /// <summary>So many claims of one message are checked.</summary>
    public const int MostClaims = 12;

    private const int LongestPronoun = 3;

    /// <summary>So many of the facts that come nearest to a new one are held against it, whether they deny it.</summary>
    private const int MostHeldAgainst = 60;

    /// <summary>How common a word of the documents is taken to be among what people type here.</summary>
    private const byte OwnFrequency = 8;

    private static readonly PhraseList NewsQuestions = new("news-questions.txt");

    private readonly IntentReader _intents;
    private readonly EntityFinder _entities;
    private readonly OtherOccasions _others;
    private readonly QuestionReader _reader;
    private readonly FollowUps _followUps;
    private readonly WhenTheyCome _whenTheyCome;
    private readonly BareFollowUps _bareFollowUps;
    private readonly WhichSide _whichSide;
    private readonly WhyNotKnown _whyNotKnown;
    private readonly Readings _readings;
    private readonly MeaningRanker _ranker;
    private readonly Answerer _answerer;
    private readonly Lookups _lookups;
    private readonly ComparedNames _compared;
    private readonly Timelines _timelines;
    private readonly FurtherAsked _further;
    private readonly ClaimChecker _claims;
    private readonly FactsToWeigh _facts;
    private readonly Func<FactId, FactView?> _view;
    private readonly Func<string, bool> _isOfDocuments;
    private readonly ImpliedSubject _subject;
    private readonly Dictionary<DocumentId, DocumentFacts> _documents;
    private readonly Dictionary<DocumentId, WrittenAt?> _written;

    private KnowledgeBase(Topic topic, IReadOnlyList<DocumentFacts> documents, IntentReader intents)
    {
        Topic = topic;
        _intents = intents;
        documents = DiscoveredNames.Joined(documents);
        _documents = documents.ToDictionary(d => d.Document.Id);
        _others = new OtherOccasions(topic);
        var entities = _entities = new EntityFinder(topic, DiscoveredNames.In(documents));
        var lexicon = new Lexicon(topic);
        var numbers = new StemNumbers();
        var views = documents.OrderBy(d => d.Document.Id.Value, StringComparer.Ordinal).SelectMany(d => FactView.Of(d, id => entities.Get(id)?.Represents, lexicon, numbers, OutletOf(d.Document)))
            .ToDictionary(view => view.Fact.Id);
        _view = views.GetValueOrDefault;
        _facts = new FactsToWeigh(views, IndexSnapshot.Build(documents));
        var newest = documents.Select(d => d.Document.Source.Published).Max();
        var spokenOf = WordsOf(documents, topic.Entities);
        _isOfDocuments = spokenOf.Contains;
        var spelling = new SpellingCorrector(spokenOf.Union(WordsOf([], entities.Entities)).Order(StringComparer.Ordinal).Select(word => new VocabularyWord(word, OwnFrequency))
            .Concat(Opposites.Words.Select(word => new VocabularyWord(word, 1))));
        _reader = new QuestionReader(topic, lexicon, entities, intents, spelling, _isOfDocuments, spokenOf.Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal), newest);
        _subject = new ImpliedSubject(topic, _reader.Read);
        _followUps = new FollowUps(entities, _reader.Read);
        _bareFollowUps = new BareFollowUps(_view);
        _whenTheyCome = new WhenTheyCome(topic, _view);
        _readings = new Readings(topic.Subject, entities, _reader.Read, Rank);
        _ranker = new MeaningRanker(entities, [.. views.Values], numbers);
        _written = documents.ToDictionary(d => d.Document.Id, d => d.WrittenAt(null));
        _answerer = new Answerer(topic, fact => At(fact.View.SaidOn, fact.View.Document.Id), _view, new PlacesWithin(documents));
        _whichSide = new WhichSide(statement => SaidAt(statement.Fact), new Rivals(topic, statement => SaidAt(statement.Fact)));
        _whyNotKnown = new WhyNotKnown(spokenOf.Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal));
        _compared = new ComparedNames(Rank);
        _lookups = new Lookups(Rank, fact => WrittenAt(fact.View.Document.Id)?.Day);
        _timelines = new Timelines(topic.Subject, views.Values, Rank, WrittenAt);
        _further = new FurtherAsked(_timelines, _lookups, Rank, _view);
        _claims = new ClaimChecker(topic, entities, _reader, views.Values, Rank);
    }

    /// <summary>The topic.</summary>
    public Topic Topic { get; }

    /// <summary>The documents with their facts.</summary>
    public IReadOnlyCollection<DocumentFacts> Documents => _documents.Values;

    /// <summary>Prepares <paramref name="documents"/> for questions about <paramref name="topic"/>.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="documents">The documents, each id once.</param>
    /// <param name="intents">What was learnt from the topic's examples; null learns it anew.</param>
    public static KnowledgeBase Build(Topic topic, IReadOnlyList<DocumentFacts> documents, IntentReader? intents = null) => new(topic, documents, intents ?? IntentReader.Train(topic));

    /// <summary>What is known once <paramref name="documents"/> have come in as well; one whose id is known takes the other's place.</summary>
    public KnowledgeBase With(params IReadOnlyList<DocumentFacts> documents)
    {
        var replaced = documents.Select(document => document.Document.Id).ToHashSet();
        return new KnowledgeBase(Topic, [.. Documents.Where(known => !replaced.Contains(known.Document.Id)), .. documents], _intents);
    }

    /// <summary>What would be known of the same topic from these documents alone.</summary>
    public KnowledgeBase Only(IReadOnlyList<DocumentFacts> documents) => new(Topic, documents, _intents);

    /// <summary>The document of that id, or null.</summary>
    public Document? Find(DocumentId id) => _documents.GetValueOrDefault(id)?.Document;

    /// <summary>More of what was just shown; where others give another value than the sentence that was shown, they are shown too.</summary>
    private Answer? MoreOf(Question bare, Conversation conversation)
    {
        if (_whenTheyCome.Read(bare, conversation.Turns[^1]) is var (ofEvent, coming)) return ofEvent is null ? coming : Ask(_reader.Read(ofEvent) with { Text = bare.Text, ReadAs = ofEvent });
        if (_bareFollowUps.Read(bare, conversation) is not { } more) return null;
        if (more is not Told told) return more;
        var again = Ask(more.Question);
        return again is Disputed or Changed && again.Statements.Any(statement => statement.Fact.Id == told.Found[0].Fact.Id) ? again : more;
    }

    /// <summary>
    /// What a statement is about where its own words only say "he", "she" or "it", or whose words they are where nobody is named; null where the words tell.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="document">Its document, where that isn't known yet; null: it is.</param>
    public string? UnnamedSubject(Statement statement, DocumentFacts? document = null)
    {
        var fact = statement.Fact;
        foreach (var mention in fact.Entities)
        {
            if (mention.Span.Length > LongestPronoun || !statement.Citation.Span.Contains(mention.Span)) continue;
            var pronoun = fact.Text.Substring(mention.Span.Start - fact.Span.Start, mention.Span.Length).ToLowerInvariant();
            // "It" of a thing is guessed too often, and within somebody's words it would make a speaker of what they speak of.
            if (pronoun is "he" or "she" || pronoun == "it" && mention.Kind is EntityKind.Organisation or EntityKind.Country or EntityKind.Event && !fact.Attribution.Quoted.Any(quoted => quoted.Contains(mention.Span)))
                return Unnamed(mention.Id);
        }
        if (fact.Attribution.Speaker is { } speaker) return Unnamed(speaker);
        var read = new[] { document, _documents.GetValueOrDefault(fact.Id.Document) }.FirstOrDefault(one => one?.Facts.Any(other => other.Id == fact.Id && other.Span == fact.Span && other.Text == fact.Text) == true);
        return read is null || PronounBefore.Of(fact, statement.Citation.Span, read) is not { } meant ? null
            : meant.Mention is { } named ? _entities.Get(named.Id)?.Name ?? NameIn(read, named.Id) : read.Document.At(meant.Name);

        // Where the words name them beside "he", they tell by themselves.
        string? Unnamed(EntityId id) => fact.Entities.Any(m => m.Id == id && m.Span.Length > LongestPronoun && statement.Citation.Span.Contains(m.Span)) ? null : _entities.Get(id)?.Name ?? NameIn(document, id);

        // Whom only a new document speaks of has the longest name that it gives.
        static string? NameIn(DocumentFacts? document, EntityId id) =>
            document?.Facts.SelectMany(other => other.Entities).Where(mention => mention.Id == id && mention.Span.Length > LongestPronoun).MaxBy(mention => mention.Span.Length) is { Span.Length: > 0 } longest ? document.Document.At(longest.Span) : null;
    }

    /// <summary>Answers <paramref name="message"/> in the light of <paramref name="conversation"/>.</summary>
    /// <param name="message">The message as typed; what is addressed to the platform is left out of it.</param>
    /// <param name="conversation">The turns before it; <see cref="Conversation.New"/> where there are none.</param>
    public Answer Ask(string message, Conversation conversation)
    {
        if (Lookup.Read(message) is { } lookup) return LookUp(lookup, conversation);
        var asked = Message.Read(message).Asked;
        // "Is she the mayor? True or false?" asks once.
        if (TaggedClaim.Read(asked) is { IsClaim: false } tagged) asked = tagged.Text;
        // Not a word, and no number that could be a year or a figure: nothing is asked.
        if (!asked.Any(char.IsLetter) && Tokenizer.Tokenize(asked).TrueForAll(t => t.IsNumber && t.Term.Length < 3)) return new SmallTalk("empty") { Question = _reader.Read("") };
        if (Sums.IsAsked(asked)) return new SmallTalk("sum") { Question = _reader.Read(""), Confidence = 1 };
        // "What has changed?" under an answer is asked of that.
        if (NewsQuestions.IsAll(Tokenizer.Tokenize(asked)) && (conversation.Turns.Count == 0 || asked.Contains("new", StringComparison.OrdinalIgnoreCase) || asked.Contains("update", StringComparison.OrdinalIgnoreCase))) return new SmallTalk("news") { Question = _reader.Read(""), Confidence = 1 };
        if (OrderQuestion.Read(asked) is { } order && _timelines.InOrder([.. order.Things.Select(_reader.Read)]) is { } ordered)
            return ordered with { Question = ordered.Question with { Text = asked } };
        var parts = QuestionParts.Split(asked).SelectMany(part => SeveralSpeakers.Apart(part, _reader.Read)).ToList();
        if (parts.Count > 1 && _reader.Read(asked) is { AsksForBothSides: true } both && Ask(_subject.Read(_followUps.Read(both, conversation))) is Disputed or Changed) parts = [new QuestionParts.Part(asked, false)];
        if (parts.Count == 1)
        {
            var whole = _reader.Read(asked);
            if (FurtherAsked.IsAsked(whole) && conversation.Turns is [.., var before]) return _further.Read(whole, before);
            if (conversation.Turns.Count == 0 && (FurtherAsked.IsAsked(whole) || FollowUps.PointsNowhere(whole) || WhichSide.AsksWhatIsRight(whole))) return new SmallTalk("context") { Question = whole };
            if (conversation.Turns is [.., { Answer: NotKnown } unanswered] && _whyNotKnown.Read(whole, unanswered) is { } why) return why;
            if (conversation.Turns.Count > 0 && BareFollowUps.IsWhyNot(whole)) whole = _reader.Read("why?");
            if (conversation.Turns.Count > 0 && _whichSide.Read(whole, conversation) is { } which) return which;
            if (conversation.Turns.Count > 0 && AskedOfReport.IsAsked(whole) && Stands(whole, conversation.Turns[^1].Answer) is { } sides) return sides with { Question = FollowUps.Shown(whole, conversation.Turns[^1]).Question };
            if (conversation.Turns is [.., var denial] && WhoSaidThat.AsksForDenied(whole, denial.Answer) && Reported(FollowUps.Shown(whole, denial).Question, denial.Answer.Statements[0]) is { } reported) return reported;
            if (conversation.Turns is [.., { IsUnasked: false, Claims: 0 } passive] && ByWhom.InFull(whole, passive.Question) is { } active) return Ask(_reader.Read(active) with { Text = asked, ReadAs = active });
            if (conversation.Turns.Count > 0 && FollowUps.IsDoubt(whole)) return Anew(whole, conversation);
            if (conversation.Turns.Count > 0 && FollowUps.AsksForSource(whole) && WhoSaidThat.Read(whole, conversation) is { } sources) return sources;
            if (conversation.Turns is [.., { Claims: > 1 }] && BareFollowUps.IsBare(whole)) return new SmallTalk("several claims") { Question = whole };
            if (conversation.Turns is [.., { IsOfSeveral: true } told] && BareFollowUps.IsBare(whole)) return (Answer?)_bareFollowUps.OfEach(whole, told) ?? new SmallTalk("several statements") { Question = whole };
            if (conversation.Turns is [.., { IsOfSeveral: true } several] && FollowUps.AsksOnlyOf(whole)) return OfOne(whole, several);
            if (conversation.Turns.Count > 0 && whole.Expects == AnswerType.Reason && BareFollowUps.IsBare(whole)) return WhyOf(_followUps.Read(whole, conversation));
            var answer = (conversation.Turns.Count > 0 ? WhoSaidThat.Read(whole, conversation) ?? MoreOf(whole, conversation) : null) ?? Ask(_subject.Read(_followUps.Read(whole, conversation)));
            return answer is NotKnown && conversation.Turns is [.., var shown] && FollowUps.AsksOnlyOf(whole) && ToldOf(whole, shown) is { } again ? again with { Question = answer.Question } : answer;
        }

        Question? first = null;
        var answers = new List<Answer>();
        foreach (var part in parts)
        {
            var question = _reader.Read(part.Text);
            if (first is null) question = _subject.Read(_followUps.Read(question, conversation));
            else if (part.IsBare) question = question with { Terms = first.Terms, Entities = [.. first.Entities, .. PartAnswers.WhoWasNamed(answers), .. question.Entities], Dates = first.Dates, CarriedTerms = first.CarriedTerms };
            else question = question with { CarriedTerms = [.. first.Terms.Where(t => !question.Terms.Any(own => own.Stem == t.Stem)), .. first.CarriedTerms] };
            first ??= question;
            var answer = Ask(question);
            if (answers.Count > 0 && PartAnswers.IsOfAnother(first, answers, question, answer)) answer = new NotKnown([]) { Question = question };
            answers.Add(answer.Abstained && answers.Count > 0 && AskedOfReport.IsReply(question) && Stands(question, answers[^1]) is { } sides ? sides : answer);
        }
        var readAs = answers.Exists(a => a.Question.ReadAs is not null) ? string.Join(' ', answers.Select(a => a.Question.ReadAs ?? a.Question.Text)) : null;
        return PartAnswers.Together(first! with { Text = asked, ReadAs = readAs }, answers, parts);
    }

    /// <summary>News with what was before it, as a question for it is answered by now: which is the latest, or that sources disagree; null where all that they tell isn't one such matter.</summary>
    private Answer? SidesOf(Answer news) =>
        news.Statements is [var first, ..] && Ask(Matter(first)) is (Disputed or Changed) and var sides && news.Statements.All(told => sides.Statements.Any(side => side.Fact.Id == told.Fact.Id)) ? sides : null;

    /// <summary>"Did the mayor confirm that?": who says otherwise than what was just told; null where nobody does, or not whom the question names.</summary>
    private Answer? Stands(Question asked, Answer told)
    {
        if (told.Statements is not [var statement, ..]) return null;
        return Ask(Matter(statement)) is (Disputed or Changed) and var sides && AskedOfReport.IsOfNamed(asked, sides) ? sides : null;
    }

    /// <summary>"Who had reported that?" under a denial: whose word it was that is denied; null where nobody's is known.</summary>
    private Told? Reported(Question asked, Statement denial)
    {
        // There is a report, or nobody would deny it: one near enough is it, sure or not.
        var report = Rank(Matter(denial)).Take(MostHeldAgainst).FirstOrDefault(fact => fact.Probability >= Answerer.Floor / 2 && fact.View.Fact is { Stance: Stance.Reported, Attribution.Sources.Count: > 0 });
        return report is null || WhoSaidThat.Named(Statement.From(report.View.Document, report.View.Fact)) is not { } named ? null : new Told([named]) { Question = asked, Confidence = report.Probability };
    }

    /// <summary>A question for what a statement says, whoever says it.</summary>
    private Question Matter(Statement statement)
    {
        var read = _reader.Read(statement.Fact.Text);
        // The matter is what was reported, whoever reported it.
        var sources = statement.Fact.Attribution.Sources.Select(source => source.Id).ToHashSet();
        if (statement.Fact.Stance == Stance.Denied && statement.Fact.Attribution.Speaker is { } denier) sources.Add(denier);
        return read with { Expects = AnswerType.YesNo, Focus = null, Speaker = null, Credited = null, SmallTalk = null, AsksWhereSourcesDiffer = false, Entities = [], Terms = [.. read.Terms.Where(term => term.Entity is not { } entity || !sources.Contains(entity))] };
    }

    /// <summary>"Are you sure?", "is that still true?": what was asked last, as it is answered by now; as it was told where it can't be asked again.</summary>
    private Answer Anew(Question doubt, Conversation conversation)
    {
        var last = conversation.Turns[^1];
        if (last.IsUnasked && SidesOf(last.Answer) is { } sides) return FollowUps.Shown(doubt, last with { Answer = sides }) with { IsAnew = true };
        var before = new Conversation([.. conversation.Turns.SkipLast(1)]);
        var leansOnLost = before.Turns.Count == 0 && (last.Question.Continues is not null || last.Question.CarriedTerms.Count > 0);
        if (last.Message is not { } message || last.Claims > 0 || leansOnLost || Ask(message, before) is not { } now || now is SmallTalk or Ambiguous) return FollowUps.Shown(doubt, last);
        var again = FollowUps.Shown(doubt, last with { Answer = now, Question = now.Question }) with { IsAnew = true };
        // What is doubted is who said it, and not what was asked before that.
        return PointsBack(message) ? again with { Question = again.Question with { ReadAs = $"{doubt.Text} ({message})" } } : again;
    }

    /// <summary>"And Norway?" of several things told: those of them that speak of it; where none does, the question by itself.</summary>
    private Answer OfOne(Question named, Turn told)
    {
        var alone = _reader.Read(Question.WithoutOpening(named.Text));
        return ToldOf(named, told) is { } found ? found with { Question = alone } : Ask(_subject.Read(alone));
    }

    /// <summary>Of what was told, the statements that speak of all that a question names; null where it names nothing, or none does.</summary>
    private static Told? ToldOf(Question named, Turn told)
    {
        var found = told.Answer is NotKnown || named.Terms.Count == 0 ? [] : told.Answer.Statements.Where(statement => named.Terms.All(term => SpeaksOf(statement.Fact, term))).ToList();
        return found.Count > 0 ? new Told(found) { Question = named, Confidence = told.Answer.Confidence, IsOfEach = true } : null;
    }

    private static bool SpeaksOf(Fact fact, QuestionTerm term) =>
        term.Entity is { } entity ? fact.Entities.Any(mention => mention.Id == entity) : Tokenizer.Tokenize(fact.Text).Exists(token => term.IsMetBy(token.Stem));

    /// <summary>Since when a message asks for all news ("what changed since Monday?", "any news in the last two days?"), in its words; null where it asks something else.</summary>
    public static string? NewsSince(string message)
    {
        var tokens = Tokenizer.Tokenize(message);
        var since = tokens.FindIndex(token => token.Term == "since");
        var span = since >= 0 ? since : tokens.FindIndex(token => token.Term == "in" || token.Term == "over");
        return span > 0 && span + 1 < tokens.Count && NewsQuestions.IsAll(tokens[..span]) ? message[tokens[span].Span.Start..tokens[^1].Span.End] : null;
    }

    /// <summary>"Why?" of what was said before: only a sentence that gives a reason answers it.</summary>
    private Answer WhyOf(Question question) => SignificanceAsked.Plainly(question) is { } plain && Answered(plain) is { Abstained: false } told ? told with { Question = question } : _answerer.Compose(question, [.. Rank(question).Where(fact => fact.Signals[MeaningSignals.HasWhatIsAskedAt] > 0)]);

    /// <summary>
    /// Holds <paramref name="message"/> against the facts: a verdict for each thing that it claims, in order, and for what it claims twice one. Empty where it has
    /// no words; of more than <see cref="MostClaims"/> the first are judged.
    /// </summary>
    public IReadOnlyList<CheckedClaim> CheckClaim(string message) => _claims.Check(message);

    /// <summary>
    /// What a message says and wants to have checked ("They signed. True?", "I think the allies signed"), be it of somebody by a pronoun alone
    /// (<see cref="ReadPronoun"/>); null where it asks or says something else.
    /// </summary>
    public static string? ClaimToCheck(string message) =>
        TaggedClaim.Read(message) is { } tagged ? tagged.IsClaim || FollowUps.SaysOfPronoun(tagged.Text) ? tagged.Text : null
        : HeldClaim.Is(message) ? message : null;

    /// <summary>Whether a message that answers another one asks only whether what that says is so ("is that true?", "check this please").</summary>
    public static bool AsksToCheck(string message) => TaggedClaim.IsTagAlone(message);

    /// <summary>The turn that a check leaves, so that follow-ups are understood of what was claimed and of what decides it; null where nothing was claimed.</summary>
    /// <param name="claims">The verdicts, as they were shown.</param>
    public Turn? TurnOf(IReadOnlyList<CheckedClaim> claims) => CheckTurn.Of(claims, _reader.Read);

    /// <summary>A claim whose subject is only "he", "she", "they" or "it", in the light of what was said before it; null where it names its subject.</summary>
    public PronounClaim? ReadPronoun(string claim, Conversation conversation) => _followUps.SubjectOf(_reader.Read(claim), conversation, Topic);

    /// <summary>The turn that something leaves which was told without being asked, or as a list, so that follow-ups are understood of it.</summary>
    /// <param name="told">The statements, in the order of showing; at least one.</param>
    public Turn TurnOfTold(IReadOnlyList<Statement> told)
    {
        var question = _reader.Read(told.Count == 1 ? told[0].Text : "") with { SmallTalk = null };
        return new Turn(question, new Told(told) { Question = question, Confidence = 1 }) { IsUnasked = true };
    }

    /// <summary>Whether <paramref name="message"/> asks nothing by itself, but for more, when, where, why, by whom or by what source something was said before, or which of several things is right.</summary>
    public bool PointsBack(string message) => _reader.Read(Message.Read(message).Asked) is var question
        && (FurtherAsked.IsAsked(question) || BareFollowUps.IsBare(question) || FollowUps.IsDoubt(question) || WhoSaidThat.IsAsked(question) || WhichSide.IsAsked(question));

    /// <summary>Whether <paramref name="message"/> asks for what was just told once more, with its sources ("are you sure?", "says who?").</summary>
    public bool AsksAgain(string message) => _reader.Read(Message.Read(message).Asked) is var question && (FollowUps.IsDoubt(question) || FollowUps.AsksForSource(question));

    /// <summary>Whether <paramref name="message"/> asks which sources the last answer rests on, and not who says so.</summary>
    public bool AsksForSources(string message) => message.Contains("source", StringComparison.OrdinalIgnoreCase) && _reader.Read(Message.Read(message).Asked) is var question && FollowUps.AsksForSource(question)
        && question.Tokens.Any(token => token.Term is "source" or "sources") && !question.Tokens.Any(token => token.Term is "says" or "said" or "that");

    /// <summary>Whether <paramref name="message"/> asks nothing but why, of what was said before.</summary>
    public bool AsksWhy(string message) => WhyNotKnown.IsAsked(_reader.Read(Message.Read(message).Asked));

    /// <summary>How many things <paramref name="message"/> claims, also those that <see cref="CheckClaim"/> leaves out.</summary>
    public static int CountClaims(string message) => ClaimSplitter.Split(message).Count;

    /// <summary>How the facts that come nearest stand to a sentence, those that carry most of it first.</summary>
    internal IReadOnlyList<Comparison> CompareWith(string sentence) => _claims.Compare(sentence);

    /// <summary>The statements of other documents that a new fact denies, or that deny it, the nearest first.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="written">When it was written.</param>
    internal IReadOnlyList<(Statement Statement, Reversal Reversal)> Reversed(Fact fact, WrittenAt? written)
    {
        var found = new List<(Statement, Reversal)>();
        var own = Reversals.Sentence.Of(fact, written);
        foreach (var near in Rank(_reader.Read(fact.Text) with { Expects = AnswerType.Any, Focus = null, Speaker = null, Credited = null }).Take(MostHeldAgainst))
            if (near.View.Document.Id != fact.Id.Document && Reversals.Between(own, new Reversals.Sentence(near.View.Fact, near.View.Tokens, WrittenAt(near.View.Document.Id), near.View.MayDeny)) is { } reversal)
                found.Add((Statement.From(near.View.Document, near.View.Fact), reversal));
        return found;
    }

    /// <summary>When a known document was written: as published, or no earlier than the latest single day it gives; null where nothing tells.</summary>
    internal WrittenAt? WrittenAt(DocumentId id) => _written.GetValueOrDefault(id);

    /// <summary>When a fact of these documents was said, or else written; null where nothing tells the day.</summary>
    private WrittenAt? SaidAt(Fact fact) => At(SaidOn.Of(fact), fact.Id.Document);

    private WrittenAt? At(DateOnly? said, DocumentId document) => said is { } day ? new WrittenAt(day, _documents.GetValueOrDefault(document)?.ReceivedAt ?? default) { Reported = WrittenAt(document)?.Day ?? day } : WrittenAt(document);

    private Answer LookUp(Lookup lookup, Conversation conversation)
    {
        var argument = Message.Read(lookup.Argument).Asked;
        if (lookup.Command == "ask" && argument.Length > 0) return Ask(argument, conversation);
        if (lookup.Command is "when" or "where" or "who" && Lookup.InFull(lookup.Command, argument) is { } inFull) return Ask(inFull, conversation);
        if (lookup.Command is "when" or "where") return Ask(_subject.Read(_reader.Read(argument) with { Expects = lookup.Command == "when" ? AnswerType.Date : AnswerType.Place }, always: true));
        if (lookup.Command == Lookup.Unknown) return new SmallTalk("commands") { Question = _reader.Read("") };
        if (argument.Length == 0 && lookup.Command is not "timeline") return new SmallTalk("needs " + lookup.Command) { Question = _reader.Read("") };
        var question = _reader.Read(argument);
        return lookup.Command switch
        {
            // Who isn't named in any document, nor by an office, is nobody that the documents know.
            "who" when question.Entities.Count == 0 && !Offices.Mark(question.Tokens).Contains(true) => new NotKnown([]) { Question = question },
            "who" => Ask(question with { Expects = AnswerType.Role }),
            "quote" => _lookups.Quotations(question),
            "number" => FiguresOf(question, argument),
            "timeline" => _timelines.Of(question),
            _ => Ask(question with { AsksForAllSides = true }) is var sided and (Disputed or Changed) ? sided : _lookups.Compare(question, Answerer.Floor / 2),
        };
    }

    /// <summary>The figures of something; where the first of them is one of several that the documents give of it, in order of time or side by side.</summary>
    private Answer FiguresOf(Question question, string argument) => _lookups.Figures(question) is var figures && figures is Told told
        && Ask(_subject.Read(_reader.Read($"How many {argument} are there?"))) is (Disputed or Changed) and var sides && sides.Statements.Any(statement => statement.Fact.Id == told.Found[0].Fact.Id) ? sides with { Question = question } : figures;

    /// <summary>A question of one part as it is understood.</summary>
    internal Question Read(string message, Conversation conversation) => _subject.Read(_followUps.Read(_reader.Read(Message.Read(message).Asked), conversation));

    private Answer Ask(Question question)
    {
        if (DurationAsked.AsDays(question) is { } days) return Answered(question) is { Abstained: false } said and not Told { Question.AsksWhereSourcesDiffer: true } ? said : Answered(days) is var held && DurationAsked.IsTold(held) ? held : Answered(question);
        if ((LeaderAsked.Plainly(question) ?? SinceAsked.AsDay(question) ?? SignificanceAsked.Plainly(question)) is not { } other) return Answered(RankAsked.WithoutVerb(question));
        var plain = Answered(other);
        if (!plain.Abstained) return plain;
        var literal = Answered(question);
        return other.Led is null || literal.Abstained || LeaderAsked.IsTold(literal) ? literal : plain;
    }

    private Answer Answered(Question question) =>
        question.SmallTalk is { } phrase ? new SmallTalk(phrase) { Question = question, Confidence = 1 }
        : _readings.Choices(question) is { } choices ? new Ambiguous(choices) { Question = question }
        : question.AsksForTimeline && _timelines.Of(question) is Told timeline ? timeline
        : question.AsksForQuotation && _lookups.Quotations(question) is Told quotations ? quotations
        : _compared.Of(question) is { } compared ? compared
        : _answerer.Compose(question, Rank(question)) is var answer && NotNamed.Of(question, answer.Statements, _view, _entities.Get, _isOfDocuments) is { Count: > 0 } notNamed ? NotNaming(answer, notNamed)
        : answer;

    /// <summary>An answer that names none of those whom the question takes for granted: the reason for what they did it doesn't tell.</summary>
    private static Answer NotNaming(Answer answer, IReadOnlyList<string> names) => answer is Told { Question.Expects: AnswerType.Reason } told
        ? new NotKnown(told.Found) { Question = told.Question, Confidence = Math.Min(told.Confidence, Answerer.Floor), Reasons = told.Reasons, NotNamed = names }
        : answer with { NotNamed = names };

    /// <summary>
    /// For each name in a question and each other entity of its kind: by how many logits the question as it stands leads the one with the other's name;
    /// null where the other has no answer. For calibrating <see cref="Readings.Margin"/>.
    /// </summary>
    internal IEnumerable<double?> LeadsOfTheRightReading(string message) => _readings.Leads(_reader.Read(Message.Read(message).Asked));

    /// <summary>The facts by how well they answer, without those on another occasion than the question is of.</summary>
    internal List<RankedFact> Rank(Question question)
    {
        var ranked = _ranker.Rank(question, _facts.For(question));
        _others.Remove(question, ranked);
        return ranked;
    }

    /// <summary>Who published a document, by the name that questions are read with.</summary>
    private EntityId? OutletOf(Document document) =>
        DiscoveredNames.Outlet(document) is { } outlet && _entities.Find(Tokenizer.Tokenize(outlet.Name), question: true) is [{ Kind: EntityKind.Organisation } named, ..] ? named.Id : null;

    /// <summary>The words of documents and of names, for the spelling: what people type here is likelier to mean them.</summary>
    private static HashSet<string> WordsOf(IReadOnlyList<DocumentFacts> documents, IEnumerable<Entity> entities)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in documents)
            foreach (var token in Tokenizer.Tokenize(document.Document.Text)) words.Add(token.Term);
        foreach (var entity in entities)
            foreach (var name in entity.Aliases.Concat(entity.AskedAs).Prepend(entity.Name))
                foreach (var token in Tokenizer.Tokenize(name)) words.Add(token.Term);
        words.RemoveWhere(word => char.IsAsciiDigit(word[0]));
        return words;
    }
}
