using System.Globalization;
using ChatBot.Store;

namespace ChatBot.Discord.State;

/// <summary>Remembers which messages of the bot answer which message, over restarts and for three days.</summary>
internal sealed class DiscordAnswers(StoreDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    public async Task RememberAsync(ulong channel, ulong question, IReadOnlyList<ulong> replies, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var write = connection.Command(
            null,
            """
            INSERT INTO discord_answers (channel, question, replies, answered_at) VALUES (@channel, @question, @replies, @now)
            ON CONFLICT (channel, question) DO UPDATE SET replies = excluded.replies
            """,
            ("channel", DiscordMapping.Number(channel)), ("question", DiscordMapping.Number(question)), ("replies", string.Join(' ', replies.Select(DiscordMapping.Number))),
            ("now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        await write.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The bot's messages that answer it, in order: none where they were taken back; null where it isn't known.</summary>
    public async Task<IReadOnlyList<ulong>?> FindAsync(ulong channel, ulong question, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT replies FROM discord_answers WHERE channel = @channel AND question = @question", ("channel", DiscordMapping.Number(channel)), ("question", DiscordMapping.Number(question)));
        return await query.ExecuteScalarAsync(cancellation) is string replies
            ? [.. replies.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => ulong.Parse(id, CultureInfo.InvariantCulture))]
            : null;
    }

    /// <summary>The message that one of the bot's answers; null where none is known.</summary>
    public async Task<ulong?> QuestionOfAsync(ulong channel, ulong reply, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT question FROM discord_answers WHERE channel = @channel AND ' ' || replies || ' ' LIKE @reply", ("channel", DiscordMapping.Number(channel)), ("reply", $"% {DiscordMapping.Number(reply)} %"));
        return await query.ExecuteScalarAsync(cancellation) is string question ? DiscordMapping.Number(question) : null;
    }

    public async Task ForgetAsync(ulong channel, ulong question, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var delete = connection.Command(
            null, "DELETE FROM discord_answers WHERE channel = @channel AND question = @question", ("channel", DiscordMapping.Number(channel)), ("question", DiscordMapping.Number(question)));
        await delete.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Forgets those that are too old.</summary>
    public async Task CleanAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var delete = connection.Command(null, "DELETE FROM discord_answers WHERE answered_at < @moment", ("moment", (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds()));
        await delete.ExecuteNonQueryAsync(cancellation);
    }
}
