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

/// <summary>What is asked for, by what it costs.</summary>
internal enum Effort
{
    /// <summary>The documents are searched.</summary>
    Question,

    /// <summary>Something at hand is shown or set: a list, a passage, a thumb.</summary>
    Errand,
}

/// <summary>
/// How many questions a person and a chat may ask: a handful at once, then at a steady rate. Errands, and small talk with them, have an allowance of their own, several times that. Kept in
/// memory. Safe for use by many threads.
/// </summary>
internal sealed class Allowance(TimeProvider time)
{
    /// <summary>Questions that a person may ask at once.</summary>
    public const int PersonAtOnce = 12;

    /// <summary>Questions that all people of a chat may ask at once.</summary>
    public const int ChatAtOnce = 24;

    /// <summary>So many errands are allowed for each question.</summary>
    public const int ErrandsForAQuestion = 5;

    private const int MostEntries = 20_000;

    public static TimeSpan PersonInterval { get; } = TimeSpan.FromSeconds(3);

    public static TimeSpan ChatInterval { get; } = TimeSpan.FromSeconds(2);

    // A bucket that nobody touched for so long is full again, so forgetting it changes nothing.
    private static readonly TimeSpan UntilFull = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    /// <summary>In private nobody but who is refused sees it; more often a platform would not send it.</summary>
    private static readonly TimeSpan BetweenPrivateRefusals = TimeSpan.FromSeconds(2);

    private readonly ExpiringMap<(PersonId, Effort), TokenBucket> _people = new(MostEntries, UntilFull, time);
    private readonly ExpiringMap<(ChatAddress, Effort), TokenBucket> _chats = new(MostEntries, UntilFull, time);
    private readonly ExpiringMap<(ChatAddress, PersonId), bool> _told = new(MostEntries, TimeSpan.FromSeconds(30), time);
    private readonly ExpiringMap<(ChatAddress, PersonId), int> _passedOver = new(MostEntries, TimeSpan.FromMinutes(30), time);
    private readonly ExpiringMap<PersonId, bool> _toldAlone = new(MostEntries, BetweenPrivateRefusals, time);

    /// <summary>Takes one question or errand of <paramref name="person"/> and of <paramref name="chat"/>, if both have one.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="person">Who.</param>
    /// <param name="effort">What for.</param>
    /// <param name="isPrivate">Whether nobody else would see a refusal; then each is told, as far as the platforms send so often.</param>
    public Permission Take(ChatAddress chat, PersonId person, Effort effort = Effort.Question, bool isPrivate = false)
    {
        // Topics of a chat share its allowance.
        var whole = chat with { Thread = null };
        lock (_gate)
        {
            var (own, common) = (OwnNow(person, effort), CommonNow(whole, effort));
            if (own.HasOne && common.HasOne)
            {
                _people.Set((person, effort), own.Less);
                _chats.Set((whole, effort), common.Less);
                return Permission.Granted;
            }
            if (isPrivate)
            {
                if (_toldAlone.TryGet(person, out _)) return Permission.RefusedAgain;
                _toldAlone.Set(person, true);
                return Permission.Refused;
            }
            if (_told.TryGet((whole, person), out _)) return Permission.RefusedAgain;
            _told.Set((whole, person), true);
            return Permission.Refused;
        }
    }

    /// <summary>A question that was granted turned out to need no search, as small talk doesn't: it is given back, and counts as an errand, as long as there are errands left.</summary>
    public void CountAsErrand(ChatAddress chat, PersonId person)
    {
        var whole = chat with { Thread = null };
        lock (_gate)
        {
            var (own, common) = (OwnNow(person, Effort.Errand), CommonNow(whole, Effort.Errand));
            if (!own.HasOne || !common.HasOne) return;
            _people.Set((person, Effort.Errand), own.Less);
            _chats.Set((whole, Effort.Errand), common.Less);
            _people.Set((person, Effort.Question), OwnNow(person, Effort.Question).More(PersonAtOnce));
            _chats.Set((whole, Effort.Question), CommonNow(whole, Effort.Question).More(ChatAtOnce));
        }
    }

    /// <summary>Notes a question that was passed over without a word.</summary>
    public void PassOver(ChatAddress chat, PersonId person)
    {
        lock (_gate) _passedOver.Set((chat, person), (_passedOver.TryGet((chat, person), out var count) ? count : 0) + 1);
    }

    /// <summary>How many questions of a person were passed over in a chat since this was last asked.</summary>
    public int PassedOver(ChatAddress chat, PersonId person)
    {
        lock (_gate)
        {
            if (!_passedOver.TryGet((chat, person), out var count) || count == 0) return 0;
            _passedOver.Set((chat, person), 0);
            return count;
        }
    }

    private TokenBucket OwnNow(PersonId person, Effort effort) => Now(_people, (person, effort), PersonAtOnce * Times(effort), PersonInterval / Times(effort));

    private TokenBucket CommonNow(ChatAddress chat, Effort effort) => Now(_chats, (chat, effort), ChatAtOnce * Times(effort), ChatInterval / Times(effort));

    private static int Times(Effort effort) => effort == Effort.Errand ? ErrandsForAQuestion : 1;

    private TokenBucket Now<TKey>(ExpiringMap<TKey, TokenBucket> buckets, TKey key, int size, TimeSpan interval)
        where TKey : notnull =>
        buckets.TryGet(key, out var bucket) ? bucket.Refilled(size, interval, time) : new TokenBucket(size, time.GetTimestamp());
}
