using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Back to polling.</summary>
public sealed record DeleteWebhookRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "deleteWebhook";

    public bool? DropPendingUpdates { get; init; }
}
