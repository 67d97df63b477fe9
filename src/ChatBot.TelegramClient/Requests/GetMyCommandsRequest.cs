using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>The command menu of a scope and language; empty when none is set.</summary>
public sealed record GetMyCommandsRequest : IRequest<BotCommand[]>
{
    [JsonIgnore]
    public string MethodName => "getMyCommands";

    /// <summary>The default scope when null.</summary>
    public BotCommandScope? Scope { get; init; }

    /// <summary>Two letters, or null for everyone without a list of their language.</summary>
    public string? LanguageCode { get; init; }
}
