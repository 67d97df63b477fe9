namespace ChatBot.Questions;

/// <summary>A stock that refills evenly: so many at once, then one per interval.</summary>
/// <param name="Stock">What is left, at <paramref name="At"/>.</param>
/// <param name="At">A timestamp of the clock that is passed in.</param>
internal readonly record struct TokenBucket(double Stock, long At)
{
    /// <summary>The bucket at a later moment.</summary>
    public TokenBucket Refilled(int size, TimeSpan interval, TimeProvider time)
    {
        var now = time.GetTimestamp();
        return new TokenBucket(Math.Min(size, Stock + time.GetElapsedTime(At, now) / interval), now);
    }

    public bool HasOne => Stock >= 1;

    public TokenBucket Less => this with { Stock = Stock - 1 };

    /// <summary>The bucket with one given back, no fuller than <paramref name="size"/>.</summary>
    public TokenBucket More(int size) => this with { Stock = Math.Min(size, Stock + 1) };
}
