using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Updates;

/// <summary>That the answer to a watched question is another one now.</summary>
/// <param name="Kind"><see cref="NewsKind.New"/>: there was none before; else how it differs.</param>
/// <param name="Before">What the answer rested on before; empty where there was none.</param>
/// <param name="After">What it rests on now: statements of the new document, or, where that only takes something back, what is left; then empty where nothing is.</param>
/// <param name="Document">The document that brings it.</param>
public sealed record AnswerNews(NewsKind Kind, IReadOnlyList<Statement> Before, IReadOnlyList<Statement> After, DocumentId Document)
{
    /// <summary>From this probability on, a question asks for an attribute.</summary>
    private const double SurelyAsked = 0.5;

    /// <summary>Compares the answers to one question before and after documents came in.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="before">The answer from what was known before.</param>
    /// <param name="after">The answer from what is known now.</param>
    /// <param name="updates">What the documents between the two added.</param>
    /// <returns>Null where the new documents don't change the answer: they say nothing of it, or the same in other words.</returns>
    public static AnswerNews? Between(Topic topic, Answer before, Answer after, IReadOnlyList<DocumentUpdate> updates)
    {
        var worded = topic.Attributes.Where(attribute => AsksInWords(before.Question, attribute)).Select(attribute => attribute.Id).ToHashSet(StringComparer.Ordinal);
        if (ByAttribute(topic, before, after, updates, worded) is { } asked) return asked;
        if (Withdrawn(before, after, updates) is { } gone) return gone;
        if (Reversed(before, updates) is { } reversed) return reversed;
        if (after.Abstained) return null;
        var news = updates.SelectMany(update => update.News).Where(fact => !fact.IsAnotherOccasion || IsOfItsTime(before.Question, fact.Fact)).ToDictionary(fact => fact.Fact.Id);
        var fresh = after.Statements.Where(statement => news.ContainsKey(statement.Fact.Id) && (IsOf(statement.Fact, after.Question, topic) || LeansOnOneOf(statement, after, topic))).ToList();
        if (fresh.Count == 0) return null;
        if (before.Abstained) return new AnswerNews(NewsKind.New, [], fresh, fresh[0].Fact.Id.Document);
        // Further down an answer stands what is merely near; the news is in what leads it, or in one of its sides.
        if (VenueAmong(fresh, before) is { } venue) return new AnswerNews(NewsKind.Changed, before.Statements, [venue], venue.Fact.Id.Document);
        var isOnAgain = Leading(before) is { } off && CallsOff(off) && !after.Statements.Any(CallsOff);
        var leading = after is Told ? after.Statements.Take(1).Select(statement => statement.Fact.Id).ToHashSet() : null;
        foreach (var statement in fresh)
        {
            // Who else did it is news wherever it stands.
            if (leading is not null && !leading.Contains(statement.Fact.Id) && !Competes(after.Statements[0], statement) && !OtherDoers.IsOfAnother(before.Question, before.Statements.Select(known => known.Fact), statement.Fact)) continue;
            var isOff = statement == Leading(after) && CallsOff(statement) && !(Leading(before) is { } led && CallsOff(led));
            if (!isOnAgain && !isOff && Says(before.Question, before.Statements, statement) || LacksWhatWasAsked(before, statement) && !Corrects(statement, before) && !(statement == Leading(after) && CallsOff(statement))) continue;
            if (worded.Count > 0 && statement.Fact.Attributes.Any(IsTyped) && !statement.Fact.Attributes.Any(value => worded.Contains(value.Attribute))) continue;
            var kind = news[statement.Fact.Id].Kind;
            return new AnswerNews(kind is NewsKind.New or NewsKind.Restated ? NewsKind.Changed : kind, before.Statements, [statement], statement.Fact.Id.Document);
        }
        return null;
    }

    /// <summary>"In the Marten Hall in the same town" tells more than the town that is known; null where nothing does.</summary>
    private static Statement? VenueAmong(List<Statement> fresh, Answer before)
    {
        return before.Question.Expects != AnswerType.Place ? null : fresh.Find(statement => VenueOf(statement) is { } venue && !before.Statements.Any(known => known.Text.Contains(venue, StringComparison.OrdinalIgnoreCase)));

        static string? VenueOf(Statement statement) => Venues.In(Tokenizer.Tokenize(statement.Fact.Text), statement.Fact.Text) is var (span, _) ? span.Of(statement.Fact.Text) : null;
    }

