using ChatBot.Chat;
using ChatBot.Store;

namespace ChatBot.Deliveries;

/// <summary>
/// Keeps the store's chats in step with where the bot is: what is due in a chat that put it out ends, what waits for a later hour is tried then, and a chat
/// that moved is followed.
/// </summary>
internal sealed class ChatMembership(StoreDatabase database, DeliverySignal signal, TimeProvider time) : IChatMembership
{
    private const string Here = "platform = @platform AND chat = @chat";

    private const string Reason = "The bot was removed or blocked.";

    public async ValueTask LeftAsync(ChatAddress chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sql in new[]
        {
            $"UPDATE deliveries SET state = @state, ended_at = @now, problem = @reason WHERE ended_at IS NULL AND due_at <= @now AND chat_id IN (SELECT id FROM chats WHERE {Here})",
            $"UPDATE chats SET gone_at = @now, gone_reason = @reason, ready_at = (SELECT min(d.due_at) FROM deliveries d WHERE d.chat_id = chats.id AND d.ended_at IS NULL) WHERE {Here} AND gone_at IS NULL",
        })
        {
            await using var command = connection.Command(
                transaction, sql, ("state", DeliveryOutbox.ChatGone), ("now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("reason", Reason), ("platform", chat.Platform), ("chat", chat.Chat));
            await command.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask JoinedAsync(ChatAddress chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sql in new[]
        {
            DeliveryOutbox.EndMissed($"{Here} AND gone_at IS NOT NULL"),
            $"INSERT INTO chat_absences (chat_id, gone_at, back_at) SELECT id, gone_at, @now FROM chats WHERE {Here} AND gone_at IS NOT NULL",
            $"UPDATE chats SET gone_at = NULL, gone_reason = NULL WHERE {Here} AND gone_at IS NOT NULL",
        })
        {
            await using var command = connection.Command(transaction, sql, ("now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("platform", chat.Platform), ("chat", chat.Chat));
            await command.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask ReopenedAsync(ChatAddress chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        // Nearly always there is nothing to do, and then nothing is written.
        await using (var look = connection.Command(null, $"SELECT 1 FROM chats WHERE {Here} AND paused_at IS NOT NULL", ("platform", chat.Platform), ("chat", chat.Chat)))
            if (await look.ExecuteScalarAsync(cancellation) is null) return;
        foreach (var sql in new[]
        {
            $"UPDATE chats SET ready_at = @now WHERE {Here} AND paused_at IS NOT NULL AND leased_until = 0 AND EXISTS (SELECT 1 FROM deliveries d WHERE d.chat_id = chats.id AND d.ended_at IS NULL AND d.due_at <= @now)",
            $"UPDATE chats SET paused_at = NULL, paused_reason = NULL WHERE {Here} AND paused_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.chat_id = chats.id AND d.ended_at IS NULL AND d.due_at <= @now)",
        })
        {
            await using var command = connection.Command(null, sql, ("platform", chat.Platform), ("chat", chat.Chat), ("now", time.GetUtcNow().ToUnixTimeMilliseconds()));
            await command.ExecuteNonQueryAsync(cancellation);
        }
        signal.Wake();
    }

    public async ValueTask MovedAsync(ChatAddress from, ChatAddress to, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var rows = new List<(long Id, string Thread)>();
        await using (var find = connection.Command(transaction, $"SELECT id, thread FROM chats WHERE {Here} ORDER BY id", ("platform", from.Platform), ("chat", from.Chat)))
        await using (var found = await find.ExecuteReaderAsync(cancellation))
            while (await found.ReadAsync(cancellation)) rows.Add((found.GetInt64(0), found.GetString(1)));
        foreach (var (id, thread) in rows)
            await DeliveryOutbox.MoveAsync(connection, transaction, id, DeliveryOutbox.AnyClaim, to with { Thread = thread.Length == 0 ? null : thread }, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
