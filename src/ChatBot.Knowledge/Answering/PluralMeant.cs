using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"What did the trams cost?", "who drove them?": things that have no name are meant by the words that they were last called by.</summary>
internal static class PluralMeant
{
    /// <summary>"The old trams": so many words behind the article, at most.</summary>
    private const int Reach = 2;

    /// <summary>The question with those words in the place of its pronoun; null where somebody named is meant, or nothing of that kind was spoken of.</summary>
    public static string? InPlaceOf(Token pronoun, Question question, Turn last)
    {
        if (pronoun.Term is not ("they" or "them" or "their") || pronoun.Span.End > question.Text.Length || question.AsksWhereSourcesDiffer || last.IsUnasked || last.Claims > 0) return null;
        if (last.Question.Entities.Any(named => IsGroup(named.Kind)) || AnswersWithGroup(last.Answer) || Called(last.Question) is not { } things) return null;
        return string.Concat(question.Text.AsSpan(0, pronoun.Span.Start), things, pronoun.Term == "their" ? "'" : "", question.Text.AsSpan(pronoun.Span.End));
    }

    private static bool IsGroup(EntityKind kind) => kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country;

    /// <summary>"Who paid?", "the guild": "they" are who was the answer.</summary>
    private static bool AnswersWithGroup(Answer answer) =>
        answer is Told { Found: [{ Value: { } value } shown, ..] } && shown.Fact.Entities.Any(named => IsGroup(named.Kind) && named.Span.Overlaps(value));

    /// <summary>"The old trams" of "how fast were the old trams?"; null where the question speaks of no such things.</summary>
    private static string? Called(Question last)
    {
        for (var article = 0; article + 1 < last.Tokens.Count; article++)
        {
            if (last.Tokens[article].Term is not ("the" or "these" or "those" or "many")) continue;
            for (var i = article + 1; i < last.Tokens.Count && i <= article + Reach && last.Tokens[i] is { IsStopWord: false, IsCapitalised: false, IsNumber: false } word; i++)
                if (IsPlural(word) && word.Span.End <= last.Text.Length) return "the " + last.Text[last.Tokens[article + 1].Span.Start..word.Span.End];
        }
        return null;
    }

    private static bool IsPlural(Token word) => word.Term.Length > 3 && word.Term[^1] == 's' && word.Term[^2] is not ('s' or 'u' or 'i') && word.Stem != word.Term;
}
