using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Requests;

/// <summary>What an empty chat with the bot shows.</summary>
public sealed record SetMyDescriptionRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "setMyDescription";

    /// <summary>0–512 characters.</summary>
    public string? Description { get; init; }

    public string? LanguageCode { get; init; }
}
