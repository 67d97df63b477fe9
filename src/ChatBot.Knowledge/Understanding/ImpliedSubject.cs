using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Understanding;

/// <summary>A question that names nothing is about the topic's subject: "when does it start?" asks of the event.</summary>
/// <param name="topic">The topic.</param>
/// <param name="read">Reads a question's words.</param>
internal sealed class ImpliedSubject(Topic topic, Func<string, Question> read)
{
    /// <summary>An event's name as it stands within a question; where its place is asked for, the shortest, because a long one may hold the place.</summary>
    public static string Named(Entity entity, AnswerType expects)
    {
        var name = expects == AnswerType.Place ? entity.Aliases.Append(entity.Name).MinBy(alias => alias.Length) ?? entity.Name : entity.Name;
        return Named(name);
    }

    /// <summary>A name as it stands within a question: with an article, unless it has one or an owner.</summary>
    public static string Named(string name) =>
        name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || name.Contains("'s ", StringComparison.Ordinal) ? name : "the " + name;

    /// <summary>The question with the subject that it leaves out; unchanged where it has one of its own, or the topic none.</summary>
    /// <param name="question">The question as read.</param>
    /// <param name="always">Whether words of another kind don't stand in for a subject.</param>
    public Question Read(Question question, bool always = false)
    {
        if (question.SmallTalk is not null) return question;
        // Letters and signs that ask nothing are no question about the event either.
        if (question.Terms.Count == 0 && question.Expects == AnswerType.Any && !question.Tokens.Any(t => t.Term.Length > 1)) return question with { SmallTalk = "empty" };
        // "When does it start?" with nothing else in view: "it" is the event.
        var isIt = question.Entities.Count == 0 && question.CarriedTerms.Count == 0 && (question.Tokens.Any(t => t.Term is "it" or "it's") || HasIts(question.Tokens));
        if (question.Terms.Count > 0 && !isIt && !(always && question.Entities.Count == 0) || topic.Subject is not { } subject) return question;
        if (topic.Entities.FirstOrDefault(e => e.Id == subject) is not { } entity) return question;
        if (isIt && question.Tokens.FirstOrDefault(t => t.Term == "it") is { Term: not null } it && it.Span.End <= question.Text.Length)
        {
            var asked = string.Concat(question.Text.AsSpan(0, it.Span.Start), Named(entity, question.Expects), question.Text.AsSpan(it.Span.End));
            return QuestionReader.WithoutBounds(read(asked) with { Text = asked, Corrections = question.Corrections, ReadAs = question.ReadAs });
        }
        var name = Tokenizer.Tokenize(entity.Name);
        return QuestionReader.WithoutBounds(question with
        {
            Terms = [.. question.Terms, new QuestionTerm(name[0].Stem, TokenTraits.Capitalised, []) { Entity = subject }],
            Entities = [new EntityMention(new TextSpan(0, 0), subject, entity.Kind, true)],
        });
    }

    /// <summary>"What is its budget?"; in "will the town withdraw its grant?" it is the town's.</summary>
    private static bool HasIts(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (tokens[i].Term == "its") return !(i > 0 && !tokens[i - 1].IsStopWord && Enumerable.Range(1, i - 1).Any(k => tokens[k - 1].Term is "the" or "a" or "an" && !tokens[k].IsStopWord));
        return false;
    }
}
