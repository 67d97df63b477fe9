namespace ChatBot.DiscordClient;

/// <summary>Discord's ids carry their time of creation: milliseconds since the start of 2015 in the upper 42 bits.</summary>
public static class SnowflakeUtils
{
    private const long DiscordEpoch = 1_420_070_400_000;

    public static DateTimeOffset FromSnowflake(ulong value) => DateTimeOffset.FromUnixTimeMilliseconds((long)(value >> 22) + DiscordEpoch);
}
