using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Joins the answers to the parts of a question that asks several things.</summary>
internal static class PartAnswers
{
    /// <summary>The parts' answers as one: what each tells, without repetition; not known only where no part is.</summary>
    /// <param name="question">The whole question.</param>
    /// <param name="answers">The answer to each part.</param>
    /// <param name="parts">The parts, as they were typed.</param>
    public static Answer Together(Question question, List<Answer> answers, IReadOnlyList<QuestionParts.Part> parts)
    {
        var told = answers.Where(a => !a.Abstained).ToList();
        if (told.Count == 0) return answers[0] with { Question = question };
        return Joined(question, told) with { PartsNotKnown = [.. answers.Zip(parts).Where(part => part.First is NotKnown { Question.AsksWhereSourcesDiffer: false } && QuestionParts.Asks(part.Second)).Select(part => part.Second.Text)] };
    }

    /// <summary>"Who won, and by how much?": whom the part before gives as its direct answer; the part behind it is asked of them.</summary>
    public static IEnumerable<EntityMention> WhoWasNamed(List<Answer> answers) => answers[^1] is Told { Question.Expects: AnswerType.Person } told && told.Found[0] is { Value: { } value } named
        ? named.Fact.Entities.Where(mention => mention.Kind == EntityKind.Person && value.Contains(mention.Span)).Take(1)
        : [];

    private static Answer Joined(Question question, List<Answer> told)
    {
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
}
