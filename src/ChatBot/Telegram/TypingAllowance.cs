using ChatBot.Chat;
using ChatBot.Questions;

namespace ChatBot.Telegram;

/// <summary>How often somebody's typing in inline mode is looked up; apart from the questions that they may ask. Kept in memory. Safe for use by many threads.</summary>
internal sealed class TypingAllowance(TimeProvider time)
{
    public const int AtOnce = 20;

    private const int MostEntries = 20_000;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly ExpiringMap<PersonId, TokenBucket> _people = new(MostEntries, TimeSpan.FromMinutes(1), time);

    /// <summary>Takes one, if there is one left.</summary>
    public bool Take(PersonId person)
    {
        lock (_gate)
        {
            var bucket = _people.TryGet(person, out var known) ? known.Refilled(AtOnce, Interval, time) : new TokenBucket(AtOnce, time.GetTimestamp());
            if (bucket.HasOne) _people.Set(person, bucket.Less);
            return bucket.HasOne;
        }
    }
}
