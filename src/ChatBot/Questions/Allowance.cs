using ChatBot.Chat;

namespace ChatBot.Questions;

/// <summary>Whether a question may be asked now.</summary>
internal enum Permission
{
    Granted,

    /// <summary>Too many; say so.</summary>
    Refused,

    /// <summary>Too many, and that was said already: stay silent.</summary>
    RefusedAgain,
}

/// <summary>How many questions a person and a chat may ask: a handful at once, then at a steady rate. Kept in memory. Safe for use by many threads.</summary>
internal sealed class Allowance(TimeProvider time)
{
    /// <summary>Questions that a person may ask at once.</summary>
    public const int PersonAtOnce = 8;

    /// <summary>Questions that all people of a chat may ask at once.</summary>
    public const int ChatAtOnce = 20;

    private const int MostEntries = 20_000;

    public static TimeSpan PersonInterval { get; } = TimeSpan.FromSeconds(5);

    public static TimeSpan ChatInterval { get; } = TimeSpan.FromSeconds(2);

    // A bucket that nobody touched for so long is full again, so forgetting it changes nothing.
    private static readonly TimeSpan UntilFull = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly ExpiringMap<PersonId, TokenBucket> _people = new(MostEntries, UntilFull, time);
    private readonly ExpiringMap<ChatAddress, TokenBucket> _chats = new(MostEntries, UntilFull, time);
    private readonly ExpiringMap<(ChatAddress, PersonId), bool> _told = new(MostEntries, TimeSpan.FromSeconds(30), time);

    /// <summary>Takes one question of <paramref name="person"/> and of <paramref name="chat"/>, if both have one.</summary>
    public Permission Take(ChatAddress chat, PersonId person)
    {
        // Topics of a chat share its allowance.
        var whole = chat with { Thread = null };
        lock (_gate)
        {
            var own = Now(_people, person, PersonAtOnce, PersonInterval);
            var common = Now(_chats, whole, ChatAtOnce, ChatInterval);
            if (own.HasOne && common.HasOne)
            {
                _people.Set(person, own.Less);
                _chats.Set(whole, common.Less);
                return Permission.Granted;
            }
            if (_told.TryGet((whole, person), out _)) return Permission.RefusedAgain;
            _told.Set((whole, person), true);
            return Permission.Refused;
        }
    }

    private TokenBucket Now<TKey>(ExpiringMap<TKey, TokenBucket> buckets, TKey key, int size, TimeSpan interval)
        where TKey : notnull =>
        buckets.TryGet(key, out var bucket) ? bucket.Refilled(size, interval, time) : new TokenBucket(size, time.GetTimestamp());
}
