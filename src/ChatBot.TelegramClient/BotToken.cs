using System.Text.RegularExpressions;

namespace ChatBot.TelegramClient;

/// <summary>
/// A bot's token. It stands in every address, so it is the one type that hands it out (<see cref="Reveal"/>, to the handler
/// that writes the address) and that takes it out of texts (<see cref="Redact"/>). Printed, it shows the bot's id alone.
/// </summary>
public sealed partial class BotToken
{
    private readonly string token;
    private readonly string secret;

    /// <exception cref="FormatException">Not of the form <c>123456:letters</c>; the message does not repeat what was given.</exception>
    public BotToken(string token)
    {
        if (token is null || !Form().IsMatch(token))
            throw new FormatException("A bot token is the bot's number, a colon and letters, digits, _ or -, as BotFather gave it; this one is not of that form.");
        this.token = token;
        secret = token[(token.IndexOf(':') + 1)..];
        BotId = long.Parse(token.AsSpan(0, token.IndexOf(':')), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The number before the colon: the bot's user id, no secret.</summary>
    public long BotId { get; }

    internal string Reveal() => token;

    /// <summary>The text with the token's secret part, wherever it stands, replaced.</summary>
    internal string Redact(string text) => text.Replace(secret, "[token]", StringComparison.Ordinal);

    internal bool IsIn(string? text) => text is not null && text.Contains(secret, StringComparison.Ordinal);

    public override string ToString() => $"{BotId}:[token]";

    [GeneratedRegex(@"^[0-9]{1,18}:[A-Za-z0-9_-]{8,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
