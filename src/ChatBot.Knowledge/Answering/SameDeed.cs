using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"How many boats arrived?": how many of them started is another count, and no other value of this one.</summary>
internal static class SameDeed
{
    /// <summary>Whether a sentence may be held against <paramref name="best"/>: where that one has the verb of the question, whether it has it too.</summary>
    public static bool Of(Question question, FactView best, FactView other)
    {
        if (question.Expects != AnswerType.Quantity || VerbOf(question) is not { } verb || !verb.IsMetIn(best.Stems)) return true;
        return verb.IsMetIn(other.Stems);
    }

    /// <summary>The last word of "how many boats have arrived": a verb of its own, neither the counted noun nor a name.</summary>
    private static QuestionTerm? VerbOf(Question question)
    {
        if (!question.Tokens.Any(token => token.Term == "many") || question.Tokens is not [.., var last] || last.IsStopWord || last.Stem == question.Focus || LightWords.Has(last)) return null;
        return last.Term.EndsWith("ed", StringComparison.Ordinal) ? question.Terms.FirstOrDefault(term => term.Entity is null && term.Stem == last.Stem) : null;
    }
}
