using ChatBot.Chat;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>A question that was answered in a chat.</summary>
/// <param name="Person">Who asked.</param>
/// <param name="Before">The conversation before it, for when the question is edited.</param>
/// <param name="After">The conversation with it, for when its answer is replied to.</param>
/// <param name="Replies">The ids of the bot's messages that answer it, in order.</param>
internal sealed record AnsweredMessage(PersonId Person, Conversation Before, Conversation After, IReadOnlyList<string> Replies);

/// <summary>
/// The latest turns of each person in each chat, in memory alone: half an hour, then they are forgotten. Nobody's turns bear on another's questions.
/// </summary>
internal sealed class ConversationMemory(TimeProvider time)
{
    /// <summary>Of each kind, over all chats.</summary>
    public const int MostEntries = 10_000;

    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(30);

    private readonly ExpiringMap<(ChatAddress, PersonId), Conversation> _latest = new(MostEntries, Life, time);
    private readonly ExpiringMap<(ChatAddress, string Question), AnsweredMessage> _byQuestion = new(MostEntries, Life, time);
    private readonly ExpiringMap<(ChatAddress, string Reply), AnsweredMessage> _byReply = new(MostEntries, Life, time);

    /// <summary>The turns before a message: of an edited one those before it, of a reply those up to the answer replied to, of one that begins anew none, otherwise the latest.</summary>
    public Conversation Before(IncomingMessage message)
    {
        if (message.BeginsAnew) return Conversation.New;
        if (message.IsEdit && Find(message) is { } edited) return edited.Before;
        if (message.RepliesTo is { } reply && _byReply.TryGet((message.Chat, reply), out var answered) && answered.Person == message.Person) return answered.After;
        return _latest.TryGet((message.Chat, message.Person), out var latest) ? latest : Conversation.New;
    }

    /// <summary>How this very message of this person was answered before; null where it wasn't, or that is forgotten.</summary>
    public AnsweredMessage? Find(IncomingMessage message) =>
        _byQuestion.TryGet((message.Chat, message.Id), out var answered) && answered.Person == message.Person ? answered : null;

    /// <summary>Forgets all turns of a person.</summary>
    public void Forget(PersonId person)
    {
        _latest.Remove((key, _) => key.Item2 == person);
        _byQuestion.Remove((_, answered) => answered.Person == person);
        _byReply.Remove((_, answered) => answered.Person == person);
    }

    /// <summary>Keeps how a message was answered.</summary>
    public void Remember(IncomingMessage message, Conversation before, Conversation after, IReadOnlyList<string> replies)
    {
        var answered = new AnsweredMessage(message.Person, before, after, replies);
        _byQuestion.Set((message.Chat, message.Id), answered);
        foreach (var reply in replies) _byReply.Set((message.Chat, reply), answered);
        _latest.Set((message.Chat, message.Person), after);
    }
}
