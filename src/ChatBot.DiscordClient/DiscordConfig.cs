namespace ChatBot.DiscordClient;

/// <summary>The limits that Discord states and a client must keep to itself; none of them is announced by a header.</summary>
public static class DiscordConfig
{
    public const int APIVersion = 10;
    public const int MaxMessageSize = 2000;
    public const int MaxNonceLength = 25;
    public const int MaxActionRows = 5;
    public const int MaxButtonsPerRow = 5;
    public const int MaxSelectOptions = 25;
    public const int MaxAutocompleteChoices = 25;

    /// <summary>How long an interaction's token can be used for edits and follow-ups.</summary>
    public static TimeSpan InteractionTokenLifetime { get; } = TimeSpan.FromMinutes(15);
}
