namespace ChatBot.Knowledge.Facts;

/// <summary>
/// When something was said, for telling which of two values is the later: the later day, of one day what came into the store later, and where
/// nobody knows that, what stands in the later document. News, watches and
/// answers all order by it.
/// </summary>
/// <param name="Day">The day on which it was said or written.</param>
/// <param name="Received">When this version of its document came in; the least moment where nothing is known of that.</param>
internal readonly record struct WrittenAt(DateOnly Day, DateTimeOffset Received) : IComparable<WrittenAt>
{
    /// <summary>The day on which its document was written; that tells what comes later where two were said on one day and nothing is known of when they came in.</summary>
    public DateOnly Reported { get; init; }

    public static bool operator <(WrittenAt left, WrittenAt right) => left.CompareTo(right) < 0;

    public static bool operator >(WrittenAt left, WrittenAt right) => left.CompareTo(right) > 0;

    public static bool operator <=(WrittenAt left, WrittenAt right) => left.CompareTo(right) <= 0;

    public static bool operator >=(WrittenAt left, WrittenAt right) => left.CompareTo(right) >= 0;

    public int CompareTo(WrittenAt other) => (Day, Received, Reported).CompareTo((other.Day, other.Received, other.Reported));
}
