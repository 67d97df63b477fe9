using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Sets the command menu of a scope and language.</summary>
public sealed record SetMyCommandsRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "setMyCommands";

    /// <summary>At most 100.</summary>
    public required IReadOnlyList<BotCommand> Commands { get; init; }

    /// <summary>The default scope when null.</summary>
    public BotCommandScope? Scope { get; init; }

    /// <summary>Two letters, or null for everyone without a list of their language.</summary>
    public string? LanguageCode { get; init; }
}
