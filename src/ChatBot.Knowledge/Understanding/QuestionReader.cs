using System.Collections.Frozen;
using System.Globalization;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Text.Spelling;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Understanding;

/// <summary>Turns a question as typed into a <see cref="Question"/>. The same text is always the same question; safe to share between threads.</summary>
internal sealed class QuestionReader
{
    /// <summary>Words by which people frame a question; they say nothing about what is asked.</summary>
    private static readonly FrozenSet<string> FramingStems = LanguageData.Stems("framing-words.txt");
    private static readonly FrozenSet<string> FramingWords = LanguageData.Words("framing-words.txt");

    /// <summary>Words that say no more than that something takes place: asked when or where, they needn't be met.</summary>
    private static readonly FrozenSet<string> HappeningStems = LanguageData.Stems("happening-words.txt");

    /// <summary>Kinds of places that not every place is of: "which building" isn't answered by a city.</summary>
    private static readonly HashSet<string> SpecificPlaces = new(
        "building street island river mountain neighborhood neighbourhood site".Split(' ').Select(EnglishStemmer.Stem), StringComparer.Ordinal);

    /// <summary>Figures of a kind of their own: a budget isn't told by the size of an economy, nor a population by a number of guests.</summary>
    private static readonly HashSet<string> SpecificFigures = new("budget population temperature speed".Split(' ').Select(EnglishStemmer.Stem), StringComparer.Ordinal);

    /// <summary>How far a word made from another ("owner" from "own") counts as the other.</summary>
    private const double OfFamily = 0.6;

    /// <summary>How far one word of a phrase counts as the phrase.</summary>
    private const double OwnWordOfPhrase = 0.8;

    private static readonly PhraseList Comparison = new("comparison-words.txt");
    private static readonly PhraseList Recency = new("recency-words.txt");
    private static readonly PhraseList Former = new("former-words.txt");
    private static readonly PhraseList TimeOrder = new("timeline-words.txt");
    private static readonly PhraseList Quotation = new("quotation-words.txt");

    private readonly EntityFinder _entities;
    private readonly Lexicon _lexicon;
    private readonly IntentReader _intents;
    private readonly IReadOnlyDictionary<string, TopicIntent> _topicIntents;
    private readonly SpellingCorrector _spelling;
    private readonly Func<string, bool> _isOwnWord;
    private readonly HashSet<string> _ownStems;
    private readonly WordFamilies _families;
    private readonly DateOnly? _reference;

    /// <summary>What was read last, by the text's hash: one message is looked at from several sides, each of which reads it.</summary>
    private readonly Question?[] _recent = new Question?[16];

    /// <param name="topic">The topic.</param>
    /// <param name="lexicon">Words that mean much the same, the topic's own included.</param>
    /// <param name="entities">Its entities and the names discovered in the documents.</param>
    /// <param name="intents">Tells the kinds of questions apart.</param>
    /// <param name="spelling">Knows English, and the words of the topic and its documents.</param>
    /// <param name="isOwnWord">Whether a word stands in the documents or names of the topic.</param>
    /// <param name="ownStems">The stems of those words.</param>
    /// <param name="reference">The day that "9 June" without a year is reckoned from: the newest document's; null: not known.</param>
    public QuestionReader(Topic topic, Lexicon lexicon, EntityFinder entities, IntentReader intents, SpellingCorrector spelling, Func<string, bool> isOwnWord, HashSet<string> ownStems, DateOnly? reference)
    {
        _entities = entities;
        _lexicon = lexicon;
        _intents = intents;
        _topicIntents = topic.Intents.ToDictionary(i => i.Id, StringComparer.Ordinal);
        _spelling = spelling;
        _isOwnWord = isOwnWord;
        _ownStems = ownStems;
        _families = new WordFamilies(ownStems);
        _reference = reference;
    }

    /// <summary>Reads the part of a message that asks (<see cref="Message.Asked"/>).</summary>
    public Question Read(string asked)
    {
        ref var recent = ref _recent[(uint)asked.GetHashCode(StringComparison.Ordinal) % _recent.Length];
        if (Volatile.Read(ref recent) is { } read && read.Text == asked) return read;
        var question = ReadAnew(asked);
        Volatile.Write(ref recent, question);
        return question;
    }

