using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Discord.State;

/// <summary>A message that is meant for the bot, as it is written down until it is answered.</summary>
/// <param name="Id">The message.</param>
/// <param name="Channel">Where it stands: a channel, a thread, a forum post or a direct conversation.</param>
/// <param name="Guild">The server; null in a direct conversation.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Its words without the bot's name, and so perhaps ""; null where it has none, or the bot may not read them.</param>
/// <param name="RepliesTo">The bot's message that it answers to; null where it answers to none.</param>
/// <param name="EditedAt">When it was last changed; null where it wasn't.</param>
/// <param name="IsHidden">Whether the platform kept its words from the bot: a reply to it without a mention of it.</param>
/// <param name="Roles">Its author's roles in the server; null where none are told.</param>
internal sealed record DiscordQuestion(ulong Id, ulong Channel, ulong? Guild, ulong Author, string? Text, ulong? RepliesTo, DateTimeOffset? EditedAt, bool IsHidden, IReadOnlyList<ulong>? Roles = null)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DiscordQuestionJson.Default.DiscordQuestion);

    /// <summary>Null for what no version of this program wrote.</summary>
    public static DiscordQuestion? Read(byte[] written)
    {
        try
        {
            return JsonSerializer.Deserialize(written, DiscordQuestionJson.Default.DiscordQuestion);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>JSON of <see cref="DiscordQuestion"/>.</summary>
[JsonSerializable(typeof(DiscordQuestion))]
internal sealed partial class DiscordQuestionJson : JsonSerializerContext;
