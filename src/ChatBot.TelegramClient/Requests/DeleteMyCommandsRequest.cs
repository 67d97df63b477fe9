using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Removes the command menu of a scope and language, so that a wider one shows.</summary>
public sealed record DeleteMyCommandsRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "deleteMyCommands";

    /// <summary>The default scope when null.</summary>
    public BotCommandScope? Scope { get; init; }

    /// <summary>Two letters, or null for everyone without a list of their language.</summary>
    public string? LanguageCode { get; init; }
}