    private Question ReadAnew(string asked)
    {
        var tokens = Tokenizer.Tokenize(asked);
        if (OtherLanguage.Of(asked, tokens, word => StopWords.Contains(word) || _spelling.Knows(word) || ChatSpellings.Meaning(word) is not null) is { } language)
            return new Question { Text = asked, Tokens = tokens, Terms = [], SmallTalk = "language " + language };
        foreach (var token in tokens.ToList())
            if (Contractions.Spelt(token.Term) is { } inFull) Apply(new Correction(token.Span, token.Span.Of(asked), inFull), tokens);
        var corrections = Misspelt(asked, tokens);
        foreach (var correction in corrections) Apply(correction, tokens);

        var mentions = _entities.Find(tokens, question: true);
        var reading = AnswerTypeReader.Read(tokens);
        // "Who is the president of the country": the person is described, and wanted by name.
        if (reading.Expects == AnswerType.Person && mentions.Exists(m => IsDescribed(m, tokens)) && Terms(tokens, mentions, reading, []).TrueForAll(t => t.Entity is not null))
            reading = reading with { Expects = AnswerType.Role };
        // "Who is Ada lorn": a name is one however it is written.
        if (reading.Expects == AnswerType.Person && IsWhoIsNamed(tokens, mentions)) reading = reading with { Expects = AnswerType.Role };
        // "What is the Kite Union": the union is what is asked about, not what is wanted.
        if (reading.Expects == AnswerType.Organisation && IsDefinition(tokens) && mentions is [{ Kind: EntityKind.Organisation } defined] && tokens[^1].Span.End == defined.Span.End) reading = new AnswerTypeReading(AnswerType.Any, null);
        if (reading.Expects == AnswerType.Any && IsOutletsReport(tokens, mentions)) reading = new AnswerTypeReading(AnswerType.Statement, null);
        var corrected = corrections.Count > 0 ? Corrected(asked, corrections) : asked;
        var filler = FillerClause.Find(tokens);
        var intent = _intents.Read(filler.Count > 0 ? Without(asked, tokens, filler) : corrected, mentions);
        // Where the words don't say what is wanted, the kind of question does.
        if (reading.Expects == AnswerType.Any && intent.Confidence >= 0.6 && intent.Intent is { } kind && _topicIntents[kind].Expects is { } expects)
            reading = reading with { Expects = IsDefinition(tokens) && expects == "statement" || expects == "yes-no" && IsWhatQuestion(tokens) ? AnswerType.Any : ParseType(expects) };
        var dates = DateFinder.Find(asked, tokens, _reference);
        var comparing = Comparison.Find(tokens);
        var recent = Recency.Find(tokens);
        recent.RemoveWhere(i => NamesOutlet(tokens, i));
        var ordering = TimeOrder.Find(tokens);
        var quoting = Quotation.Find(tokens);
        var changing = AskedDifference.OfChange(tokens);
        comparing.UnionWith(AskedDifference.OfDispute(tokens));
        var siding = AskedDifference.OfBothSides(tokens);
        if (siding.Count > 0) reading = new AnswerTypeReading(AnswerType.Any, null);
        comparing.UnionWith(siding);
        // The times between which something changed are no days that it is of.
        if (changing.Count > 0)
        {
            changing.UnionWith(Enumerable.Range(0, tokens.Count).Where(i => dates.Any(date => date.Span.Overlaps(tokens[i].Span))));
            dates = [];
        }
        var framing = changing.Union(comparing).Union(recent).Union(ordering).Union(quoting).Union(filler).ToHashSet();
        var question = new Question
        {
            Text = asked,
            Tokens = tokens,
            Terms = InFigures(Terms(tokens, mentions, reading, framing), tokens, dates),
            AsksWhereSourcesDiffer = comparing.Count > 0 || changing.Count > 0,
            AsksWhatChanged = comparing.Count == 0 && changing.Count > 0,
            AsksForBothSides = siding.Count > 0,
            AsksForLatest = recent.Count > 0,
            IsAhead = AskedAhead.Is(tokens),
            IsOfFormer = Former.Find(tokens).Count > 0,
            AsksForTimeline = ordering.Count > 0,
            AsksForQuotation = quoting.Count > 0,
            Intent = intent.Intent,
            IntentConfidence = intent.Confidence,
            AttributesAsked = AttributesOf(intent),
            SmallTalk = intent.SmallTalk is { } talk && (mentions.Count == 0 || talk == "instruction") && !AsksOfDocuments(tokens, talk, reading.Expects) ? talk : null,
            Expects = reading.Expects,
            Focus = reading.Focus,
            Entities = mentions,
            Dates = dates,
            Corrections = corrections,
            Speaker = reading.Expects == AnswerType.Statement ? SpeakerAsked(tokens, mentions) : null,
            Credited = CreditedSource(tokens, mentions),
        };
        return WithoutBounds(corrections.Count > 0 ? question with { ReadAs = corrected } : question);
    }

