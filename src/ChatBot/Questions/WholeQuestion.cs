using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>The question behind an answer, in words that need nothing that was said before: what is watched, compared, or put in order of time. Pure.</summary>
internal static class WholeQuestion
{
    /// <summary>Whether the question means the same when it is asked again by itself: "and when?" doesn't.</summary>
    public static bool StandsAlone(Answer answer) => answer.Question is { Continues: null, CarriedTerms.Count: 0 };

    /// <summary>
    /// The question as it was read, where that has the same answer by itself; else as it was typed, where that stands alone. Null where neither can be asked
    /// again, and of what is no question: a list of quotations or figures.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="message">What was typed.</param>
    /// <param name="knowledge">What it was drawn from.</param>
    public static string? Of(Answer answer, string message, KnowledgeBase knowledge)
    {
        var isCommand = CommandText.Read(message) is not null;
        if ((!isCommand || !StandsAlone(answer)) && answer.Question.ReadAs is { } whole && IsSame(answer, knowledge.Ask(whole, Conversation.New))) return whole;
        if (!StandsAlone(answer) || TypedQuestion.Of(message) is not { } asked) return null;
        return isCommand ? asked : answer.Question.Text.Length == 0 ? null : answer.Question.Text;
    }

    /// <summary>The question of a turn; null where it was told without being asked, or checked, or can't be asked again.</summary>
    public static string? Of(Turn turn, KnowledgeBase knowledge) => turn.IsUnasked || turn.Claims > 0 || turn.Message is not { } message ? null : Of(turn.Answer, message, knowledge);

    /// <summary>What a question is about, for a list: the question as it was read, though that may have another answer by itself.</summary>
    public static string MatterOf(Answer answer) => answer.ShownBefore.Count > 0 ? answer.Question.Matter : StandsAlone(answer) ? answer.Question.Text : answer.Question.ReadAs ?? answer.Question.Text;

    /// <summary>Whether two answers tell the same in the same way.</summary>
    public static bool IsSame(Answer one, Answer other) => one.GetType() == other.GetType() && one.Statements.Select(statement => statement.Fact.Id).SequenceEqual(other.Statements.Select(statement => statement.Fact.Id));
}
