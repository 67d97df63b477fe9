using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Was anyone hurt?": a sentence that nobody was answers it, however little else it has of the question.</summary>
internal static class NobodyTold
{
    /// <summary>So many words may stand between "nobody" and what was done.</summary>
    private const int Farthest = 4;

    /// <summary>And so many where it is said of whom ("nobody in the whole of the union was").</summary>
    private const int FarthestOfGroup = 8;

    /// <summary>Whether a sentence says that nobody did or suffered what is asked; null where it isn't asked of just anybody.</summary>
    public static Func<FactView, bool>? Of(Question question)
    {
        if (question.Expects != AnswerType.YesNo || !question.Tokens.Any(token => token.Term is "anyone" or "anybody" or "someone" or "somebody")) return null;
        // "Was anyone hurt this year?"
        var terms = question.Terms.Where(term => !IsOfTime(question, term)).ToList();
        return terms.Count > 0 && terms.TrueForAll(term => term.Entity is null) ? view => Says(view, terms) : null;
    }

    private static bool IsOfTime(Question question, QuestionTerm term) => term.Entity is null && (term.Stem == "year" || question.Tokens.Any(token => token.Stem == term.Stem && question.Dates.Any(date => date.Span.Contains(token.Span))));

    /// <summary>"Who is naive about it?" beside "she said nobody was naive about it": who says so is not who is.</summary>
    public static bool IsSaidOf(Question question, FactView view) =>
        question.Expects == AnswerType.Person && question.Terms.FirstOrDefault(term => term.Entity is null) is { } asked && Says(view, [asked], FarthestOfGroup);

    private static bool Says(FactView view, IReadOnlyList<QuestionTerm> terms, int farthest = Farthest)
    {
        var at = view.Tokens.FindIndex(token => token.Term == "nobody");
        if (at < 0) at = view.Tokens.FindIndex(token => token.Term == "no") is >= 0 and var no && no + 1 < view.Tokens.Count && view.Tokens[no + 1].Term == "one" ? no + 1 : -1;
        return at >= 0 && terms.All(term => view.Tokens.Skip(at + 1).Take(farthest).Any(token => term.IsMetBy(token.Stem)));
    }
}
