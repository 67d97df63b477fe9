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
    /// <summary>With so many facts or fewer, every fact is weighed for every question.</summary>
    private const int SmallStore = 400;

    /// <summary>In a small store retrieval only adds its word on the likeliest facts.</summary>
    private static readonly RetrievalOptions Signalling = new() { Evidence = 24 };

    /// <summary>In a large store retrieval selects the facts to weigh.</summary>
    private static readonly RetrievalOptions Selecting = new() { Evidence = 100, Sentences = 100, Paragraphs = 20 };

    private const int LongestPronoun = 3;

    private const double LeastLogit = -6;

    /// <summary>How common a word of the documents is taken to be among what people type here.</summary>
    private const byte OwnFrequency = 8;

    private readonly IntentReader _intents;
    private readonly EntityFinder _entities;
    private readonly QuestionReader _reader;
    private readonly FollowUps _followUps;
    private readonly BareFollowUps _bareFollowUps;
    private readonly Readings _readings;
    private readonly MeaningRanker _ranker;
    private readonly Answerer _answerer;
    private readonly Lookups _lookups;
    private readonly Timelines _timelines;
    private readonly ClaimChecker _claims;
    private readonly Dictionary<FactId, FactView> _views;
    private readonly IndexSnapshot _index;
    private readonly Retriever _retriever = new();
    private readonly Dictionary<DocumentId, DocumentFacts> _documents;

    private KnowledgeBase(Topic topic, IReadOnlyList<DocumentFacts> documents, IntentReader intents)
    {
        Topic = topic;
        _intents = intents;
        documents = DiscoveredNames.Joined(documents);
        _documents = documents.ToDictionary(d => d.Document.Id);
        var entities = _entities = new EntityFinder(topic, DiscoveredNames.In(documents));
        var lexicon = new Lexicon(topic);
        _views = documents.OrderBy(d => d.Document.Id.Value, StringComparer.Ordinal).SelectMany(d => FactView.Of(d, id => entities.Get(id)?.Represents, lexicon, OutletOf(d.Document)))
            .ToDictionary(view => view.Fact.Id);
        _index = IndexSnapshot.Build(documents);
        var newest = documents.Select(d => d.Document.Source.Published).Max();
        var spokenOf = WordsOf(documents, topic.Entities);
        var spelling = new SpellingCorrector(spokenOf.Union(WordsOf([], entities.Entities)).Order(StringComparer.Ordinal).Select(word => new VocabularyWord(word, OwnFrequency))
            .Concat(Opposites.Words.Select(word => new VocabularyWord(word, 1))));
        _reader = new QuestionReader(topic, lexicon, entities, intents, spelling, spokenOf.Contains, spokenOf.Select(EnglishStemmer.Stem).ToHashSet(StringComparer.Ordinal), newest);
        _followUps = new FollowUps(entities, _reader.Read);
        _bareFollowUps = new BareFollowUps(_views.GetValueOrDefault);
        _readings = new Readings(topic.Subject, entities, _reader.Read, Rank);
        _ranker = new MeaningRanker(entities, [.. _views.Values]);
        var days = documents.ToDictionary(d => d.Document.Id, Written);
        Func<RankedFact, DateOnly?> written = fact => days[fact.View.Document.Id];
        _answerer = new Answerer(topic, written);
        _lookups = new Lookups(Rank, written);
        _timelines = new Timelines(topic.Subject, _views.Values, Rank, written);
        _claims = new ClaimChecker(topic, entities, _reader, _views.Values, Rank);
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

    /// <summary>The document of that id, or null.</summary>
    public Document? Find(DocumentId id) => _documents.GetValueOrDefault(id)?.Document;

    /// <summary>
    /// What a statement is about where its own words only say "he", "she" or "it", or whose words they are where nobody is named; null where the words tell.
    /// </summary>
    public string? UnnamedSubject(Statement statement)
    {
        var fact = statement.Fact;
        foreach (var mention in fact.Entities)
            if (mention.Span.Length <= LongestPronoun && IsPronoun(mention.Span.Of(Find(fact.Id.Document)?.Text ?? "")) && statement.Citation.Span.Contains(mention.Span)) return _entities.Get(mention.Id)?.Name;
        return fact.Attribution.Speaker is { } speaker && !fact.Entities.Any(m => m.Id == speaker && statement.Citation.Span.Contains(m.Span)) ? _entities.Get(speaker)?.Name : null;
    }

    /// <summary>Who published a document, by the name that questions are read with.</summary>
    private EntityId? OutletOf(Document document) =>
        DiscoveredNames.Outlet(document) is { } outlet && _entities.Find(Tokenizer.Tokenize(outlet.Name), question: true) is [{ Kind: EntityKind.Organisation } named, ..] ? named.Id : null;

    private static bool IsPronoun(string words) => words.ToLowerInvariant() is "he" or "she" or "it";

    /// <summary>Answers <paramref name="message"/> in the light of <paramref name="conversation"/>.</summary>
    /// <param name="message">The message as typed; what is addressed to the platform is left out of it.</param>
    /// <param name="conversation">The turns before it; <see cref="Conversation.New"/> where there are none.</param>
    public Answer Ask(string message, Conversation conversation)
    {
        if (Lookup.Read(message) is { } lookup) return LookUp(lookup, conversation);
        var asked = Message.Read(message).Asked;
        // Not a word, and no number that could be a year or a figure: nothing is asked.
        if (!asked.Any(char.IsLetter) && Tokenizer.Tokenize(asked).TrueForAll(t => t.IsNumber && t.Term.Length < 3)) return new SmallTalk("empty") { Question = _reader.Read("") };
        if (IsSum(asked)) return new SmallTalk("sum") { Question = _reader.Read(""), Confidence = 1 };
        if (OrderQuestion.Read(asked) is { } order && _timelines.InOrder(_reader.Read(order.One), _reader.Read(order.Other)) is { } ordered)
            return ordered with { Question = ordered.Question with { Text = asked } };
        var parts = QuestionParts.Split(asked);
        if (parts.Count == 1)
        {
            var whole = _reader.Read(asked);
            if (conversation.Turns.Count == 0 && PointsNowhere(whole)) return new SmallTalk("context") { Question = whole };
            if (conversation.Turns.Count > 0 && whole.Expects == AnswerType.Reason && BareFollowUps.IsBare(whole)) return WhyOf(_followUps.Read(whole, conversation));
            return (conversation.Turns.Count > 0 ? FollowUps.Again(whole, conversation) ?? WhoSaidThat(whole, conversation) ?? _bareFollowUps.Read(whole, conversation) : null) ?? Ask(Subjected(_followUps.Read(whole, conversation)));
        }

        Question? first = null;
        var answers = new List<Answer>();
        foreach (var part in parts)
        {
            var question = _reader.Read(part.Text);
            if (first is null) question = Subjected(_followUps.Read(question, conversation));
            else if (part.IsBare) question = question with { Terms = first.Terms, Entities = [.. first.Entities, .. question.Entities], Dates = first.Dates, CarriedTerms = first.CarriedTerms };
            else question = question with { CarriedTerms = [.. first.Terms.Where(t => !question.Terms.Any(own => own.Stem == t.Stem)), .. first.CarriedTerms] };
            first ??= question;
            answers.Add(Ask(question));
        }
        var readAs = answers.Exists(a => a.Question.ReadAs is not null) ? string.Join(' ', answers.Select(a => a.Question.ReadAs ?? a.Question.Text)) : null;
        return Together(first! with { Text = asked, ReadAs = readAs }, answers);
    }

    /// <summary>"Who said that?", "what did she say?" with nothing said before: nobody can tell whom or what is meant.</summary>
    private static bool PointsNowhere(Question question)
    {
        if (question.Entities.Count > 0 || question.SmallTalk is not null) return false;
        var tokens = question.Tokens;
        return tokens.Any(t => t.Term is "he" or "she" or "him" or "her" or "his") && question.Terms.Count == 0
            || question.Terms.Count == 0 && question.Expects == AnswerType.Person && tokens.Any(t => t.Term is "that" or "this" or "so") && tokens.Any(t => t.Term is "said" or "says" or "say");
    }

    /// <summary>"Why?" of what was said before: only a sentence that gives a reason answers it.</summary>
    private Answer WhyOf(Question question) => _answerer.Compose(question, [.. Rank(question).Where(fact => fact.Signals[MeaningSignals.HasWhatIsAskedAt] > 0)]);

    /// <summary>Whether figures are to be reckoned with: nothing but numbers and what is done to them.</summary>
    private static bool IsSum(string asked)
    {
        var tokens = Tokenizer.Tokenize(asked).Where(token => !token.IsStopWord).ToList();
        return tokens.Count(token => token.IsNumber) > 1 && tokens.TrueForAll(token => token.IsNumber || (token.Traits & TokenTraits.Symbol) != 0
            || token.Term is "plus" or "minus" or "times" or "x" or "divided" or "multiplied" or "percent" or "sum" or "calculate" or "compute" or "whats" or "much" or "equals" or "squared");
    }

    /// <summary>Holds <paramref name="message"/> against the facts: a verdict for each thing that it claims, in order. Empty where it has no words.</summary>
    public IReadOnlyList<CheckedClaim> CheckClaim(string message) => _claims.Check(message);

    /// <summary>"Who said that?": the statements just shown, with the speaker or source that each names; null where something else is asked.</summary>
    private static Answer? WhoSaidThat(Question question, Conversation conversation)
    {
        if (question.Entities.Count > 0 || question.Expects != AnswerType.Person || question.Terms.Any(t => !question.Tokens.Any(own => own.Stem == t.Stem && AnswerTypeReader.IsSaying(own.Term) || own.Stem == t.Stem && own.Term is "reported"))) return null;
        if (!question.Tokens.Any(t => t.Term is "said" or "says" or "say" or "reported" or "wrote" or "claimed" or "claims") || !question.Tokens.Any(t => t.Term is "that" or "it" or "this" or "so")) return null;
        var attributed = new List<Statement>();
        foreach (var shown in conversation.Turns[^1].Answer.Statements)
        {
            var by = shown.Fact.Attribution;
            var named = shown.Fact.Entities.Concat(by.Sources).FirstOrDefault(m => (m.Id == by.Speaker || by.Sources.Any(s => s.Id == m.Id)) && shown.Citation.Span.Contains(m.Span));
            if (named.Span.Length > 0) attributed.Add(shown.Showing(named.Span));
        }
        // Nobody is named: whoever published it says so.
        if (attributed.Count == 0) return conversation.Turns[^1].Answer.Statements.Count > 0 ? FollowUps.Shown(question, conversation.Turns[^1]) : null;
        // What is asked next is asked of the same matter.
        var again = FollowUps.Shown(question, conversation.Turns[^1]);
        return new Told([.. attributed.DistinctBy(s => s.Fact.Id).Take(3)]) { Question = again.Question with { ReadAs = null }, Confidence = again.Confidence };
    }

    /// <summary>How the facts that come nearest stand to a sentence, those that carry most of it first.</summary>
    internal IReadOnlyList<Comparison> CompareWith(string sentence) => _claims.Compare(sentence);

    /// <summary>The day on which a known document was written: as published, or no earlier than the latest single day it gives; null where nothing tells.</summary>
    internal DateOnly? WrittenOn(DocumentId id) => _documents.TryGetValue(id, out var document) ? Written(document) : null;

    private Answer LookUp(Lookup lookup, Conversation conversation)
    {
        var argument = Message.Read(lookup.Argument).Asked;
        if (lookup.Command == "ask" && argument.Length > 0) return Ask(argument, conversation);
        if (lookup.Command is "when" or "where") return Ask(Subjected(_reader.Read(argument) with { Expects = lookup.Command == "when" ? AnswerType.Date : AnswerType.Place }, always: true));
        if (lookup.Command == Lookup.Unknown) return new SmallTalk("commands") { Question = _reader.Read("") };
        if (argument.Length == 0 && lookup.Command is not "timeline") return new SmallTalk("needs " + lookup.Command) { Question = _reader.Read("") };
        var question = _reader.Read(argument);
        return lookup.Command switch
        {
            // Who isn't named in any document, nor by an office, is nobody that the documents know.
            "who" when question.Entities.Count == 0 && !Offices.Mark(question.Tokens).Contains(true) => new NotKnown([]) { Question = question },
            "who" => Ask(question with { Expects = AnswerType.Role }),
            "quote" => _lookups.Quotations(question),
            "number" => _lookups.Figures(question),
            "timeline" => _timelines.Of(question),
            _ => Ask(question with { AsksForAllSides = true }) is var sided and (Disputed or Changed) ? sided : _lookups.Compare(question, Answerer.Floor / 2),
        };
    }

    /// <summary>A question of one part as it is understood.</summary>
    internal Question Read(string message, Conversation conversation) => Subjected(_followUps.Read(_reader.Read(Message.Read(message).Asked), conversation));

    private Answer Ask(Question question) =>
        question.SmallTalk is { } phrase ? new SmallTalk(phrase) { Question = question, Confidence = 1 }
        : _readings.Choices(question) is { } choices ? new Ambiguous(choices) { Question = question }
        : question.AsksForTimeline && _timelines.Of(question) is Told timeline ? timeline
        : question.AsksForQuotation && _lookups.Quotations(question) is Told quotations ? quotations
        : _answerer.Compose(question, Rank(question));

    /// <summary>
    /// For each name in a question and each other entity of its kind: by how many logits the question as it stands leads the one with the other's name;
    /// null where the other has no answer. For calibrating <see cref="Readings.Margin"/>.
    /// </summary>
    internal IEnumerable<double?> LeadsOfTheRightReading(string message) => _readings.Leads(_reader.Read(Message.Read(message).Asked));

    internal List<RankedFact> Rank(Question question) => _ranker.Rank(question, Candidates(question));

    /// <summary>The facts to weigh, with the log-odds that retrieval gives them: in a small store all of them, in a large one those that retrieval finds.</summary>
    private IEnumerable<(FactView View, double Retrieval)> Candidates(Question question)
    {
        var found = _retriever.Search(question, _index, _views.Count <= SmallStore ? Signalling : Selecting);
        var logits = new Dictionary<FactId, double>(found.Count);
        foreach (var evidence in found) logits[evidence.Fact.Id] = Logit(evidence.Confidence);
        return _views.Count <= SmallStore
            ? _views.Values.Select(view => (view, logits.GetValueOrDefault(view.Fact.Id, LeastLogit)))
            : found.Select(evidence => (_views[evidence.Fact.Id], logits[evidence.Fact.Id]));
    }

    private static double Logit(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), LeastLogit, -LeastLogit);

    /// <summary>A question that names nothing is about the topic's subject.</summary>
    private Question Subjected(Question question, bool always = false)
    {
        if (question.SmallTalk is not null) return question;
        // Letters and signs that ask nothing are no question about the event either.
        if (question.Terms.Count == 0 && question.Expects == AnswerType.Any && !question.Tokens.Any(t => t.Term.Length > 1)) return question with { SmallTalk = "empty" };
        // "When does it start?" with nothing else in view: "it" is the event.
        var isIt = question.Entities.Count == 0 && question.CarriedTerms.Count == 0 && question.Tokens.Any(t => t.Term is "it" or "its" or "it's");
        if (question.Terms.Count > 0 && !isIt && !(always && question.Entities.Count == 0) || Topic.Subject is not { } subject) return question;
        if (Topic.Entities.FirstOrDefault(e => e.Id == subject) is not { } entity) return question;
        var name = Tokenizer.Tokenize(entity.Name);
        return QuestionReader.WithoutBounds(question with
        {
            Terms = [.. question.Terms, new QuestionTerm(name[0].Stem, TokenTraits.Capitalised, []) { Entity = subject }],
            Entities = [new EntityMention(new TextSpan(0, 0), subject, entity.Kind, true)],
        });
    }

    /// <summary>The parts' answers as one: what each tells, without repetition; not known only where no part is.</summary>
    private static Answer Together(Question question, List<Answer> answers)
    {
        var told = answers.Where(a => !a.Abstained).ToList();
        if (told.Count == 0) return answers[0] with { Question = question };
        if (told.Count == 1) return told[0] with { Question = question };
        if (told.FirstOrDefault(a => a is Disputed or Changed) is { } sided && told.TrueForAll(a => a == sided || a.Statements.All(s => sided.Statements.Any(o => o.Fact.Id == s.Fact.Id))))
            return sided with { Question = question };
        var sides = told.FirstOrDefault(a => a is Disputed or Changed);
        var statements = new List<Statement>();
        foreach (var answer in told.Where(a => a != sides))
            foreach (var statement in answer is Told ? answer.Statements.Take(2) : answer.Statements)
                if (!statements.Exists(s => s.Fact.Id == statement.Fact.Id) && sides?.Statements.Any(s => s.Fact.Id == statement.Fact.Id) != true) statements.Add(statement);
        // What sources disagree on stays told apart from what else was asked.
        if (sides is Disputed disputed) return disputed with { Question = question, Besides = statements };
        if (sides is Changed changed) return changed with { Question = question, Besides = statements };
        return new Told(statements) { Question = question, Confidence = told.Min(a => a.Confidence), Reasons = [.. told.SelectMany(a => a.Reasons.Take(2))] };
    }

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

    /// <summary>The day a document was written: as published, or no earlier than the latest single day it gives.</summary>
    internal static DateOnly? Written(DocumentFacts document) =>
        document.Document.Source.Published
        ?? document.Facts.SelectMany(f => f.Dates).Where(d => d.Precision == DatePrecision.Day && !d.Relative).Select(d => (DateOnly?)d.Value.From).Max();
}
