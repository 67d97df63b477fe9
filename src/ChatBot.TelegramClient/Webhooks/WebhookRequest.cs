using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Webhooks;

/// <summary>What a call to the webhook's address is; the whole set, each with the HTTP status to answer.</summary>
public abstract record WebhookRequest
{
    private WebhookRequest()
    {
    }

    /// <summary>Any 2xx confirms the update, anything else brings it again.</summary>
    public abstract int StatusCode { get; }

    /// <summary>An update: store it, then answer. It may have come before.</summary>
    public sealed record Accepted(Update Update) : WebhookRequest
    {
        public override int StatusCode => 200;
    }

    /// <summary>Not from the platform.</summary>
    public sealed record WrongSecret : WebhookRequest
    {
        public override int StatusCode => 401;
    }

    /// <summary>Larger than any update is.</summary>
    public sealed record TooLarge : WebhookRequest
    {
        public override int StatusCode => 413;
    }

    /// <summary>Whole, with the right secret, and yet not JSON or nothing with an update's id. It would not read better the next time, so it is confirmed.</summary>
    public sealed record Unreadable : WebhookRequest
    {
        public override int StatusCode => 200;
    }
}