    /// <summary>Whether another occasion is that which is asked for: "the 2026 summit", on 7 July 2026.</summary>
    private static bool IsOfItsTime(Question question, Fact fact) => question.Dates.Any(asked => fact.Dates.Any(date => date.Value.Overlaps(asked.Value)));

    /// <summary>
    /// The news of the attributes that are asked for, by the question's own kind or by what its answer rested on. It holds whatever sentence the answer
    /// would now begin with.
    /// </summary>
    private static AnswerNews? ByAttribute(Topic topic, Answer before, Answer after, IReadOnlyList<DocumentUpdate> updates, HashSet<string> worded)
    {
        var question = before.Question;
        // What stands further down may answer with something else ("32 countries, whose economy ..."); the first that answers with an attribute says which is asked.
        var answering = before.Statements.Select(statement => statement.Fact.Attributes.Where(value => value.Span == statement.Value).ToList()).Where(values => values.Count > 0).ToList();
        var first = answering.Take(1).SelectMany(values => values).Select(value => value.Attribute).ToHashSet(StringComparer.Ordinal);
        var restsOn = answering.SelectMany(values => values).Where(value => first.Contains(value.Attribute)).Select(value => (value.Attribute, value.Entity)).ToHashSet();
        // What the first statement decides, where that is of the kind asked for and of nothing else.
        var decided = before.Statements.Take(1).SelectMany(statement => statement.Fact.Attributes).Where(value => IsKindOf(question.Expects, value)).Select(value => (value.Attribute, value.Entity)).Distinct().ToList();
        if (decided.Count == 1 && !before.Abstained) restsOn.Add(decided[0]);
        // A sentence that tells of two things answers a question about one of them.
        if (worded.Count > 0) restsOn.RemoveWhere(key => !worded.Contains(key.Attribute));
        foreach (var (change, document) in updates.SelectMany(update => update.Changes.Select(change => (change, update.Document.Document.Id))))
            if (!(change.After is null && AreLedAlike(before, after)) && !GivesDayOf(before, change) && MayAnswer(question, change.Attribute.Value) && (restsOn.Contains((change.Attribute.Id, change.Entity)) || worded.Contains(change.Attribute.Id) && change.Entity == change.Attribute.Entity || Asks(question, change.Attribute, change.Entity, IsOfAll(before, change.Attribute))))
                return new AnswerNews(before.Abstained ? NewsKind.New : change.Kind, before.Abstained ? [] : change.Before, change.After is { } now ? [now] : after.Statements.Take(1).ToList(), document);
        foreach (var update in updates)
            foreach (var news in update.News.Where(news => !news.IsAnotherOccasion))
                foreach (var value in news.Fact.Attributes)
                    if (IsTyped(value) && !restsOn.Contains((value.Attribute, value.Entity)) && topic.Attributes.FirstOrDefault(attribute => attribute.Id == value.Attribute) is { } asked && (question.Entities.Any(mention => mention.Id == value.Entity) || value.Yes == true && IsOfAll(before, asked)) && Asks(question, asked, value.Entity, IsOfAll(before, asked))
                        && !before.Statements.Any(statement => statement.Fact.Attributes.Any(known => known.Attribute == value.Attribute && known.Entity == value.Entity)))
                        return new AnswerNews(before.Abstained ? NewsKind.New : NewsKind.Changed, before.Statements, [Statement.From(update.Document.Document, news.Fact, news.Fact.Span.Contains(value.Span) ? value.Span : null)], update.Document.Document.Id);
        return null;
    }

    /// <summary>"Who will open the fair?" is answered by no other hour or hall, and "how many will come?" by nobody's name.</summary>
    private static bool MayAnswer(Question question, AttributeValueKind value) => question.Expects switch
    {
        AnswerType.Person or AnswerType.Organisation or AnswerType.Role => value is not (AttributeValueKind.Dates or AttributeValueKind.Place or AttributeValueKind.Quantity) || QuestionParts.Split(question.Text).Count > 1,
        AnswerType.Quantity => value is not (AttributeValueKind.Dates or AttributeValueKind.Place or AttributeValueKind.Person or AttributeValueKind.Organisation) || QuestionParts.Split(question.Text).Count > 1,
        _ => true,
    };

