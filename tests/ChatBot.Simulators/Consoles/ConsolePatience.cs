namespace ChatBot.Simulators.Consoles;

/// <summary>How long the console waits before it reads the next line.</summary>
/// <param name="Answer">At most, for an answer.</param>
/// <param name="Bot">At most, for the bot to come, before the first line; zero where lines may be read at once.</param>
internal sealed record ConsolePatience(TimeSpan Answer, TimeSpan Bot)
{
    /// <summary>Nothing has happened for so long since the bot answered: it has said all.</summary>
    public static TimeSpan Quiet { get; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Nothing has happened for so long and the bot has not answered: it means to be silent.</summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromMilliseconds(1500);
}
