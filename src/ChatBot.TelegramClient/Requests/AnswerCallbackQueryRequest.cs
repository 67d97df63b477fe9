using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Requests;

/// <summary>Stops a tapped button from spinning.</summary>
public sealed record AnswerCallbackQueryRequest : IRequest<bool>
{
    [JsonIgnore]
    public string MethodName => "answerCallbackQuery";

    public required string CallbackQueryId { get; init; }

    /// <summary>0–200 characters, shown for a moment at the top.</summary>
    public string? Text { get; init; }

    /// <summary>Shown as a box to be closed instead.</summary>
    public bool? ShowAlert { get; init; }

    /// <summary>Seconds for which the app may give the same answer itself.</summary>
    public int? CacheTime { get; init; }
}
