using System.Collections.Frozen;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>
/// A look-up that means what was said before: <c>/watch</c>, <c>/compare</c> or <c>/timeline</c> with nothing behind it, as a reply, takes the question of the message
/// replied to; "/watch and when?" the whole question that this is in its conversation. Pure.
/// </summary>
internal static class LookUpBehind
{
    private const string Timeline = "timeline", Compare = "compare";

    /// <summary>The look-ups that any question can stand behind.</summary>
    private static readonly FrozenSet<string> OfQuestions = new[] { CommandCatalogue.Ask, CommandCatalogue.Watch, Compare, Timeline, "number" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The look-up with what it means in full; null where it says all by itself, or nobody can tell.</summary>
    /// <param name="message">The message.</param>
    /// <param name="before">The conversation that it is read in.</param>
    /// <param name="memory">The conversations.</param>
    /// <param name="knowledge">What is known.</param>
    public static string? InFull(IncomingMessage message, Conversation before, ConversationMemory memory, KnowledgeBase knowledge)
    {
        if (CommandText.Read(message.Text) is not { } command || !OfQuestions.Contains(command.Name)) return null;
        if (command.SaysSomething) return command.Name is CommandCatalogue.Watch or Compare && Continued(command.Argument, before, knowledge) is { } whole ? $"/{command.Name} {whole}" : null;
        return Above(command.Name, message, memory, knowledge) is { Length: > 0 } asked ? $"/{command.Name} {asked}" : null;
    }

    private static string? Above(string command, IncomingMessage message, ConversationMemory memory, KnowledgeBase knowledge)
    {
        if (memory.TurnAbove(message) is { } turn) return command == Timeline ? WholeQuestion.MatterOf(turn.Answer) : WholeQuestion.Of(turn, knowledge);
        // Of one piece of news there is an order of time, and no question.
        if (command == Timeline && memory.Unasked(message) is { } news && NumberedQuestion.ConversationOf(news, knowledge) is { Turns: [var told] }) return told.Question.Text;
        return message is { RepliesTo: null, Above: { } above } ? TypedQuestion.Of(above.Words) : null;
    }

    private static string? Continued(string asked, Conversation before, KnowledgeBase knowledge) =>
        before.Turns.Count > 0 && CommandText.Read(asked) is null && WholeQuestion.Of(knowledge.Ask(asked, before), asked, knowledge) is { } whole && whole != asked ? whole : null;
}
