using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"Who asked Ann?" beside "Ann appealed to Bob": to whom she turned is not who turned to her.</summary>
internal static class DoneTo
{
    /// <summary>Between "to" and the name: a country, an office.</summary>
    private const int MostBeforeName = 5;

    /// <summary>Whether a name stands behind "to" in a sentence that tells what the one did to whom the question wants something done.</summary>
    /// <param name="question">Who did something to somebody.</param>
    /// <param name="view">The sentence.</param>
    /// <param name="value">The name, with the office where that stands before it.</param>
    public static bool Is(Question question, FactView view, TextSpan value)
    {
        if (question.Expects != AnswerType.Person || question.Tokens is not [{ Term: "who" }, { IsStopWord: false }, ..]) return false;
        var named = view.Tokens.FindIndex(token => token.Span.Overlaps(value));
        var to = named < 0 ? -1 : view.Tokens.FindLastIndex(named, Math.Min(named + 1, MostBeforeName), token => token.Term == "to");
        if (to < 1 || view.Tokens.Skip(to + 1).Take(named - to - 1).Any(token => token.Term is "be" or "and" || token.IsNumber)) return false;
        return view.Fact.Entities.Any(doer => doer.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Country && doer.Span.End <= view.Tokens[to].Span.Start
            && question.Entities.Any(asked => asked.Id == doer.Id && asked.Span.Start == question.Tokens[1].Span.End + 1));
    }
}
