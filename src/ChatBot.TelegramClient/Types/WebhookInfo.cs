using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types;

/// <summary>How the webhook stands; <see cref="Url"/> is empty when updates are polled.</summary>
public sealed record WebhookInfo
{
    public string Url { get => field ?? ""; init; }
    public bool HasCustomCertificate { get; init; }
    public int PendingUpdateCount { get; init; }

    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }
    public int? MaxConnections { get; init; }
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