    /// <summary>
    /// "When does the fair begin?" is answered by "the fair takes place on …": asked of an event, its beginning and end need not be met.
    /// </summary>
    internal static Question WithoutBounds(Question question)
    {
        if (question.Expects != AnswerType.Date || !question.Entities.Any(m => m.Kind == EntityKind.Event)) return question;
        return question with { Terms = [.. question.Terms.Where(t => t.Entity is not null || !BoundStems.Contains(t.Stem))] };
    }

    private static readonly HashSet<string> BoundStems = new("start begin commence open end finish conclude close over wrap".Split(' ').Select(EnglishStemmer.Stem), StringComparer.Ordinal);

    /// <summary>"What is a toll?", "what are the accords": what the thing itself is.</summary>
    private static bool IsDefinition(List<Token> tokens) =>
        tokens is [{ Term: "what" }, { Term: "is" or "are" or "was" or "were" }, ..] or [{ Term: "what's" or "whats" }, ..] && tokens.Count <= LongestDefinition && !tokens.Exists(t => AnswerTypeReader.IsSaying(t.Term));

    /// <summary>"What does it underline?" is answered by no yes and no no.</summary>
    private static bool IsWhatQuestion(List<Token> tokens) => tokens is [{ Term: "what" or "which" }, { Term: "does" or "do" or "did" or "will" or "would" or "has" or "have" }, ..] && !tokens.Exists(token => token.Term == "about");

    private const int LongestDefinition = 6;

    /// <summary>
    /// Whether what looks like small talk has words that no small talk has and the documents do: "can dogs come". Instructions bring words of all kinds
    /// along, so there half must be such.
    /// </summary>
    private bool AsksOfDocuments(List<Token> tokens, string talk, AnswerType expects)
    {
        // What somebody else did is nothing that a bot is chatted to about.
        if (tokens.Exists(token => token.Term is "he" or "she" or "him" or "her" or "they" or "them") && tokens.Exists(token => token.Term is "who" or "what" or "which" or "when" or "where" or "why" or "how")) return true;
        // Nobody asks a bot for days, places or figures but its own, or orders it about with a question word.
        if ((talk != "instruction" || tokens is [{ Term: "when" or "where" or "how" }, ..]) && expects is AnswerType.Date or AnswerType.Place or AnswerType.Quantity && !tokens.Exists(token => token.Term is "you" or "your" or "yourself" or "u" or "ur" or "bot")) return true;
        // "Was anyone hurt?" orders nothing.
        if (talk == "instruction" && expects == AnswerType.YesNo && !tokens.Exists(token => token.Term is "you" or "your" or "yourself" or "u" or "ur" or "bot" or "i" or "me" or "my" or "we" or "us" or "our")) return true;
        var content = tokens.Where(token => !token.IsStopWord).ToList();
        var strange = content.Count(token => !IntentReader.IsSmallTalkWord(token.Stem) && (_isOwnWord(token.Term) || _ownStems.Contains(token.Stem)));
        // "Tell me about the valves" orders nothing that a question wouldn't.
        var isAbout = tokens.FindIndex(token => token.Term is "me" or "us") is >= 0 and var whom && whom + 1 < tokens.Count && tokens[whom + 1].Term == "about";
        return talk == "instruction" && !isAbout && IntentReader.IsOrder(tokens) ? strange * 2 >= content.Count : strange > 0;
    }

