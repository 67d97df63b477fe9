using System.Data.Common;
using ChatBot.Chat;
using ChatBot.Store;

namespace ChatBot.Deliveries;

/// <summary>One update of one delivery, as it is remembered.</summary>
/// <param name="UpdateId">The update.</param>
/// <param name="SubscriptionId">The subscription that it was for; it may have ended since.</param>
/// <param name="DueAt">When it was to go out.</param>
/// <param name="EndedAt">When it ended; null: not yet.</param>
/// <param name="State">waiting, sending, sent, refused, gone or unknown.</param>
/// <param name="Doubtful">Attempts of which nobody can say whether they arrived.</param>
/// <param name="DeliveryId">The delivery's number.</param>
/// <param name="Problem">Why it was not sent, if it wasn't.</param>
internal sealed record DeliveryRecord(long UpdateId, long SubscriptionId, DateTimeOffset DueAt, DateTimeOffset? EndedAt, string State, int Doubtful, long DeliveryId, string? Problem = null)
{
    /// <summary>What its message did with the update's news; null where it was not composed, or went out before this was noted.</summary>
    public IReadOnlyList<ToldNews>? Told { get; init; }
}

/// <summary>A time in which a chat could not be written to.</summary>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; null: still.</param>
internal readonly record struct ChatAbsence(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>Whether the moment lies in it.</summary>
    public bool Has(DateTimeOffset moment) => moment >= From && !(moment > To);
}

/// <summary>One platform's queue.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="State">waiting, sending, sent, refused, gone, unknown; paused: it waits for a right; over: what it was about was taken back before it was sent.</param>
/// <param name="Count">How many deliveries.</param>
/// <param name="Due">How many of them are due.</param>
/// <param name="Doubtful">How many of them have an attempt of which nobody can say whether it arrived.</param>
/// <param name="OldestDueAt">Since when the oldest is due; null where none is.</param>
internal sealed record QueueCount(string Platform, string State, long Count, long Due, long Doubtful, DateTimeOffset? OldestDueAt);

/// <summary>A delivery that did not arrive.</summary>
/// <param name="EndedAt">When it ended; of one that waits for a right, since when that is missing.</param>
/// <param name="Platform">The platform.</param>
/// <param name="State">refused, gone, unknown, or paused: it waits for a right.</param>
/// <param name="Problem">Why.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record FailedDelivery(DateTimeOffset EndedAt, string Platform, string State, string Problem, int Attempts);

/// <summary>Looks into the outbox, and changes nothing.</summary>
internal sealed class DeliveryRecords(StoreDatabase database)
{
    private static readonly string[] States = ["waiting", "sending", "sent", "refused", "gone", "unknown", "paused", "over"];

    /// <summary>What was and is to be delivered to a chat, the newest first, at most <paramref name="most"/>.</summary>
    public Task<IReadOnlyList<DeliveryRecord>> OfAsync(ChatAddress chat, int most, CancellationToken cancellation) => ReadAsync(chat, "", most, cancellation);

    /// <summary>What was and is to be delivered of these updates to a chat, the newest first.</summary>
    public Task<IReadOnlyList<DeliveryRecord>> OfUpdatesAsync(ChatAddress chat, IReadOnlyCollection<long> updates, CancellationToken cancellation) =>
        ReadAsync(chat, $"AND i.update_id IN (SELECT j.id FROM {database.Rows("@rows", "j", "id")})", int.MaxValue, cancellation, ("rows", RowIds.Json(updates)));

