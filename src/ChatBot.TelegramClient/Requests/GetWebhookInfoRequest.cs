using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>How the webhook stands.</summary>
public sealed record GetWebhookInfoRequest : IRequest<WebhookInfo>
{
    [JsonIgnore]
    public string MethodName => "getWebhookInfo";
}
