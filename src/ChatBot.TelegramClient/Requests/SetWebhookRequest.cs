using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Webhooks;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Has updates posted to an address; polling is refused from then on.</summary>
public sealed record SetWebhookRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "setWebhook";

    /// <summary>HTTPS, port 443, 80, 88 or 8443.</summary>
    public required string Url { get; init; }

    /// <summary>1–100; 40 by default.</summary>
    public int? MaxConnections { get; init; }

    public IReadOnlyList<UpdateType>? AllowedUpdates { get; init; }

    public bool? DropPendingUpdates { get; init; }

    /// <summary>Comes back in a header of every delivery.</summary>
    public WebhookSecret? SecretToken { get; init; }
}
