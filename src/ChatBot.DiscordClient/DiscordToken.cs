namespace ChatBot.DiscordClient;

/// <summary>
/// The bot's token. Its text leaves this object in two places only: the Authorization header and the gateway's Identify and Resume.
/// </summary>
public sealed class DiscordToken
{
    /// <exception cref="ArgumentException">The text is blank or holds white space: it cannot be a token. The message does not repeat it.</exception>
    public DiscordToken(string token)
    {
        if (string.IsNullOrWhiteSpace(token) || token.Any(c => char.IsWhiteSpace(c) || c is < '!' or > '~'))
            throw new ArgumentException("The Discord token is empty or contains blanks or unusual characters. Copy it again from the developer portal.", nameof(token));
        Value = token.StartsWith("Bot ", StringComparison.Ordinal) ? token[4..] : token;
    }

    internal string Value { get; }

    public override string ToString() => "(hidden token)";
}
