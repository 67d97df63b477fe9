using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>
/// "When was that?", "where?", "to whom?": a question word with no matter of its own asks more about the statement that was just shown. It is answered by
/// that statement where it says so; else the question before it is asked again with the new question word.
/// </summary>
/// <param name="viewOf">The fact as it is weighed; null where it is no longer known.</param>
internal sealed class BareFollowUps(Func<FactId, FactView?> viewOf)
{
    /// <summary>How many sentences back the day that a sentence speaks of may be given.</summary>
    private const int FarthestBack = 12;

    /// <summary>Between "to" and the name behind it: an article, an office.</summary>
    private const int MostBeforeName = 5;

    private static readonly HashSet<string> Pointing = new(StringComparer.Ordinal) { "that", "this", "then", "there", "so", "exactly" };

    private static readonly HashSet<string> Linking = new("to from with by for against at in of on about".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Kinds = new("time day date year month place city town country venue person reason".Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a word names what a question word asks for: "date", "venue", "reason".</summary>
    public static bool IsKind(string term) => Kinds.Contains(term);

    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "and", "but", "so", "ok", "since", "until", "till", "was", "is", "did", "were", "are", "happen", "happened", "happening" };

    /// <summary>Whether a question asks nothing but when, where, who, why or how much, of what was said before.</summary>
    public static bool IsBare(Question question) =>
        question.Entities.Count == 0 && question.Dates.Count == 0
        && question.Expects is AnswerType.Date or AnswerType.Place or AnswerType.Person or AnswerType.Organisation or AnswerType.Quantity or AnswerType.Reason
        && question.Tokens.Count <= 5
        && question.Tokens.Any(t => t.Term is "when" or "where" or "who" or "whom" or "why" or "how" || Kinds.Contains(t.Term))
        && question.Tokens.All(t => IsMargin(question) || IsQuestionWord(t.Term) || Pointing.Contains(t.Term) || Linking.Contains(t.Term) || Leading.Contains(t.Term) || IsOfSaying(question) || t.Term is "him" or "her" or "them" && question.Tokens.Any(link => link.Term == "with"))
        // "Who is that?" asks for somebody's office; "who was with him?" for another.
        && !(question.Expects == AnswerType.Person && !question.Tokens.Any(t => t.Term == "with") && question.Tokens.Any(t => t.Term is "is" or "was" or "that" or "this"));

    /// <summary>"By how much?", "by how many votes?": by how far the one that was told of was ahead.</summary>
    private static bool IsMargin(Question question) => question.Tokens is [{ Term: "by" }, { Term: "how" }, { Term: "much" or "many" or "far" }] or [{ Term: "by" }, { Term: "how" }, { Term: "much" or "many" }, { IsNumber: false }];

    /// <summary>"Why not?": asks for the reason of what was told, as "why?" does, however that was answered.</summary>
    public static bool IsWhyNot(Question question) => question.Tokens.Where(t => !Leading.Contains(t.Term)).Select(t => t.Term).SequenceEqual(["why", "not"]);

    /// <summary>"When did she say so?": where and when what was shown was said.</summary>
    private static bool IsOfSaying(Question question) =>
        question.Terms.Count == 0 && question.Expects is AnswerType.Date or AnswerType.Place && question.Tokens.Any(t => t.Term is "say" or "said") && question.Tokens.Any(t => t.Term is "so" or "that" or "this" or "it");

    /// <summary>The place in the statement that the question before named already: "what did she say in Lund?", "in which city was that?"</summary>
    private static TextSpan? PlaceNamed(Question question, Statement shown, Turn last)
    {
        if (question.Expects != AnswerType.Place || last.Question.Expects == AnswerType.Place) return null;
        foreach (var mention in shown.Fact.Entities)
            if (mention.Kind == EntityKind.Place && shown.Fact.Span.Contains(mention.Span) && last.Question.Entities.Any(named => named.Id == mention.Id)) return mention.Span;
        return null;
    }

    /// <summary>"In which city?" of somebody's words that were asked for: where it was said.</summary>
    private static bool IsWhereItWasSaid(Question question, Statement shown, Turn last) =>
        question.Expects == AnswerType.Place && shown.Fact.Attribution.Speaker is not null && Tokenizer.Tokenize(last.Question.Matter).Any(token => AnswerTypeReader.IsSaying(token.Term));

    /// <summary>The statement just shown, with the part that answers; null where something else is asked, or it doesn't say.</summary>
    public Answer? Read(Question question, Conversation conversation)
    {
        if (!IsBare(question)) return null;
        var last = conversation.Turns[^1];
        if (last.Answer is Disputed or Changed && last.Question.Expects != question.Expects) return OfAllSides(question, last);
        // What isn't known to be so is known at no time and in no place.
        if (last.Answer is NotKnown { Nearest: var near } && last.Question.Expects == AnswerType.YesNo && question.Expects is AnswerType.Date or AnswerType.Place) return new NotKnown(near) { Question = Again(question, last) };
        // Of several values nobody can tell which is meant.
        if (last.Answer is not Told { Moments: null } told || last.Question.Expects == question.Expects && LinkOf(question) is null) return null;
        var shown = told.Found[0];
        if (viewOf(shown.Fact.Id) is not { } view) return null;
        var statements = Saying(question, view, shown);
        if (statements.Count == 0 && PlaceNamed(question, shown, last) is { } place) return new Told([Whole(view, place)]) { Question = Again(question, last), Confidence = told.Confidence };
        // Whom something was said to, came from, or when it was said, no other sentence tells of this one.
        if (statements.Count == 0) return LinkOf(question) is null && !IsOfSaying(question) && !IsWhereItWasSaid(question, shown, last) ? null : new NotKnown([shown]) { Question = Again(question, last) };
        // What is asked next is asked of the same matter.
        return new Told(statements) { Question = Again(question, last), Confidence = told.Confidence };
    }

    /// <summary>What those of several statements that say so say; null where none does.</summary>
    public Told? OfEach(Question question, Turn last)
    {
        var said = last.Answer.Statements.SelectMany(shown => viewOf(shown.Fact.Id) is { } view ? Saying(question, view, shown) : []).DistinctBy(statement => statement.Fact.Id).ToList();
        return said.Count > 0 ? new Told(said) { Question = Again(question, last), Confidence = last.Answer.Confidence, IsOfEach = said.Count > 1 } : null;
    }

    /// <summary>What all sides of a disagreement say alike: they differ on the day, not on the town.</summary>
    private Told? OfAllSides(Question question, Turn last)
    {
        var sides = last.Answer switch { Disputed disputed => disputed.Sides, Changed changed => changed.Steps, _ => [] };
        if (LinkOf(question) is not null) return null;
        var said = sides.Select(side => viewOf(side.Statements[0].Fact.Id) is { } view ? Saying(question, view, side.Statements[0]) : []).ToList();
        return said.TrueForAll(statements => statements is [{ ValueText: { } value }] && value == said[0][0].ValueText) ? new Told(said[0]) { Question = Again(question, last), Confidence = last.Answer.Confidence } : null;
    }

    /// <summary>The question before, asked with the new one's question word.</summary>
    public static Question Again(Question question, Turn last)
    {
        var answered = last.Answer is Told { Moments: null } told && told.Found[0].Value is { } value
            ? told.Found[0].Fact.Entities.Where(m => m.Span.Overlaps(value) && !last.Question.Entities.Any(e => e.Id == m.Id)).ToList() : [];
        return question with
        {
            Terms = last.Question.Terms,
            Entities = [.. last.Question.Entities.Concat(answered).Select(m => m with { Span = new TextSpan(0, 0) })],
            Dates = last.Question.Dates,
            CarriedTerms = last.Question.CarriedTerms,
            Speaker = null,
            SmallTalk = null,
            Continues = last.Question.Matter,
            ReadAs = last.Question.Continuing(question.Text),
        };
    }

    private static bool IsQuestionWord(string term) => term is "when" or "where" or "who" or "whom" or "why" or "how" or "what" or "which" or "much" or "many" or "come" or "long" || Kinds.Contains(term);

    private List<Statement> Saying(Question question, FactView view, Statement shown)
    {
        if (LinkOf(question) is { } link) return BehindLink(question, view, link) is { } named ? [Whole(view, named)] : [];
        if (question.Expects == AnswerType.Reason) return [];
        if (IsMargin(question) && Margin(question, view) is { } margin) return [margin];
        if (ValueFinder.Find(question, view) is { } value && view.Fact.Span.Contains(value) && value != shown.Value) return [Whole(view, value)];
        return question.Expects == AnswerType.Date && view.Fact.When is { } when && Dated(view, when) is { } dated ? [shown, dated] : [];
    }

    /// <summary>The sentence itself or the one behind it, where that goes on with it ("His boat was 41 seconds ahead", "The vote was nine to six") and has a figure.</summary>
    private Statement? Margin(Question question, FactView view)
    {
        if (view.Fact.Quantities.Count > 0 && ValueFinder.Find(question, view) is { } own) return Whole(view, own);
        if (viewOf(view.Fact.Id with { Number = view.Fact.Id.Number + 1 }) is not { } next || next.Fact.Quantities.Count == 0 || !GoesOn(next, view)) return null;
        return ValueFinder.Find(question, next) is { } value && next.Fact.Span.Contains(value) ? Whole(next, value) : Statement.From(next.Document, next.Fact);
    }

    private static bool GoesOn(FactView next, FactView before) => next.Tokens is [var first, var second, ..]
        && (next.PointsBackTo != FactView.Words.None || first.Term is "his" or "her" or "their" or "its" or "he" or "she" or "they" or "it" || first.Term is "the" && before.Stems.Contains(second.Stem));

    /// <summary>The sentence before that the day was taken from.</summary>
    private Statement? Dated(FactView view, DateRange when)
    {
        for (var number = view.Fact.Id.Number - 1; number > 0 && number >= view.Fact.Id.Number - FarthestBack; number--)
            if (viewOf(view.Fact.Id with { Number = number }) is { } before)
                foreach (var date in before.Fact.Dates)
                    if (date.Value == when) return Statement.From(before.Document, before.Fact, date.Span);
        return null;
    }

    private static Statement Whole(FactView view, TextSpan value) => Statement.From(view.Document, view.Fact, value);

    /// <summary>The "to" of "to whom", or null.</summary>
    private static string? LinkOf(Question question) =>
        question.Expects is AnswerType.Person or AnswerType.Organisation && question.Tokens.Any(t => t.Term is "who" or "whom") ? question.Tokens.FirstOrDefault(t => Linking.Contains(t.Term)).Term : null;

    /// <summary>Who stands behind the word in the sentence: "to Reuters", "from the mayor of Aldenburg, Hedda Quist".</summary>
    private static TextSpan? BehindLink(Question question, FactView view, string link)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            if (view.Tokens[i].Term != link) continue;
            for (var next = i + 1; next < view.Tokens.Count && next <= i + MostBeforeName && !Linking.Contains(view.Tokens[next].Term); next++)
                foreach (var mention in view.Fact.Entities)
                    if (mention.Span.Start == view.Tokens[next].Span.Start && mention.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country && !question.Entities.Any(e => e.Id == mention.Id)) return mention.Span;
        }
        return null;
    }
}
