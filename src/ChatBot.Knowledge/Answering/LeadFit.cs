using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Tells whether the words that would stand in bold before an answer are what the question asks for: better none than another's.</summary>
internal static class LeadFit
{
    /// <summary>Whether they are, as far as can be told.</summary>
    public static bool Is(Question question, FactView view, TextSpan value)
    {
        if (Demand.Of(question) is { } demanded && !demanded(view)) return false;
        // What a figure is for is no other figure.
        if (PurposeOfFigure.Asked(question) is not null) return false;
        if (Demand.PlaceLocated(question) is { } place) return Demand.Container(question, view, place) == value;
        // "In which country" isn't answered by a town.
        if (question.Expects == AnswerType.Place && view.Fact.Entities.FirstOrDefault(m => m.Span == value) is { Span.Length: > 0 } named && !question.WantsPlace(named.Kind)) return false;
        if (IsOfAnotherRank(question, view)) return false;
        if (question.Expects == AnswerType.Quantity && view.Fact.Quantities.FirstOrDefault(figure => figure.Span == value) is { Span.Length: > 0 } figure)
            return Demand.IsOfAge(question) ? Demand.IsAge(view, figure) : IsCounted(question, view, figure);
        return true;
    }

    /// <summary>"How many children" isn't answered by "four food stalls".</summary>
    private static bool IsCounted(Question question, FactView view, Quantity figure)
    {
        var many = question.Tokens.ToList().FindIndex(token => token.Term == "many");
        if (many < 1 || question.Tokens[many - 1].Term != "how" || question.Focus is not { } focus || question.Tokens.Skip(many + 1).Take(3).All(token => token.Stem != focus)) return true;
        // "How many people came" beside those who were hurt.
        if (IsPeople(focus) && question.Terms.Where(term => term.Entity is null && term.Stem != focus).ToList() is { Count: > 0 } others
            && !others.Exists(term => term.IsMetIn(view.Stems))) return false;
        if (figure.Unit == focus || view.Tokens.Exists(token => token.Stem == focus && figure.Span.Contains(token.Span)) || question.Terms.Any(term => term.Stem == focus && term.Alternatives.Any(other => other.Stem == figure.Unit))) return true;
        // "The fair drew 900": people, where nothing else is said; of a measure or money nothing is counted.
        return figure.Unit.Length > 0 && MeasureUnits.Of(figure.Unit).Count == 0 && !question.Tokens.Any(token => token.Stem == figure.Unit) && IsPeople(focus) && figure.Unit.EndsWith("er", StringComparison.Ordinal) || figure.Unit.Length == 0 && figure.Span.Length > 0 && figure.Value > 20;
    }

    private static bool IsPeople(string stem) => stem == EnglishStemmer.Stem("people") || stem == EnglishStemmer.Stem("persons");

    /// <summary>"The last race" beside "the first race", "which spends most" beside a sentence that compares nothing.</summary>
    private static bool IsOfAnotherRank(Question question, FactView view)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
        {
            if (!IsRank(question.Tokens[i]) || question.Tokens[i + 1] is { IsStopWord: true, Term: not ("of" or "without") } || Calendar.Weekday(question.Tokens[i + 1].Term) is not null || question.Tokens[i + 1].Term is "name" or "week" or "month" or "year" or "time" or "day" or "days" or "part") continue;
            if (question.Entities.Any(mention => mention.Span.Contains(question.Tokens[i].Span)) || view.Tokens.Exists(token => token.Stem == question.Tokens[i].Stem)) continue;
            if (!view.Tokens.Exists(IsRank) && question.Tokens[i].Term is "latest" or "best") continue;
            return true;
        }
        return false;
    }

    private static bool IsRank(Token token) => token.Term is "first" or "second" or "third" or "last" or "previous" or "most" or "least" or "biggest" or "largest" or "highest" or "lowest" or "smallest" or "oldest" or "youngest" or "longest" or "fastest" or "strongest" or "best";
}
