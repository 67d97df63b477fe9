using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>What to send for one message.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Before">The conversation that the message was read in.</param>
/// <param name="After">The conversation with it.</param>
/// <param name="Unanswered">The question, where the documents don't answer it; else null.</param>
internal sealed record Response(Reply Reply, Conversation Before, Conversation After, string? Unanswered = null);

/// <summary>From a message in a chat to the reply, the same on every platform: allowance, commands, then questions. Sends nothing.</summary>
/// <param name="current">What is known; taken once for a whole message.</param>
/// <param name="memory">The turns before.</param>
/// <param name="allowance">How much may be asked.</param>
internal sealed class MessageHandler(Func<KnowledgeBase> current, ConversationMemory memory, Allowance allowance)
{
    /// <summary>Characters of the longest question taken.</summary>
    public const int LongestQuestion = 1000;

    /// <summary>What is known now.</summary>
    public KnowledgeBase Knowledge => current();

    /// <summary>Whether one more message may be answered.</summary>
    public Permission Permit(ChatAddress chat, PersonId person) => allowance.Take(chat, person);

    /// <summary>The response; null for silence.</summary>
    public Response? Respond(IncomingMessage message)
    {
        var before = memory.Before(message);
        return Permit(message.Chat, message.Person) switch
        {
            Permission.Granted => Answer(message.Text, before),
            Permission.Refused => new Response(Reply.Saying(PhraseCatalogue.TooMany), before, before),
            _ => null,
        };
    }

    /// <summary>Answers a text whose allowance was taken.</summary>
    public Response Answer(string text, Conversation before)
    {
        var knowledge = current();
        if (text.Length > LongestQuestion) return new Response(Reply.Saying(PhraseCatalogue.TooLong), before, before);
        if (CommandText.Read(text) is { } command && Command(command, knowledge) is { } reply) return new Response(reply, before, before);
        var handled = QuestionHandler.Handle(text, before, knowledge);
        return new Response(handled.Reply, before, handled.Answer is SmallTalk ? before : handled.Conversation, handled.Answer is NotKnown ? text : null);
    }

    private static Reply? Command(CommandText command, KnowledgeBase knowledge) => command.Name switch
    {
        CommandCatalogue.Start => CommandReplies.Start(knowledge),
        CommandCatalogue.Help => CommandReplies.Help(knowledge),
        CommandCatalogue.About => CommandReplies.About(knowledge),
        CommandCatalogue.Privacy => CommandReplies.Privacy(),
        CommandCatalogue.Sources => CommandReplies.Sources(knowledge, command.Argument),
        _ when CommandCatalogue.Find(command.Name) is not { } known => CommandReplies.Unknown(command.Name),
        _ when CommandCatalogue.Find(command.Name) is { NeedsArgument: true } known && command.Argument.Length == 0 => CommandReplies.Usage(known),
        _ => null,
    };
}