    /// <summary>Whether the answer gave this very day already, by a sentence that fills no attribute.</summary>
    private static bool GivesDayOf(Answer before, AttributeChange change) => change is { Kind: NewsKind.Changed, After: { } after } && Leading(before) is { } led
        && GiveOneDay(led, after);

    /// <summary>Whether both answer with one day, in whatever words.</summary>
    private static bool GiveOneDay(Statement one, Statement other) => one.Fact.Dates.Any(day => day.Span == one.Value && other.Fact.Dates.Any(same => same.Span == other.Value && same.Value == day.Value));

    /// <summary>Whether an answer that says one thing says it still, in the same sentence: an earlier value that is taken back makes it no other.</summary>
    private static bool AreLedAlike(Answer before, Answer after) => Leading(before) is { } led && Leading(after) is { } leads && led.Fact.Id.Document == leads.Fact.Id.Document && led.Fact.Text == leads.Fact.Text;

    private static Statement? Leading(Answer answer) => answer switch
    {
        Told told => told.Found[0],
        Changed changed => changed.Steps[^1].Statements[0],
        _ => null,
    };

    /// <summary>That the document which the answer began with, or one of its sides, says so no more, and nothing that says the same takes its place.</summary>
    private static AnswerNews? Withdrawn(Answer before, Answer after, IReadOnlyList<DocumentUpdate> updates)
    {
        if (before.Abstained || before.Statements.Count == 0) return null;
        var withdrawn = updates.SelectMany(update => update.Withdrawn).ToList();
        foreach (var led in before is Disputed disputed ? disputed.Sides.Select(side => side.Statements[0]) : before.Statements.Take(1))
        {
            if (!withdrawn.Exists(gone => gone.Fact.Id.Document == led.Fact.Id.Document && gone.Fact.Text == led.Fact.Text)) continue;
            if (after.Abstained || after.Statements.Count == 0) return new AnswerNews(NewsKind.Corrected, [led], [], led.Fact.Id.Document);
            if (!Says(before.Question, [led], after.Statements[0]) && (after is not Disputed || !after.Statements.Any(statement => Says(before.Question, [led], statement)))) return new AnswerNews(NewsKind.Corrected, [led], [after.Statements[0]], led.Fact.Id.Document);
        }
        return null;
    }

    /// <summary>That what the answer began with, or one of its sides, is denied now, or is so in spite of a denial.</summary>
    private static AnswerNews? Reversed(Answer before, IReadOnlyList<DocumentUpdate> updates)
    {
        if (before.Abstained) return null;
        var led = before is Told ? before.Statements.Take(1) : before.Statements;
        foreach (var update in updates)
            foreach (var news in update.News.Where(news => news.IsReversal && !news.IsAnotherOccasion))
                if (led.Where(statement => news.Known.Any(known => known.Fact.Id == statement.Fact.Id)).ToList() is { Count: > 0 } denied)
                    return new AnswerNews(news.Kind, denied, [Statement.From(update.Document.Document, news.Fact)], update.Document.Document.Id);
        // "When is the fair?" was answered by its cancellation, which is an attribute of its own.
        foreach (var (change, document) in updates.SelectMany(update => update.Changes.Select(change => (change, update.Document.Document.Id))))
            if (change.After is { } now && led.Where(statement => CallsOff(statement) && change.Before.Any(known => known.Fact.Id == statement.Fact.Id)).ToList() is { Count: > 0 } undone)
                return new AnswerNews(change.Kind, undone, [now], document);
        return null;
    }