    /// <summary>The number of the delivery with this key; null where there is none.</summary>
    public async Task<long?> NumberOfAsync(string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, "SELECT id FROM deliveries WHERE key = @key", ("key", key));
        return await query.ExecuteScalarAsync(cancellation) as long?;
    }

    /// <summary>What one delivery to a chat brought, with all else that was and is to be delivered of the same updates there, the newest first.</summary>
    public Task<IReadOnlyList<DeliveryRecord>> OfDeliveryAsync(ChatAddress chat, long delivery, CancellationToken cancellation) =>
        ReadAsync(chat, "AND i.update_id IN (SELECT own.update_id FROM delivery_items own WHERE own.delivery_id = @delivery)", int.MaxValue, cancellation, ("delivery", delivery));

    private async Task<IReadOnlyList<DeliveryRecord>> ReadAsync(ChatAddress chat, string only, int most, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null,
            $"""
            SELECT i.update_id, i.subscription_id, d.due_at, d.ended_at, d.state, d.doubtful, d.id, d.problem, d.told FROM deliveries d JOIN chats c ON c.id = d.chat_id JOIN delivery_items i ON i.delivery_id = d.id
            WHERE c.platform = @platform AND c.chat = @chat AND c.thread = @thread {only} ORDER BY d.id DESC, i.update_id DESC LIMIT @most
            """,
            [("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""), ("most", (long)most), .. values]);
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var records = new List<DeliveryRecord>();
        var told = new Dictionary<long, ILookup<long, ToldNews>?>();
        while (await rows.ReadAsync(cancellation))
        {
            var (update, delivery) = (rows.GetInt64(0), rows.GetInt64(6));
            if (!told.TryGetValue(delivery, out var news)) told[delivery] = news = ToldNews.Read(rows.TextOrNull(8))?.ToLookup(one => one.UpdateId);
            records.Add(new DeliveryRecord(update, rows.GetInt64(1), At(rows, 2) ?? default, At(rows, 3), States[rows.GetInt32(4)], rows.GetInt32(5), delivery, rows.TextOrNull(7)) { Told = news is null ? null : [.. news[update]] });
        }
        return records;
    }

    /// <summary>When a chat could not be written to, the latest first; one that lasts has no end.</summary>
    public async Task<IReadOnlyList<ChatAbsence>> AbsencesAsync(ChatAddress chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null,
            """
            SELECT c.gone_at AS gone, NULL AS back FROM chats c WHERE c.platform = @platform AND c.chat = @chat AND c.thread = @thread AND c.gone_at IS NOT NULL
            UNION ALL SELECT a.gone_at, a.back_at FROM chat_absences a JOIN chats c ON c.id = a.chat_id WHERE c.platform = @platform AND c.chat = @chat AND c.thread = @thread
            ORDER BY gone DESC
            """,
            ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var absences = new List<ChatAbsence>();
        while (await rows.ReadAsync(cancellation)) absences.Add(new ChatAbsence(At(rows, 0) ?? default, At(rows, 1)));
        return absences;
    }

    /// <summary>The queue of each platform.</summary>
    public async Task<IReadOnlyList<QueueCount>> CountAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null,
            """
            SELECT platform, state, count(*), sum(CASE WHEN state < 2 AND due_at <= @now THEN 1 ELSE 0 END), sum(CASE WHEN doubtful > 0 THEN 1 ELSE 0 END), min(CASE WHEN state < 2 AND due_at <= @now THEN due_at END)
            FROM (SELECT c.platform, CASE WHEN d.state < 2 AND c.paused_at IS NOT NULL THEN 6 WHEN d.state = 3 AND d.problem = @over THEN 7 ELSE d.state END AS state, d.due_at, d.doubtful FROM deliveries d JOIN chats c ON c.id = d.chat_id) AS all_of_them
            GROUP BY platform, state ORDER BY platform, state
            """,
            ("now", now.ToUnixTimeMilliseconds()), ("over", DeliveryPump.NothingLeft));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var counts = new List<QueueCount>();
        while (await rows.ReadAsync(cancellation))
            counts.Add(new QueueCount(rows.GetString(0), States[rows.GetInt32(1)], rows.GetInt64(2), Convert.ToInt64(rows.GetValue(3), System.Globalization.CultureInfo.InvariantCulture), Convert.ToInt64(rows.GetValue(4), System.Globalization.CultureInfo.InvariantCulture), At(rows, 5)));
        return counts;
    }

    /// <summary>What did not arrive, the newest first. Says nothing of the chat or its people.</summary>
    public async Task<IReadOnlyList<FailedDelivery>> FailedAsync(int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null,
            """
            SELECT d.ended_at AS at, c.platform, d.state, d.problem, d.attempt, d.id AS delivery FROM deliveries d JOIN chats c ON c.id = d.chat_id WHERE d.state > 2 AND d.ended_at IS NOT NULL AND NOT (d.state = 3 AND d.problem = @over)
            UNION ALL SELECT c.paused_at, c.platform, 6, c.paused_reason, d.attempt, d.id FROM chats c JOIN deliveries d ON d.chat_id = c.id WHERE c.paused_at IS NOT NULL AND d.ended_at IS NULL
            ORDER BY at DESC, delivery DESC LIMIT @most
            """, ("most", (long)most), ("over", DeliveryPump.NothingLeft));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var failed = new List<FailedDelivery>();
        while (await rows.ReadAsync(cancellation)) failed.Add(new FailedDelivery(At(rows, 0) ?? default, rows.GetString(1), States[rows.GetInt32(2)], rows.TextOrNull(3) ?? "", rows.GetInt32(4)));
        return failed;
    }

    private static DateTimeOffset? At(DbDataReader rows, int column) => rows.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(column));
}
