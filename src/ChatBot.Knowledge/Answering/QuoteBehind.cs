using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>"The hall holds 400, Varga said. 'We have never had so many.'": asked what somebody said of a thing, their very words may stand right behind the sentence that names it.</summary>
internal static class QuoteBehind
{
    /// <summary>So many sentences behind it, at most, and no farther than the words with which the next paragraph begins.</summary>
    private const int Reach = 2;

    /// <summary>What whoever is asked of says word for word in the sentence behind one that has no words of theirs; null where nobody's words are asked for, or none follow.</summary>
    public static Statement? Of(Question question, Statement told, Func<FactId, FactView?> view)
    {
        if (question is not { Expects: AnswerType.Statement, Speaker: { } speaker } || told.Fact.Attribution.Quoted.Count > 0) return null;
        if (view(told.Fact.Id) is not { } before || !before.Entities.Contains(speaker)) return null;
        for (var step = 1; step <= Reach; step++)
        {
            if (view(told.Fact.Id with { Number = told.Fact.Id.Number + step }) is not { } next || next.Fact.Locator.Kind != told.Fact.Locator.Kind || next.Fact.Attribution.Speaker is { } other && other != speaker) return null;
            if (next.Fact.Attribution is { Quoted: [var words, ..], Speaker: not null } && (next.Fact.Locator == told.Fact.Locator || words.Contains(next.Tokens[0].Span))) return Statement.From(next.Document, next.Fact, null, Excerpts.Of(question, next, null));
            if (next.Fact.Locator != told.Fact.Locator) return null;
        }
        return null;
    }
}
