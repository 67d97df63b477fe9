using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"How long does the fair last?", "does it last a week?": where no sentence says so, the days on which it is held tell it.</summary>
internal static class DurationAsked
{
    private static readonly HashSet<string> Lasting = new(StringComparer.Ordinal) { "last", "lasts", "lasted", "lasting" };

    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal) { "day", "days", "week", "weeks", "weekend" };

    /// <summary>A question for how long an event lasts, read as one for its days; null for any other.</summary>
    public static Question? AsDays(Question question) =>
        question.Entities.Any(named => named.Kind == EntityKind.Event) && question.Terms.All(term => term.Entity is not null || IsOfForm(question, term)) && IsAsked(question.Tokens)
            ? question with { Expects = AnswerType.Date, Focus = null, Terms = [.. question.Terms.Where(term => term.Entity is not null)] }
            : null;

    /// <summary>Whether an answer gives days from one to another: a single day may be that of anything.</summary>
    public static bool IsTold(Answer answer) => answer.Statements.Any(statement => statement.Value is { } value && statement.Fact.Dates.Any(date => date.Precision == DatePrecision.Days && date.Span.Overlaps(value)));

    private static bool IsAsked(IReadOnlyList<Token> tokens)
    {
        var lasts = tokens.Any(token => Lasting.Contains(token.Term));
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i].Term == "how" && (tokens[i + 1].Term == "long" || tokens[i + 1].Term == "many" && i + 2 < tokens.Count && tokens[i + 2].Term == "days")) return lasts || tokens.Any(token => token.Term is "is" or "was" or "be" or "take" or "go");
        return lasts && tokens.Any(token => Spans.Contains(token.Term));
    }

    private static bool IsOfForm(Question question, QuestionTerm term) =>
        question.Tokens.Any(token => token.Stem == term.Stem && (token.IsNumber || Lasting.Contains(token.Term) || Spans.Contains(token.Term) || token.Term is "long" or "true" or "take" or "go" or "really" or "one" or "two" or "three" or "four" or "five"));
}
