using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types.InlineQueryResults;

namespace ChatBot.TelegramClient.Requests;

/// <summary>What inline mode offers.</summary>
public sealed record AnswerInlineQueryRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "answerInlineQuery";

    public required string InlineQueryId { get; init; }

    /// <summary>At most 50.</summary>
    public required IReadOnlyList<InlineQueryResultArticle> Results { get; init; }

    /// <summary>Seconds; 300 by default.</summary>
    public int? CacheTime { get; init; }

    /// <summary>The cache is for this person alone.</summary>
    public bool? IsPersonal { get; init; }

    /// <summary>Up to 64 bytes; empty: there are no more.</summary>
    public string? NextOffset { get; init; }
}
