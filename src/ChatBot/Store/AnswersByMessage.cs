using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Chat;

namespace ChatBot.Store;

/// <summary>
/// Remembers which messages of the bot answer which message, and what was asked by then, over restarts and for three days. Ids hold for a whole chat; its
/// threads share them. What a chat has that the bot left, or that has another address now, is forgotten.
/// </summary>
internal sealed class AnswersByMessage(StoreDatabase database, TimeProvider time) : IChatMembership
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private const string Columns = "SELECT question, person, replies, turns, is_turn, shown FROM answers WHERE platform = @platform AND chat = @chat";

    /// <summary>Takes the words of whose they are, and what was shown for them, out of what is kept, for a statement with <c>WHERE</c> behind it; the numbers stay.</summary>
    public const string WithoutWords = "UPDATE answers SET person = NULL, turns = '[]', is_turn = 0, shown = NULL";

    /// <summary>Keeps what news showed, many at once, within the transaction that notes that they went out.</summary>
    public static async Task RememberAsync(StoreDatabase database, DbConnection connection, DbTransaction transaction, IReadOnlyList<KeptAnswer> news, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = news.Select(told => new NewsRow(told.Chat.Platform, told.Chat.Chat, told.Question, string.Join(' ', told.Replies), told.Shown)).ToList();
        await using var write = connection.Command(
            transaction,
            $"""
            INSERT INTO answers (platform, chat, question, person, replies, turns, is_turn, shown, answered_at)
            SELECT platform_text, chat_text, question_text, NULL, replies_text, '[]', 0, shown_text, @now FROM {database.Rows("@rows", "j", "platform_text", "chat_text", "question_text", "replies_text", "shown_text")} WHERE true
            ON CONFLICT (platform, chat, question) DO UPDATE SET replies = excluded.replies, shown = excluded.shown
            """,
            ("rows", JsonSerializer.Serialize(rows, NewsRowJson.Default.ListNewsRow)), ("now", now.ToUnixTimeMilliseconds()));
        await write.ExecuteNonQueryAsync(cancellation);
    }

    public async Task RememberAsync(KeptAnswer answer, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await RememberAsync(connection, null, answer, cancellation);
    }

    /// <summary>The same within a transaction.</summary>
    public async Task RememberAsync(DbConnection connection, DbTransaction? transaction, KeptAnswer answer, CancellationToken cancellation)
    {
        await using var write = connection.Command(
            transaction,
            """
            INSERT INTO answers (platform, chat, question, person, replies, turns, is_turn, shown, answered_at) VALUES (@platform, @chat, @question, @person, @replies, @turns, @is_turn, @shown, @now)
            ON CONFLICT (platform, chat, question) DO UPDATE SET person = excluded.person, replies = excluded.replies, turns = excluded.turns, is_turn = excluded.is_turn, shown = excluded.shown
            """,
            ("platform", answer.Chat.Platform), ("chat", answer.Chat.Chat), ("question", answer.Question), ("person", answer.Person?.Value), ("replies", string.Join(' ', answer.Replies)),
            ("turns", JsonSerializer.Serialize([.. answer.Turns], StoredJson.Default.StringArray)), ("is_turn", answer.IsTurn ? 1 : 0), ("shown", answer.Shown), ("now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        await write.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What is kept of the answer that a message was given before its edit, or else of the one that it replies to; null where nothing is.</summary>
    public async ValueTask<KeptAnswer?> FindAsync(IncomingMessage message, CancellationToken cancellation) =>
        (message.IsEdit ? await FindAsync(message.Chat, message.Id, cancellation) : null) ?? (message.RepliesTo is { } reply ? await FindByReplyAsync(message.Chat, reply, cancellation) : null);

    /// <summary>How a message was answered; null where it isn't known.</summary>
    public Task<KeptAnswer?> FindAsync(ChatAddress chat, string question, CancellationToken cancellation) => FindAsync(chat, "question = @wanted", question, cancellation);

    /// <summary>What one of the bot's messages answers; null where it isn't known.</summary>
    public Task<KeptAnswer?> FindByReplyAsync(ChatAddress chat, string reply, CancellationToken cancellation) =>
        FindAsync(chat, "' ' || replies || ' ' LIKE @wanted ORDER BY answered_at DESC", $"% {reply} %", cancellation);

    public async Task ForgetAsync(ChatAddress chat, string question, CancellationToken cancellation) =>
        await DeleteAsync("platform = @platform AND chat = @chat AND question = @question", cancellation, ("platform", chat.Platform), ("chat", chat.Chat), ("question", question));

    /// <summary>Forgets those that are too old.</summary>
    public async Task CleanAsync(CancellationToken cancellation) =>
        await DeleteAsync("answered_at < @moment", cancellation, ("moment", (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds()));

    public async ValueTask LeftAsync(ChatAddress chat, CancellationToken cancellation) =>
        await DeleteAsync("platform = @platform AND chat = @chat", cancellation, ("platform", chat.Platform), ("chat", chat.Chat));

    public ValueTask JoinedAsync(ChatAddress chat, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>At the new address messages are numbered anew.</summary>
    public ValueTask MovedAsync(ChatAddress from, ChatAddress to, CancellationToken cancellation) => LeftAsync(from, cancellation);

    private async Task<KeptAnswer?> FindAsync(ChatAddress chat, string which, string wanted, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, $"{Columns} AND {which}", ("platform", chat.Platform), ("chat", chat.Chat), ("wanted", wanted));
        await using var row = await query.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        return new KeptAnswer(
            chat, row.GetString(0), row.TextOrNull(1) is { } person ? new PersonId(chat.Platform, person) : null, row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            JsonSerializer.Deserialize(row.GetString(3), StoredJson.Default.StringArray) ?? [], row.GetInt64(4) != 0) { Shown = row.TextOrNull(5) };
    }

    private async Task DeleteAsync(string which, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var delete = connection.Command(null, $"DELETE FROM answers WHERE {which}", values);
        await delete.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>News as they go to the database, many in one parameter.</summary>
internal sealed record NewsRow(
    [property: JsonPropertyName("platform_text")] string Platform, [property: JsonPropertyName("chat_text")] string Chat, [property: JsonPropertyName("question_text")] string Question,
    [property: JsonPropertyName("replies_text")] string Replies, [property: JsonPropertyName("shown_text")] string? Shown);

[JsonSerializable(typeof(List<NewsRow>))]
internal sealed partial class NewsRowJson : JsonSerializerContext;
