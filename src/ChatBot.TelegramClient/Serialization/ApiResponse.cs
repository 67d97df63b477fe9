using System.Text.Json;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Serialization;

/// <summary>What every method answers.</summary>
internal sealed record ApiResponse
{
    public bool? Ok { get; init; }
    public JsonElement? Result { get; init; }
    public int? ErrorCode { get; init; }
    public string? Description { get; init; }
    public ResponseParameters? Parameters { get; init; }
}
