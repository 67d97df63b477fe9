using ChatBot.Chat;
using ChatBot.Questions;

namespace ChatBot.Telegram;

/// <summary>Passes on where the bot may write, and remembers for a day which groups have become supergroups, so that what was meant for the old one goes to the new.</summary>
/// <param name="listeners">Those who want to know.</param>
/// <param name="time">The clock.</param>
internal sealed class TelegramMembership(IEnumerable<IChatMembership> listeners, TimeProvider time)
{
    private const int MostMoves = 10_000;

    private readonly IReadOnlyList<IChatMembership> _listeners = [.. listeners];
    private readonly ExpiringMap<string, string> _moves = new(MostMoves, TimeSpan.FromDays(1), time);

    /// <summary>Where the chat is now.</summary>
    public ChatAddress Current(ChatAddress chat) => _moves.TryGet(chat.Chat, out var now) ? new ChatAddress(chat.Platform, now) : chat;

    public async ValueTask LeftAsync(ChatAddress chat, CancellationToken cancellation)
    {
        foreach (var listener in _listeners) await listener.LeftAsync(chat with { Thread = null }, cancellation);
    }

    public async ValueTask JoinedAsync(ChatAddress chat, CancellationToken cancellation)
    {
        foreach (var listener in _listeners) await listener.JoinedAsync(chat with { Thread = null }, cancellation);
        await ReopenedAsync(chat, cancellation);
    }

    /// <summary>There is a sign that the bot may write there again.</summary>
    public async ValueTask ReopenedAsync(ChatAddress chat, CancellationToken cancellation)
    {
        foreach (var listener in _listeners) await listener.ReopenedAsync(chat with { Thread = null }, cancellation);
    }

    /// <summary>Both chats tell of a move, and so does every attempt to write to the old one; listeners hear of it once a day.</summary>
    public async ValueTask MovedAsync(ChatAddress before, ChatAddress after, CancellationToken cancellation)
    {
        var (old, now) = (before with { Thread = null }, after with { Thread = null });
        if (Current(old) == now) return;
        foreach (var listener in _listeners) await listener.MovedAsync(old, now, cancellation);
        _moves.Set(old.Chat, now.Chat);
    }
}
