using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Webhooks;

namespace ChatBot.Telegram;

/// <summary>Settings of the Telegram platform.</summary>
internal sealed class TelegramOptions
{
    public static Uri DefaultApiRoot { get; } = new("https://api.telegram.org");

    /// <summary>The bot's token; null (the default): Telegram is off.</summary>
    public string? Token { get; init; }

    /// <summary>The Bot API's address, without the token and slash at the end.</summary>
    public Uri ApiRoot { get; init; } = DefaultApiRoot;

    /// <summary>The https address under which Telegram reaches this service; null (the default): updates are polled for.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>
    /// What proves that a call of the webhook is Telegram's: 1–256 of A–Z, a–z, 0–9, _ and -. Null (the default): made up at each start. Several
    /// services behind one address share one.
    /// </summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Why the service would not start with these settings, in words; null where it would.</summary>
    public string? Fault()
    {
        if (Token is null) return null;
        try
        {
            _ = new TelegramBotClientOptions(Token, ApiRoot.AbsoluteUri);
            if (WebhookUrl is { } url) _ = new WebhookRegistration(url.AbsoluteUri, WebhookSecret is { } secret ? new WebhookSecret(secret) : ChatBot.TelegramClient.Webhooks.WebhookSecret.Create());
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
