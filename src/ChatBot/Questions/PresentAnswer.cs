using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Questions;

/// <summary>What a question that is to be watched is answered with now: what leads the answer, so that people know from what a change is reckoned. Pure.</summary>
internal static class PresentAnswer
{
    /// <summary>The question as it was read, where that corrects what was typed and has the same answer by itself; else as it was typed.</summary>
    public static string AsRead(string asked, Answer answer, KnowledgeBase knowledge) =>
        answer.Question is { ReadAs: { } read, Corrections.Count: > 0, Continues: null, CarriedTerms.Count: 0 } && WholeQuestion.IsSame(answer, knowledge.Ask(read, Conversation.New)) ? read : asked;

    /// <summary>What leads the answer, every side of it, with its sources and their passages; nothing where there is none.</summary>
    public static Reply Of(Answer answer, KnowledgeBase knowledge)
    {
        if (answer.Abstained) return new Reply([], [], []);
        var question = answer.Question with { ReadAs = null };
        var shown = ReplyComposer.Compose(answer is Told told ? told with { Found = [.. told.Found.Take(1)], Further = 0, IsCut = false, Question = question } : answer with { Question = question }, knowledge, question.Text);
        return shown with { Actions = [.. PassageActions.Of(shown.Sources)] };
    }
}
