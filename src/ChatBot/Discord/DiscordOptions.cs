using ChatBot.DiscordClient;

namespace ChatBot.Discord;

/// <summary>Settings of the Discord platform.</summary>
internal sealed class DiscordOptions
{
    public static Uri DefaultApiRoot { get; } = new("https://discord.com/api");

    /// <summary>The bot's token; null (the default): Discord is off.</summary>
    public string? Token { get; init; }

    /// <summary>Discord's address, without version and slash at the end.</summary>
    public Uri ApiRoot { get; init; } = DefaultApiRoot;

    /// <summary>Why the service would not start with these settings, in words; null where it would.</summary>
    public string? Fault()
    {
        if (Token is null) return null;
        try
        {
            _ = new DiscordToken(Token);
            return null;
        }
        catch (ArgumentException wrong)
        {
            return wrong.Message.Split(" (Parameter")[0];
        }
    }
}
