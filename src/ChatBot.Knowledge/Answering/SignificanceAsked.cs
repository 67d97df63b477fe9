using System.Collections.Frozen;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Why is the bridge special?", "why does that matter?": told by a sentence that says what something stands for, or that it is the first of its kind.</summary>
internal static class SignificanceAsked
{
    private static readonly PhraseList Questions = new("significance-questions.txt");
    private static readonly FrozenSet<string> Words = LanguageData.Stems("significance-words.txt");

    /// <summary>Such a question without the words that only ask for it; null for any other.</summary>
    public static Question? Plainly(Question question)
    {
        var framing = Framing(question);
        if (framing.Count == 0) return null;
        var asking = framing.Select(i => question.Tokens[i].Stem).ToHashSet(StringComparer.Ordinal);
        List<QuestionTerm> terms = [.. question.Terms.Where(term => term.Entity is not null || !asking.Contains(term.Stem))];
        return question with { Expects = AnswerType.Any, Terms = terms.Count > 0 ? terms : question.CarriedTerms };
    }

    /// <summary>Whether it is asked what is special about something.</summary>
    public static bool Is(Question question) => Framing(question).Count > 0;

    /// <summary>Whether a sentence tells it; null where nothing of the kind is asked.</summary>
    public static Func<FactView, bool>? Asked(Question question) => !Is(question) ? null
        : view => view.Stems.Overlaps(Words) && question.Terms.Any(term => term.Entity is { } entity ? view.Entities.Contains(entity) : term.IsMetIn(view.Stems));

    private static HashSet<int> Framing(Question question) =>
        question.Tokens.Any(token => token.Term is "why" or "whys" or "why's") ? Questions.Find(question.Tokens) : [];
}
