using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
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

    /// <summary>"Who met, and what did they talk about?": whether a sentence answers a later part's few words and, in a document that answers no other part, has nothing of what the first is about.</summary>
    public static bool IsOfAnother(Question first, List<Answer> before, Question part, Answer answer) => answer is Told { Found: [var statement, ..] } && !before.Exists(known => known.Statements.Any(told => told.Fact.Id.Document == statement.Fact.Id.Document)) && part.Entities.Count == 0 && part.Terms.Count <= MostOwnTerms && part.CarriedTerms.Count > 0
        && Tokenizer.Tokenize(statement.Fact.Text).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal) is var told
        && !first.Terms.Any(term => term.Entity is { } named ? statement.Fact.Entities.Any(mention => mention.Id == named) : term.IsMetIn(told));

    /// <summary>A part of so few words of its own leans on what was asked before it.</summary>
    private const int MostOwnTerms = 1;

    /// <summary>"Who won, and by how much?": whom the part before gives as its direct answer; the part behind it is asked of them.</summary>
    public static IEnumerable<EntityMention> WhoWasNamed(List<Answer> answers) => answers[^1] is Told { Question.Expects: AnswerType.Person } told && told.Found[0] is { Value: { } value } named
        ? named.Fact.Entities.Where(mention => mention.Kind == EntityKind.Person && value.Contains(mention.Span)).Take(1)
        : [];

    private static Answer Joined(Question question, List<Answer> told)
    {
        if (told.Count == 1) return told[0] with { Question = question };
        if (told.FirstOrDefault(a => a is Disputed or Changed) is { } sided && told.TrueForAll(a => a == sided || a.Statements.All(s => sided.Statements.Any(o => o.Fact.Id == s.Fact.Id)) && (a is Told || a.Question.Expects == sided.Question.Expects)))
            return WithValues(sided with { Question = question }, told.Where(a => a != sided));
        var sides = told.FirstOrDefault(a => a is Disputed or Changed);
        var statements = new List<Statement>();
        foreach (var statement in told.Where(a => a != sides).SelectMany(a => Beside(a, sides)))
            if (!statements.Exists(s => s.Fact.Id == statement.Fact.Id)) statements.Add(statement);
        // What sources disagree on stays told apart from what else was asked.
        if (sides is Disputed disputed) return disputed with { Question = question, Besides = statements };
        if (sides is Changed changed) return changed with { Question = question, Besides = statements };
        return new Told(statements) { Question = question, IsCut = told.Any(a => a is Told { IsCut: true }), Confidence = told.Min(a => a.Confidence), Reasons = [.. told.SelectMany(a => a.Reasons.Take(2))] };
    }

    /// <summary>"When is it and where?": the place stands in the very sentences that give the days, and is shown once as what was asked for.</summary>
    private static Answer WithValues(Answer sided, IEnumerable<Answer> others)
    {
        var values = others.OfType<Told>().Where(part => part.Found[0].ValueText is { } value && !sided.Statements.Any(shown => shown.ValueText?.Contains(value, StringComparison.Ordinal) == true))
            .Select(part => part.Found.FirstOrDefault(one => one.ValueText == part.Found[0].ValueText && sided.Statements.All(shown => shown.Fact.Id != one.Fact.Id)) ?? part.Found[0]).DistinctBy(one => one.ValueText).ToList();
        return values.Count == 0 ? sided : sided switch
        {
            Disputed disputed => disputed with { Besides = values },
            Changed changed => changed with { Besides = values },
            _ => sided,
        };
    }

    /// <summary>What of a part's answer is shown beside another part's sides: of what it tells the best, of sides of its own each that isn't shown there.</summary>
    private static IEnumerable<Statement> Beside(Answer answer, Answer? sides)
    {
        if (answer is Told) return answer.Statements.Take(2).Where(statement => sides?.Statements.Any(s => s.Fact.Id == statement.Fact.Id) != true);
        var shown = SidesOf(sides).Select(side => side.Statements[0].Fact.Id).ToHashSet();
        return SidesOf(answer).Where(side => !side.Statements.Any(statement => shown.Contains(statement.Fact.Id))).Select(side => side.Statements[0]);
    }

    private static IReadOnlyList<Side> SidesOf(Answer? answer) => answer switch
    {
        Disputed disputed => disputed.Sides,
        Changed changed => changed.Steps,
        _ => [],
    };
}
