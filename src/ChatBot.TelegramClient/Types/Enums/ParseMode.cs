using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types.Enums;

/// <summary>How marks in a text become formatting; without one the text is plain.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParseMode>))]
public enum ParseMode
{
    [JsonStringEnumMemberName("HTML")]
    Html,

    [JsonStringEnumMemberName("MarkdownV2")]
    MarkdownV2,
}
