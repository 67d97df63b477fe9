using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Questions;

namespace ChatBot.Subscriptions;

/// <summary>
/// "Make it daily", said under a subscription or right behind it: which one is meant. Remembers, in memory alone and for half an hour, what each person was last
/// shown or gave a chat to follow.
/// </summary>
internal sealed class Retiming(TimeProvider time)
{
    private readonly ExpiringMap<(ChatAddress, PersonId), Following> _latest = new(ConversationMemory.MostEntries, ConversationMemory.Life, time);

    /// <summary>The rhythm that is wanted for what was subscribed to last; null where the words behind the command ask for something else.</summary>
    public static Timetable? Read(string argument) =>
        TimetableReader.Read(argument) is { Problem: null, What: SpokenCommand.Latest, Timetable: var timetable } && argument.Length > SpokenCommand.Latest.Length ? timetable : null;

    /// <summary>Notes what a person was shown, or gave a chat to follow.</summary>
    public void Note(IncomingMessage message, Following following) => _latest.Set((message.Chat, message.Person), following);

    /// <summary>What "it" is: what the message replied to names, else what was shown or followed last, else the only one; null where nobody can tell.</summary>
    /// <param name="message">The message.</param>
    /// <param name="followed">What the chat follows.</param>
    public Following? Meant(IncomingMessage message, IReadOnlyList<Subscription> followed)
    {
        if (message.RepliesTo is not null && message.Above is { Words: var said } && followed.Where(one => said.Contains(one.Following.Label, StringComparison.Ordinal)).MaxBy(one => one.Following.Label.Length) is { } named) return named.Following;
        if (_latest.TryGet((message.Chat, message.Person), out var latest)) return latest;
        return followed is [var only] ? only.Following : null;
    }
}
