using ChatBot.Chat;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>A question that was answered in a chat.</summary>
/// <param name="Person">Who asked; null where that isn't known any more.</param>
/// <param name="Before">The conversation before it, for when the question is edited.</param>
/// <param name="After">The conversation with it, for when its answer is replied to.</param>
/// <param name="Replies">The ids of the bot's messages that answer it, in order.</param>
internal sealed record AnsweredMessage(PersonId? Person, Conversation Before, Conversation After, IReadOnlyList<string> Replies)
{
    /// <summary>What "[2]" means under these messages: their own statements, of those that have none what was shown before; null where nobody knows.</summary>
    public IReadOnlyList<ShownStatement>? Shown { get; init; }

    /// <summary>What these messages showed without being a turn of the conversation: news, lists; null where they did not.</summary>
    public IReadOnlyList<ShownStatement>? Unasked { get; init; }

    /// <summary>Whether they only say that the question came too soon after others.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The question with its answer; null where it added nothing to the conversation.</summary>
    public Turn? Turn => ReferenceEquals(Before.Turns, After.Turns) || After.Turns.Count == 0 ? null : After.Turns[^1];
}

/// <summary>
/// The latest turns of each person in each chat, in memory alone: half an hour, then they are forgotten. Nobody's turns bear on another's questions, but whoever replies to an answer asks about that answer.
/// </summary>
internal sealed class ConversationMemory(TimeProvider time)
{
    /// <summary>Of each kind, over all chats.</summary>
    public const int MostEntries = 10_000;

    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(30);

    /// <summary>So long after an answer was composed may it still be on its way.</summary>
    public static TimeSpan Sending { get; } = TimeSpan.FromSeconds(5);

    private readonly ExpiringMap<(ChatAddress, PersonId), Conversation> _latest = new(MostEntries, Life, time);
    private readonly ExpiringMap<(ChatAddress, PersonId), IReadOnlyList<ShownStatement>> _latestShown = new(MostEntries, Life, time);
    private readonly ExpiringMap<ChatAddress, IReadOnlyList<ShownStatement>?> _news = new(MostEntries, Life, time);
    private readonly ExpiringMap<(ChatAddress, string Question), AnsweredMessage> _byQuestion = new(MostEntries, Life, time);
    private readonly ExpiringMap<(ChatAddress, string Reply), AnsweredMessage> _byReply = new(MostEntries, Life, time);

    /// <summary>What is on its way to each chat: its messages can be replied to a moment before their ids are known here.</summary>
    private readonly ExpiringMap<ChatAddress, (string Question, AnsweredMessage Answered)> _sending = new(MostEntries, Sending, time);

    /// <summary>
    /// The turns before a message: of an edited one those before it, of a reply those up to the answer replied to (of another's answer it alone; of one
    /// that is forgotten, and of another's that answered no question, none), of one that begins anew none, otherwise the latest.
    /// </summary>
    public Conversation Before(IncomingMessage message)
    {
        if (message.BeginsAnew) return Conversation.New;
        if (message.IsEdit && Find(message) is { } edited) return edited.Before;
        if (message.RepliesTo is { } reply)
        {
            if (AnsweredBy(message.Chat, reply) is not { } answered) return Conversation.New;
            return answered.Person == message.Person ? answered.After : answered.Turn is { } turn ? new Conversation([turn]) : Conversation.New;
        }
        return _latest.TryGet((message.Chat, message.Person), out var latest) ? latest : Conversation.New;
    }

    /// <summary>What "[2]" means in a message: of a reply what the message replied to showed, otherwise what was shown last; null where nobody knows.</summary>
    public IReadOnlyList<ShownStatement>? ShownBefore(IncomingMessage message)
    {
        if (message.BeginsAnew) return null;
        if (NewsBefore(message) is { } news) return news;
        if (message.RepliesTo is { } reply) return AnsweredBy(message.Chat, reply)?.Shown;
        return !message.IsEdit && _latestShown.TryGet((message.Chat, message.Person), out var shown) ? shown : null;
    }

    /// <summary>What the message replied to told without being asked, or as a list; null where it is another, or none is replied to.</summary>
    public IReadOnlyList<ShownStatement>? Unasked(IncomingMessage message) => message.RepliesTo is { } reply ? AnsweredBy(message.Chat, reply)?.Unasked : null;

    /// <summary>Notes what was told in a chat without being asked: until something is answered there, that is the latest.</summary>
    public void Tell(ChatAddress chat, IReadOnlyList<ShownStatement> news) => _news.Set(chat, news);

    /// <summary>The news that stand right before a message; null where it has something else before it, answers to a message, or others read along: there nobody knows what they mean.</summary>
    public IReadOnlyList<ShownStatement>? NewsBefore(IncomingMessage message) =>
        message is { IsPrivate: true, RepliesTo: null, IsEdit: false, BeginsAnew: false } && _news.TryGet(message.Chat, out var news) ? news : null;

    /// <summary>The turn that one of the bot's messages answers; null where it answers none, or that is forgotten.</summary>
    public Turn? TurnOf(ChatAddress chat, string reply) => AnsweredBy(chat, reply)?.Turn;

    /// <summary>The turn that the message replied to belongs to, as its answer or as its question, whoever asked; null where it belongs to none, or none is replied to.</summary>
    public Turn? TurnAbove(IncomingMessage message) =>
        message.RepliesTo is { } reply ? TurnOf(message.Chat, reply)
        : message.Above is { } above && _byQuestion.TryGet((message.Chat, above.Id), out var asked) ? asked.Turn : null;

    /// <summary>How this very message of this person was answered before; null where it wasn't, or that is forgotten.</summary>
    public AnsweredMessage? Find(IncomingMessage message) =>
        _byQuestion.TryGet((message.Chat, message.Id), out var answered) && (answered.Person is null || answered.Person == message.Person) ? answered : null;

