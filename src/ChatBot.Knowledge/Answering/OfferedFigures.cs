using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Is it the 12th or the 13th fair?", "were there 40 boats, or 50?": where one sentence gives the one figure and another the other, both answer.</summary>
internal static class OfferedFigures
{
    /// <summary>Between the two figures stand so many words at most.</summary>
    private const int Reach = 8;

    /// <summary>At least this share of what is asked beside the figures must be met.</summary>
    private const double LeastMet = 0.5;

    /// <summary>For each of the two figures between which a question lets one choose the best sentence that gives it; null where it offers none, or one stands nowhere.</summary>
    public static Disputed? Sides(Question question, IReadOnlyList<RankedFact> ranked)
    {
        if (Offered(question) is not var (one, other)) return null;
        var words = question.Terms.Where(term => term.Stem != one.Stem && term.Stem != other.Stem).ToList();
        if (words.Count == 0) return null;
        var (first, second) = (Giving(one, other), Giving(other, one));
        return first is null || second is null ? null : new Disputed(null, [first, second]) { Question = question, Confidence = Answerer.Floor };

        Side? Giving(Token figure, Token not)
        {
            foreach (var fact in ranked)
            {
                var view = fact.View;
                if (At(view, figure) is not { } at || At(view, not) is not null || words.Count(term => Meets(view, term)) < LeastMet * words.Count) continue;
                var value = view.Fact.Quantities.Where(quantity => quantity.Span.Contains(at)).Select(quantity => (TextSpan?)quantity.Span).FirstOrDefault() ?? at;
                if (view.Fact.Denies(value)) continue;
                var statement = Statement.From(view.Document, view.Fact, value, Excerpts.Of(question, view, value));
                return new Side(statement.ValueText ?? "", [statement]);
            }
            return null;
        }
    }

    /// <summary>The two figures on either side of "or"; a day is none.</summary>
    private static (Token One, Token Other)? Offered(Question question)
    {
        var tokens = question.Tokens;
        for (var or = 1; or + 1 < tokens.Count; or++)
        {
            if (tokens[or].Term != "or") continue;
            var (one, other) = (tokens.Take(or).LastOrDefault(IsFigure), tokens.Skip(or + 1).Take(Reach).FirstOrDefault(IsFigure));
            if (one.Term is not null && other.Term is not null && one.Term != other.Term && tokens.Count(IsFigure) == 2) return (one, other);
        }
        return null;

        bool IsFigure(Token token) => token.IsNumber && !question.Dates.Any(date => date.Span.Overlaps(token.Span));
    }

    private static TextSpan? At(FactView view, Token figure) => view.Tokens.Find(token => token.IsNumber && token.Stem == figure.Stem) is { Term: not null } found && !view.Fact.Dates.Any(date => date.Span.Overlaps(found.Span)) ? found.Span : null;

    private static bool Meets(FactView view, QuestionTerm term) => term.Entity is { } entity ? view.Entities.Contains(entity) : term.IsMetIn(view.Stems);
}
