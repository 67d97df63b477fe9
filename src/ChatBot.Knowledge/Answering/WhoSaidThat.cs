using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Answers "who said that?" from what was just shown.</summary>
internal static class WhoSaidThat
{
    /// <summary>The statements just shown, with the speaker or source that each names; null where something else is asked.</summary>
    public static Answer? Read(Question question, Conversation conversation)
    {
        if (question.Entities.Count > 0 || question.Expects != AnswerType.Person || question.Terms.Any(t => !question.Tokens.Any(own => own.Stem == t.Stem && AnswerTypeReader.IsSaying(own.Term) || own.Stem == t.Stem && own.Term is "reported"))) return null;
        if (!question.Tokens.Any(t => t.Term is "said" or "says" or "say" or "reported" or "wrote" or "claimed" or "claims") || !question.Tokens.Any(t => t.Term is "that" or "it" or "this" or "so")) return null;
        var attributed = new List<Statement>();
        foreach (var shown in conversation.Turns[^1].Answer.Statements)
        {
            var by = shown.Fact.Attribution;
            var named = shown.Fact.Entities.Concat(by.Sources).FirstOrDefault(m => (m.Id == by.Speaker || by.Sources.Any(s => s.Id == m.Id)) && shown.Citation.Span.Contains(m.Span));
            if (named.Span.Length > 0) attributed.Add(shown.Showing(named.Span));
        }
        // Nobody is named: whoever published it says so.
        if (attributed.Count == 0) return conversation.Turns[^1].Answer.Statements.Count > 0 ? FollowUps.Shown(question, conversation.Turns[^1]) : null;
        // What is asked next is asked of the same matter.
        var again = FollowUps.Shown(question, conversation.Turns[^1]);
        return new Told([.. attributed.DistinctBy(s => s.Fact.Id).Take(3)]) { Question = again.Question with { ReadAs = null }, Confidence = again.Confidence };
    }
}
