namespace ChatBot.TelegramClient;

/// <summary>Where the client's requests go, and how long they may take.</summary>
public sealed class TelegramBotClientOptions
{
    /// <param name="token">As BotFather gave it.</param>
    /// <param name="baseUrl">The platform's address without the token; null for Telegram's own. A path is kept.</param>
    /// <exception cref="FormatException">The token or the address is not of its form; the message never shows the token.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = null)
    {
        Token = new BotToken(token);
        var text = string.IsNullOrWhiteSpace(baseUrl) ? "https://api.telegram.org" : baseUrl.Trim();
        if (Token.IsIn(text))
            throw new FormatException("The address of the Bot API is given without the token.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0
            || address.Fragment.Length > 0)
            throw new FormatException($"The address of the Bot API is an http or https address without query, such as https://api.telegram.org: '{text}' is not.");
        BaseUrl = address;
    }

    public BotToken Token { get; }

    public Uri BaseUrl { get; }

    /// <summary>How long one request may take, a long poll's own waiting not counted. Default 30 s; above 0.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long reaching the server may take, of that. Default 10 s; above 0.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer that is read, in bytes. Default 16 MiB; at least 1 KiB.</summary>
    public long MaxAnswerBytes { get; init; } = 16 * 1024 * 1024;
}