    /// <summary>Whether a question asks for an attribute of an entity: by its kind, or as yes or no with a word that decides the attribute.</summary>
    private static bool Asks(Question question, TopicAttribute attribute, EntityId? entity, bool isOfAll)
    {
        if (entity != attribute.Entity && !question.Entities.Any(mention => mention.Id == entity) && !isOfAll) return false;
        if (question.AttributesAsked.GetValueOrDefault(attribute.Id) >= SurelyAsked) return true;
        if (attribute.Value != AttributeValueKind.YesNo || question.Expects != AnswerType.YesNo || attribute.Entity is not null) return false;
        var deciding = attribute.Yes.SelectMany(phrase => Tokenizer.Tokenize(phrase)).Where(token => !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var words = question.Terms.Where(term => term.Entity is null).ToList();
        // "Will she be at the summit?" has no word of its own for what it asks.
        return words.Count == 0 || words.Exists(term => deciding.Contains(term.Stem));
    }

    /// <summary>"Who will attend the summit?": asks for all who do, names none of those who may, and was answered with some who do.</summary>
    private static bool IsOfAll(Answer before, TopicAttribute attribute) => attribute is { Entity: null, Value: AttributeValueKind.YesNo } && before.Question is var question && !before.Abstained
        && before.Statements.Any(statement => statement.Fact.Attributes.Any(value => value.Attribute == attribute.Id)) && (question.Expects is AnswerType.Person or AnswerType.Organisation || question.WantsCountries) && !question.Entities.Any(named => attribute.EntityKinds.Contains(named.Kind));

    /// <summary>Whether a question names the entity of an attribute, and has a word by which sentences fill it ("ceasefire").</summary>
    private static bool AsksInWords(Question question, TopicAttribute attribute)
    {
        if (attribute.Entity is not { } entity || attribute.Value != AttributeValueKind.YesNo || question.Expects != AnswerType.YesNo || !question.Entities.Any(mention => mention.Id == entity)) return false;
        var cues = attribute.Cues.SelectMany(phrase => Tokenizer.Tokenize(phrase)).Where(token => !token.IsStopWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        return question.Tokens.Any(token => cues.Contains(token.Stem));
    }

    /// <summary>Whether a fact names all whom a question names: an answer about somebody else is none, however near it is.</summary>
    private static bool IsOf(Fact fact, Question question, Topic topic)
    {
        var stems = Tokenizer.Tokenize(fact.Text).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var named = fact.Entities.Select(mention => mention.Id).ToHashSet();
        if (fact.Attribution.Speaker is { } speaker) named.Add(speaker);
        foreach (var mention in question.Entities)
            if (mention.Kind == EntityKind.Person && mention.Id != topic.Subject && !named.Contains(mention.Id)) return false;
        return question.Tokens.Skip(1).Where(token => token.IsCapitalised && !token.IsStopWord && !question.Entities.Any(mention => mention.Span.Contains(token.Span)))
            .All(token => stems.Contains(token.Stem) || question.Terms.Any(term => term.Stem == token.Stem && term.Alternatives.Any(other => stems.Contains(other.Stem))));
    }

    /// <summary>Whether an answer begins with a sentence that leans on one right before it in its document, which the answer has too and which names them ("she has declined").</summary>
    private static bool LeansOnOneOf(Statement statement, Answer answer, Topic topic) => statement == answer.Statements[0]
        && answer.Statements.Any(other => other.Fact.Id.Document == statement.Fact.Id.Document && statement.Fact.Id.Number - other.Fact.Id.Number is 1 or 2 && IsOf(other.Fact, answer.Question, topic));

    /// <summary>
    /// Whether what is new is of what an answer that stays is of: it names whom that names of the question, has half of the question's words that it has, and measures
    /// the same. What a ticket costs says nothing of what the line costs.
    /// </summary>
    public static bool AreOfOneSubject(Question question, Statement leading, Statement told)
    {
        if (question.Entities.Any(mention => Names(leading, mention.Id) && !Names(told, mention.Id))) return false;
        var terms = question.Terms.Where(term => term.Entity is null && Has(Stems(leading.Fact), term)).ToList();
        if (terms.Count(term => Has(Stems(told.Fact), term)) * 2 < terms.Count) return false;
        var pairs = leading.Fact.Attributes.SelectMany(value => told.Fact.Attributes.Where(other => other.Attribute == value.Attribute && other.Entity == value.Entity).Select(other => (value, other))).ToList();
        return pairs.Count == 0 || pairs.Exists(pair => SameMeasure.Of(pair.value, leading.Fact, pair.other, told.Fact));

        static bool Names(Statement statement, EntityId id) => statement.Fact.Entities.Any(mention => mention.Id == id) || statement.Fact.Attribution.Speaker == id;
    }

    /// <summary>Whether a statement has not the words by which the last answer was one: it is about something near, not about what is asked.</summary>
    private static bool LacksWhatWasAsked(Answer before, Statement statement)
    {
        if (before.Statements.Count == 0) return false;
        var then = Stems(before.Statements[0].Fact);
        var now = Stems(statement.Fact);
        return before.Question.Terms.Any(term => term.Entity is null && Has(then, term) && !Has(now, term));
    }

    /// <summary>Whether a statement says that what was answered holds no longer ("it is 130, not 150"), in whatever words.</summary>
    private static bool Corrects(Statement statement, Answer before) => before.Statements.Any(told => told.Value is { } value && statement.Fact.Replaces(value, told.Fact));

    /// <summary>"The concert has been cancelled" answers when, where and whether it is, though it has no word of that; "has not been cancelled" calls nothing off.</summary>
    private static bool CallsOff(Statement statement)
    {
        var tokens = Tokenizer.Tokenize(statement.Fact.Text);
        var negators = Negation.Among(statement.Fact.Text, tokens);
        return negators.Exists(negator => negator.IsUndoing && !negators.Exists(other => other.Kind == NegatorKind.Word && other.Governs(negator.Token))) && !CalledOffMoves.AreCancellationsIn(tokens, statement.Fact.Text);
    }

    private static HashSet<string> Stems(Fact fact) => Tokenizer.Tokenize(fact.Text).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    private static bool Has(HashSet<string> stems, QuestionTerm term) => stems.Contains(term.Stem) || term.Alternatives.Any(other => stems.Contains(other.Stem));

    /// <summary>Whether one of the statements gives the same value, or the same words. Of whether something is so ("will they agree to 5 %?") a figure that both name tells nothing.</summary>
    private static bool Says(Question question, IReadOnlyList<Statement> known, Statement statement)
    {
        foreach (var other in known)
        {
            if (other.ValueText is { } a && statement.ValueText is { } b && Folding.Fold(a) == Folding.Fold(b) || GiveOneDay(other, statement)) return true;
            foreach (var value in statement.Fact.Attributes)
                foreach (var same in other.Fact.Attributes)
                    if (value.Attribute == same.Attribute && value.Entity == same.Entity && IsTyped(value) && (question.Expects != AnswerType.YesNo || value.Yes is not null) && Sides.Agree(value, same)) return true;
            if (!HasOtherValue(other, statement.Fact) && Sketch.Of(other.Fact.Text).Likeness(Sketch.Of(statement.Fact.Text)) >= Sketch.NearlySame) return true;
        }
        return false;
    }

    /// <summary>Whether a statement of another document gives another figure or day for what the first does, in a sentence that shares most of its words.</summary>
    /// <param name="first">The statement.</param>
    /// <param name="other">The other document's.</param>
    public static bool Competes(Statement first, Statement other)
    {
        if (first.Fact.Id.Document == other.Fact.Id.Document || !HasOtherValue(first, other.Fact) || FiguresHeld.AreOfTwo(first.Fact, other.Fact)) return false;
        var (a, b) = (Words(first.Fact), Words(other.Fact));
        return a.Count(b.Contains) * 2 > Math.Max(a.Count, b.Count);

        static HashSet<string> Words(Fact fact) => Tokenizer.Tokenize(fact.Text).Where(token => !token.IsStopWord && !token.IsNumber).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a fact has a figure in the unit of the one that a statement answers with, or a day where it answers with a day, and none of them is that one.</summary>
    private static bool HasOtherValue(Statement told, Fact fact)
    {
        if (told.Fact.Quantities.FirstOrDefault(quantity => quantity.Span == told.Value) is { Unit: not null } figure)
            return fact.Quantities.Where(quantity => quantity.Unit == figure.Unit && !fact.Replaced.Contains(quantity.Span)).ToList() is { Count: > 0 } figures && !figures.Exists(quantity => quantity.Value.Equals(figure.Value));
        if (told.Fact.Dates.FirstOrDefault(date => date.Span == told.Value) is not { Span.Length: > 0 } day) return false;
        return fact.Dates.Where(date => !date.Relative && !fact.Replaced.Contains(date.Span)).ToList() is { Count: > 0 } days && !days.Exists(date => date.Value.Contains(day.Value) || day.Value.Contains(date.Value));
    }

    private static bool IsKindOf(AnswerType expects, AttributeValue value) => expects switch
    {
        AnswerType.YesNo => value.Yes is not null,
        AnswerType.Date => value.Dates is not null,
        AnswerType.Quantity => value.Number is not null,
        AnswerType.Place => value.Named is not null,
        _ => false,
    };

    private static bool IsTyped(AttributeValue value) => value.Dates is not null || value.Named is not null || value.Number is not null || value.Yes is not null;
}