    /// <summary>"What did the Post report?": what an outlet reports is its word, as what anybody says is theirs.</summary>
    private static bool IsOutletsReport(List<Token> tokens, List<EntityMention> mentions)
    {
        if (tokens is not [{ Term: "what" }, { Term: "did" or "does" or "do" or "has" or "have" }, ..]) return false;
        var verb = tokens.FindIndex(token => IsReporting(token.Term));
        return verb > 2 && mentions.Exists(mention => mention.Kind == EntityKind.Organisation && mention.Span.Contains(tokens[verb - 1].Span));
    }

    private static bool IsReporting(string term) => term is "report" or "reported" or "reports";

    /// <summary>Whether "who is" has nothing behind it but somebody's name.</summary>
    private bool IsWhoIsNamed(List<Token> tokens, List<EntityMention> mentions)
    {
        var name = tokens is [{ Term: "who" }, { Term: "is" or "was" }, ..] ? 2 : tokens is [{ Term: "who's" or "whos" }, ..] ? 1 : tokens.Count;
        return name < tokens.Count && mentions.Exists(mention => mention.Kind == EntityKind.Person && !IsDescribed(mention, tokens) && tokens.Skip(name).All(token => mention.Span.Contains(token.Span)));
    }

    /// <summary>Whether a person is meant by an office or a description rather than by name.</summary>
    private bool IsDescribed(EntityMention mention, List<Token> tokens)
    {
        if (mention.Kind != EntityKind.Person || _entities.Get(mention.Id) is not { } person) return false;
        var name = Tokenizer.Tokenize(person.Name).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        return !tokens.Exists(t => mention.Span.Contains(t.Span) && name.Contains(t.Term));
    }

