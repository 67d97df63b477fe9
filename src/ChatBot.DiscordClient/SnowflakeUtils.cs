namespace ChatBot.DiscordClient;

/// <summary>Discord's ids carry their time of creation: milliseconds since the start of 2015 in the upper 42 bits.</summary>
public static class SnowflakeUtils
{
    private const long DiscordEpoch = 1_420_070_400_000;

    public static DateTimeOffset FromSnowflake(ulong value) => DateTimeOffset.FromUnixTimeMilliseconds((long)(value >> 22) + DiscordEpoch);

    /// <summary>The smallest id that could be made at that moment.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies before 2015.</exception>
    public static ulong ToSnowflake(DateTimeOffset value)
    {
        var milliseconds = value.ToUnixTimeMilliseconds() - DiscordEpoch;
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(value));
        return (ulong)milliseconds << 22;
    }
}
