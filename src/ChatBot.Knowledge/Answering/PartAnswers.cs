using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Joins the answers to the parts of a question that asks several things.</summary>
internal static class PartAnswers
{
    /// <summary>The parts' answers as one: what each tells, without repetition; not known only where no part is.</summary>
    public static Answer Together(Question question, List<Answer> answers)
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
}