    private Dictionary<string, double> AttributesOf(IntentReader.Reading intent)
    {
        var attributes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, share) in intent.Shares)
            if (_topicIntents[name].Attribute is { } attribute) attributes[attribute] = Math.Max(attributes.GetValueOrDefault(attribute), share);
        return attributes;
    }

    private static AnswerType ParseType(string expects) => expects == "yes-no" ? AnswerType.YesNo : Enum.TryParse<AnswerType>(expects, ignoreCase: true, out var type) ? type : AnswerType.Any;

    private List<Correction> Misspelt(string asked, List<Token> tokens)
    {
        var corrections = new List<Correction>();
        var others = new List<IReadOnlyList<SpellingCandidate>>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (WordForFigure(asked, tokens, i) is { } word)
            {
                corrections.Add(new Correction(token.Span, token.Span.Of(asked), word));
                others.Add([]);
                continue;
            }
            if (token.IsNumber || (token.Traits & TokenTraits.Symbol) != 0) continue;
            var typed = token.Span.Of(asked);
            var readings = _spelling.Readings(typed);
            if (readings.Count == 0) continue;
            var read = readings[0];
            // A word that texts of all kinds use is no misspelling of one that nothing here is about.
            if (WordLikeness.Knows(token.Stem) && !_isOwnWord(read.Word) && ChatSpellings.Meaning(Folding.Fold(typed)) is null) continue;
            if (read.Edits > 0 && !token.IsCapitalised && IsEnglishBesideName(token.Term, read.Word)) continue;
            // Read as a word of which neither documents nor questions have the like, it would only be shown wrong.
            if (token.Term.Length != 4 && read.Edits > 0 && !IsOfUse(read.Word)) continue;
            // A capital within the message makes it a name: nobody's name is a misspelt English word, though it may be a misspelt name of the topic.
            if (token.IsCapitalised && token.Span.Start > tokens[0].Span.Start && read.Edits > 0 && !IsName(read.Word)) continue;
            corrections.Add(new Correction(token.Span, typed, read.Word));
            others.Add(readings);
        }
        TakeWhatNames(tokens, corrections, others);
        // Most of it misspelt, and nothing of what that would read is spoken of here: another language, not bad spelling.
        var misspelt = corrections.Where(c => ChatSpellings.Meaning(Folding.Fold(c.Typed)) is null).ToList();
        return misspelt.Count > 2 && misspelt.Count * 2 > tokens.Count && !misspelt.Exists(c => c.Read.Length > 3 && _isOwnWord(c.Read)) ? [] : corrections;
    }

    /// <summary>Whether a word names something here, or somewhere, by itself: Mr Bico is no "Rico", of which only Puerto Rico's name has one.</summary>
    private bool IsName(string word) => _entities.IsNameWord(word) && (_isOwnWord(word) || _entities.Find(Tokenizer.Tokenize(word), question: true).Count > 0);

    /// <summary>"Where do they dine?" is not about Mr Dane: a word of which English has other forms is no misspelt name.</summary>
    private bool IsEnglishBesideName(string typed, string read) =>
        _entities.IsNameWord(read) && !SpellingCorrector.English.Knows(read) && WordForms.HasKnownForm(typed, SpellingCorrector.English.Knows);

    /// <summary>"Come 2 the fair", "it has 2 be", "is it good 4 us": the figure stands for a word of its sound. "On June 2 the fair" it is a day.</summary>
    private string? WordForFigure(string asked, List<Token> tokens, int i)
    {
        if (tokens[i].Term is not ("2" or "4") || i == 0 || i + 1 >= tokens.Count || tokens[i - 1].IsNumber || !(tokens[i + 1].IsStopWord || Infinitive.Contains(tokens[i - 1].Term))) return null;
        if (DateFinder.Find(asked, tokens, _reference).Any(date => date.Span.Overlaps(tokens[i].Span))) return null;
        return tokens[i].Term == "2" ? "to" : "for";
    }

    /// <summary>Words behind which "to" is likelier than "two".</summary>
    private static readonly HashSet<string> Infinitive = new(StringComparer.Ordinal) { "want", "wants", "going", "gonna", "come", "coming", "go", "goes", "need", "needs", "according", "able", "invited", "used", "due", "close" };

    /// <summary>Of several readings the one by which more words make up a name: "istanbul taks" are the Istanbul talks, though "takes" is the commoner word.</summary>
    private void TakeWhatNames(List<Token> tokens, List<Correction> corrections, List<IReadOnlyList<SpellingCandidate>> readings)
    {
        for (var i = 0; i < corrections.Count; i++)
        {
            if (readings[i].Count < 2) continue;
            var most = Named(corrections);
            for (var other = 1; other < readings[i].Count; other++)
            {
                List<Correction> changed = [.. corrections];
                changed[i] = changed[i] with { Read = readings[i][other].Word };
                if (Named(changed) <= most) continue;
                (most, corrections[i]) = (Named(changed), changed[i]);
            }
        }

        int Named(List<Correction> read)
        {
            var corrected = tokens.ToList();
            foreach (var correction in read) Apply(correction, corrected);
            var mentions = _entities.Find(corrected, question: true);
            return corrected.Count(token => mentions.Exists(mention => mention.Span.Contains(token.Span) && mention.Span != token.Span));
        }
    }

    private bool IsOfUse(string read) => Tokenizer.Tokenize(read) is var words && (words.Count > 1 || words.TrueForAll(word =>
        word.IsStopWord || _isOwnWord(word.Term) || _ownStems.Contains(word.Stem) || IntentReader.IsSmallTalkWord(word.Stem) || IsFraming(word) || _lexicon.At(words, 0) is not null
        || AnswerTypeReader.IsMeasure(word.Term) || AnswerTypeReader.IsSaying(word.Term) || Enum.GetValues<AnswerType>().Any(type => AnswerTypeReader.NamesType(word.Term, type))));

    /// <summary>"Which news agency said so?": the kind of outlet, and no news.</summary>
    private static bool NamesOutlet(List<Token> tokens, int i) => tokens[i].Term == "news" && i + 1 < tokens.Count && AnswerTypeReader.NamesType(tokens[i + 1].Term, AnswerType.Organisation);

    private static void Apply(Correction correction, List<Token> tokens)
    {
        var at = tokens.FindIndex(t => t.Span == correction.Span);
        if (at < 0) return;
        var read = Tokenizer.Tokenize(correction.Read);
        tokens.RemoveAt(at);
        // What was read keeps the place and the looks of what was typed.
        tokens.InsertRange(at, read.Select(t => t with { Span = correction.Span }));
    }

    private List<QuestionTerm> Terms(List<Token> tokens, List<EntityMention> mentions, AnswerTypeReading reading, HashSet<int> framing)
    {
        var terms = new List<QuestionTerm>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (framing.Contains(i) || FutureForm.IsAt(tokens, i, mentions)) continue;
            if (mentions.FirstOrDefault(m => m.Span.Overlaps(token.Span)) is { Span.Length: > 0 } mention)
            {
                if (!terms.Exists(t => t.Entity == mention.Id)) terms.Add(TermOf(mention, tokens));
                continue;
            }
            // "Which city", "what date": the noun only says what kind of thing is wanted.
            if (token.Stem == reading.Focus && AnswerTypeReader.NamesType(token.Term, reading.Expects) && !SpecificPlaces.Contains(token.Stem) && !SpecificFigures.Contains(token.Stem)) continue;
            // "How deep": only says which kind of figure is wanted.
            if (reading.Expects == AnswerType.Quantity && i > 0 && tokens[i - 1].Term == "how" && AnswerTypeReader.IsMeasure(token.Term)) continue;
            if (reading.Expects == AnswerType.Statement && (AnswerTypeReader.AsksForWording(token.Term) || IsReporting(token.Term) && IsOutletsReport(tokens, mentions))) continue;
            if (_lexicon.At(tokens, i) is { } match && (match.Length > 1 || !token.IsStopWord))
            {
                var stem = match.Length == 1 ? token.Stem : tokens.Skip(i).Take(match.Length).MaxBy(t => t.IsStopWord ? 0 : t.Stem.Length).Stem;
                // A phrase is met by any of its own words too ("hold talks" by "talks").
                var alternatives = match.Length == 1 ? Family(stem, match.Alternatives)
                    : [.. match.Alternatives, .. tokens.Skip(i).Take(match.Length).Where(t => !t.IsStopWord && t.Stem != stem).Select(t => new TermAlternative(t.Stem, OwnWordOfPhrase))];
                if (!IsFraming(token) || match.Length > 1) Add(terms, new QuestionTerm(stem, token.Traits, alternatives) { IsUnknownWord = match.Length == 1 && IsUnknown(token) });
                i += match.Length - 1;
                continue;
            }
            if (token.IsStopWord || IsFraming(token) || token.Term.Length == 1 && !token.IsNumber) continue;
            Add(terms, new QuestionTerm(token.Stem, token.Traits, Family(token.Stem, [])) { IsUnknownWord = IsUnknown(token) });
        }
        if ((reading.Expects is AnswerType.Date or AnswerType.Place || IsWhatHappened(tokens)) && terms.Exists(t => t.Entity is not null || !HappeningStems.Contains(t.Stem)))
            terms.RemoveAll(t => t.Entity is null && HappeningStems.Contains(t.Stem));
        return terms;
    }

    /// <summary>"What happened in Arden?": whatever is told of it.</summary>
    private static bool IsWhatHappened(List<Token> tokens) => tokens.Exists(token => token.Term == "what") && tokens.Exists(token => token.Term is "happened" or "happens" or "happening" or "occurred");

    /// <summary>The alternatives with the word's family in the documents.</summary>
    private IReadOnlyList<TermAlternative> Family(string stem, IReadOnlyList<TermAlternative> alternatives)
    {
        var family = _families.Of(stem).Where(other => !alternatives.Any(a => a.Stem == other)).Select(other => new TermAlternative(other, OfFamily)).ToList();
        return family.Count == 0 ? alternatives : [.. alternatives, .. family];
    }

    /// <summary>An entity is met by any single word that names it: its surname, its other spellings.</summary>
    private QuestionTerm TermOf(EntityMention mention, List<Token> tokens)
    {
        var entity = _entities.Get(mention.Id);
        var name = Tokenizer.Tokenize(entity?.Name ?? "");
        var stem = name.Count > 0 ? name[^1].Stem : tokens.First(t => t.Span.Overlaps(mention.Span)).Stem;
        var alternatives = new List<TermAlternative>();
        foreach (var alias in entity?.Aliases ?? [])
        {
            var words = Tokenizer.Tokenize(alias);
            if (words.Count == 1 && words[0].Stem != stem && !words[0].IsStopWord && !alternatives.Exists(a => a.Stem == words[0].Stem))
                alternatives.Add(new TermAlternative(words[0].Stem, 1));
        }
        return new QuestionTerm(stem, TokenTraits.Capitalised, alternatives) { Entity = mention.Id };
    }

    private static void Add(List<QuestionTerm> terms, QuestionTerm term)
    {
        if (!terms.Exists(t => t.Stem == term.Stem)) terms.Add(term);
    }

    private bool IsUnknown(Token token) => !token.IsNumber && !_spelling.Knows(token.Term) && !WordLikeness.Knows(token.Stem) && _spelling.Correct(token.Term) is null;

    /// <summary>"Next year's fair" is met by "the 2032 fair": the words for a year may stand as its figures.</summary>
    private static List<QuestionTerm> InFigures(List<QuestionTerm> terms, List<Token> tokens, IReadOnlyList<DateMention> dates)
    {
        foreach (var date in dates.Where(date => date is { Relative: true, Precision: DatePrecision.Year }))
        {
            var words = tokens.Where(token => date.Span.Overlaps(token.Span)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
            var year = new TermAlternative(date.Value.From.Year.ToString(CultureInfo.InvariantCulture), 1);
            terms = terms.ConvertAll(term => term.Entity is null && words.Contains(term.Stem) ? term with { Alternatives = [.. term.Alternatives, year] } : term);
        }
        return terms;
    }

    /// <summary>The question's words but some of them.</summary>
    private static string Without(string asked, List<Token> tokens, HashSet<int> left) =>
        string.Join(' ', Enumerable.Range(0, tokens.Count).Where(i => !left.Contains(i)).Select(i => tokens[i].Span.Of(asked)));

    private static bool IsFraming(Token token) => FramingStems.Contains(token.Stem);

    /// <summary>Whether a word is left out of what is asked only because it shares its stem with one that frames questions.</summary>
    internal static bool IsFramedByStemAlone(Token token) => IsFraming(token) && !FramingWords.Contains(token.Term);

    /// <summary>The subject of the saying: the entity named last before "say" or first behind "by", "of".</summary>
    private static EntityId? SpeakerAsked(List<Token> tokens, List<EntityMention> mentions)
    {
        foreach (var mention in mentions)
            if (mention.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country) return mention.Id;
        return null;
    }

    private static EntityId? CreditedSource(List<Token> tokens, List<EntityMention> mentions)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var from = tokens[i].Term switch
            {
                "according" when tokens[i + 1].Term == "to" => i + 2,
                "per" or "via" => i + 1,
                _ => -1,
            };
            if (from < 0) continue;
            foreach (var mention in mentions)
                if (from < tokens.Count && mention.Span.Start >= tokens[from].Span.Start && mention.Span.Start - tokens[from].Span.Start <= 4 && mention.Kind == EntityKind.Organisation) return mention.Id;
        }
        return null;
    }

    private static string Corrected(string asked, IReadOnlyList<Correction> corrections)
    {
        foreach (var correction in corrections.OrderByDescending(c => c.Span.Start))
            asked = string.Concat(asked.AsSpan(0, correction.Span.Start), correction.Read, asked.AsSpan(correction.Span.End));
        return asked;
    }
}