    /// <summary>Whether what a message edits or replies to is remembered, if it does either.</summary>
    public bool Knows(IncomingMessage message) =>
        (message.IsEdit && _byQuestion.TryGet((message.Chat, message.Id), out _)) || (message.RepliesTo is { } reply ? AnsweredBy(message.Chat, reply) is not null : !message.IsEdit);

    /// <summary>Takes up an answer that was given before this process began, or longer ago than is remembered; what was said latest stays so.</summary>
    /// <param name="kept">The answer.</param>
    /// <param name="chat">Where it stands, with its thread.</param>
    /// <param name="before">The turns before it.</param>
    /// <param name="after">The turns with it; the same as those where it added nothing.</param>
    /// <param name="shown">What it showed; null where that was nothing, or isn't kept.</param>
    public void Recall(KeptAnswer kept, ChatAddress chat, Conversation before, Conversation after, IReadOnlyList<ShownStatement>? shown)
    {
        var answered = Of(kept.Person, before, after, kept.Replies, shown);
        _byQuestion.Set((chat, kept.Question), answered);
        foreach (var reply in kept.Replies) _byReply.Set((chat, reply), answered);
    }

    /// <summary>Forgets all turns of a person, and what was told last where they say so.</summary>
    public void Forget(PersonId person, ChatAddress chat)
    {
        _news.Remove((told, _) => told == chat);
        _latest.Remove((key, _) => key.Item2 == person);
        _latestShown.Remove((key, _) => key.Item2 == person);
        _byQuestion.Remove((_, answered) => answered.Person == person);
        _byReply.Remove((_, answered) => answered.Person == person);
        _sending.Remove((_, sent) => sent.Answered.Person == person);
    }

    /// <summary>A message, or its answer, is gone from its chat: what is asked next doesn't lean on it.</summary>
    public void Withdraw(ChatAddress chat, string message)
    {
        if (!_byQuestion.TryGet((chat, message), out var answered)) return;
        _byReply.Remove((key, _) => key.Item1 == chat && answered.Replies.Contains(key.Reply));
        _latestShown.Remove((_, shown) => ReferenceEquals(shown, answered.Shown));
        _byQuestion.Set((chat, message), answered with { After = answered.Before, Replies = [] });
        if (answered.Turn is not { } gone) return;
        Conversation Without(Conversation conversation) =>
            conversation.Turns.Any(turn => ReferenceEquals(turn, gone)) ? new Conversation([.. conversation.Turns.Where(turn => !ReferenceEquals(turn, gone))]) : conversation;
        AnsweredMessage Rest(AnsweredMessage other)
        {
            var before = Without(other.Before);
            return other with { Before = before, After = other.Turn is null ? before : Without(other.After) };
        }
        _latest.Change(Without);
        _byQuestion.Change(Rest);
        _byReply.Change(Rest);
    }

    /// <summary>An answer is shown once more, in messages of their own.</summary>
    public void Repeat(ChatAddress chat, string reply, IEnumerable<string> copies)
    {
        if (!_byReply.TryGet((chat, reply), out var answered)) return;
        foreach (var copy in copies) _byReply.Set((chat, copy), answered);
    }

    /// <summary>Keeps how a message was answered.</summary>
    /// <param name="message">The message.</param>
    /// <param name="before">The turns before it.</param>
    /// <param name="after">The turns with it; the same as those where it added nothing.</param>
    /// <param name="replies">The ids of the bot's messages that answer it.</param>
    /// <param name="shown">What they showed; null where they are no turn and showed nothing.</param>
    public void Remember(IncomingMessage message, Conversation before, Conversation after, IReadOnlyList<string> replies, IReadOnlyList<ShownStatement>? shown = null)
    {
        var answered = Of(message.Person, before, after, replies, shown);
        if (shown is null) answered = answered with { Shown = ShownBefore(message) };
        _byQuestion.Set((message.Chat, message.Id), answered);
        foreach (var reply in replies) _byReply.Set((message.Chat, reply), answered);
        // What one alone sees, nobody else replies to.
        if (replies.Count == 0 && !message.IsForOneAlone) _sending.Set(message.Chat, (message.Id, answered));
        else _sending.Remove((chat, sent) => chat == message.Chat && sent.Question == message.Id);
        _latest.Set((message.Chat, message.Person), after);
        if (answered.Shown is { } now) _latestShown.Set((message.Chat, message.Person), now);
        // A word of thanks leaves the news the latest.
        if ((answered.Turn is not null || shown is not null) && _news.TryGet(message.Chat, out var told) && told is not null) _news.Set(message.Chat, null);
    }

    /// <summary>Keeps how a message was answered.</summary>
    public void Remember(IncomingMessage message, Response response, IReadOnlyList<string> replies)
    {
        Remember(message, response.Before, response.After, replies, response.Shown);
        if (response.IsRefusal && Find(message) is { } refused) _byQuestion.Set((message.Chat, message.Id), refused with { IsRefused = true });
    }

    private AnsweredMessage? AnsweredBy(ChatAddress chat, string reply) =>
        _byReply.TryGet((chat, reply), out var answered) ? answered : _sending.TryGet(chat, out var sent) ? sent.Answered : null;

    private static AnsweredMessage Of(PersonId? person, Conversation before, Conversation after, IReadOnlyList<string> replies, IReadOnlyList<ShownStatement>? shown)
    {
        var answered = new AnsweredMessage(person, before, after, replies) { Shown = shown };
        return answered.Turn is null && shown is { Count: > 0 } ? answered with { Unasked = shown } : answered;
    }
}
