using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Long polling. The offset is the only confirmation that the platform knows.</summary>
public sealed record GetUpdatesRequest : IRequest<Update[]>
{
    [JsonIgnore]
    public string MethodName => "getUpdates";

    /// <summary>The last stored update's id + 1: everything below it is confirmed and never comes again.</summary>
    public int? Offset { get; init; }

    /// <summary>1–100.</summary>
    public int? Limit { get; init; }

    /// <summary>Seconds the server may hold the request; 0–50.</summary>
    public int? Timeout { get; init; }

    /// <summary>Remembered by the server until changed.</summary>
    public IReadOnlyList<UpdateType>? AllowedUpdates { get; init; }
}
