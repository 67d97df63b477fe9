using System.Data.Common;
using ChatBot.Deliveries;
using ChatBot.Store;

namespace ChatBot.Subscriptions;

/// <summary>What waits for the end of a chat's quiet hours or the hour of its digest, when the chat changes either, or how often it is told.</summary>
internal static class WaitingNews
{
    private sealed record Wait(long Delivery, DateTimeOffset QueuedAt, DateTimeOffset DueAt, Timetable Timetable);

    /// <summary>Gives each delivery that waits the time at which it would be due, had the new settings held when it was written down. The chat's row is locked already.</summary>
    public static async Task RescheduleAsync(DbConnection connection, DbTransaction transaction, long chat, ChatClock before, ChatClock after, CancellationToken cancellation)
    {
        var waits = new List<Wait>();
        await using (var query = connection.Command(
            transaction,
            """
            SELECT d.id, d.queued_at, d.due_at, s.rhythm, s.hour, s.weekday FROM deliveries d JOIN delivery_items i ON i.delivery_id = d.id LEFT JOIN subscriptions s ON s.id = i.subscription_id
            WHERE d.chat_id = @chat AND d.ended_at IS NULL AND d.state = 0 AND d.attempt = 0 AND d.joinable = 1
            """,
            ("chat", chat)))
        await using (var rows = await query.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                waits.Add(new Wait(
                    rows.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)),
                    rows.IsDBNull(3) ? new Timetable(Rhythm.Instant, 0, 1) : new Timetable(Enum.Parse<Rhythm>(rows.GetString(3), ignoreCase: true), rows.GetInt32(4), rows.GetInt32(5))));
        foreach (var ways in waits.GroupBy(wait => wait.Delivery))
        {
            var due = ways.Min(wait => Due(wait, before, after)).ToUnixTimeMilliseconds();
            foreach (var sql in new[] { "UPDATE deliveries SET due_at = @due WHERE id = @id", "UPDATE chats SET ready_at = CASE WHEN ready_at < @due THEN ready_at ELSE @due END WHERE id = @chat" })
            {
                await using var update = connection.Command(transaction, sql, ("due", due), ("id", ways.Key), ("chat", chat));
                await update.ExecuteNonQueryAsync(cancellation);
            }
        }
    }

    /// <summary>Lets what waits for a subscription that is given another timetable go out by that one. The chat's row is locked already.</summary>
    public static async Task MoveAsync(
        StoreDatabase database, DbConnection connection, DbTransaction transaction, long chat, Subscription subscription, Timetable timetable, ChatClock clock, CancellationToken cancellation)
    {
        const string Waits = "SELECT id FROM deliveries WHERE chat_id = @chat AND ended_at IS NULL AND state = 0 AND attempt = 0 AND joinable = 1";
        var waiting = new List<(DateTimeOffset DueAt, DeliveryItem Item)>();
        await using (var query = connection.Command(
            transaction, $"SELECT d.due_at, i.update_id FROM deliveries d JOIN delivery_items i ON i.delivery_id = d.id WHERE i.subscription_id = @subscription AND d.id IN ({Waits})",
            ("chat", chat), ("subscription", subscription.Id)))
        await using (var rows = await query.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation)) waiting.Add((DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), new DeliveryItem(rows.GetInt64(1), subscription.Id)));
        if (waiting.Count == 0) return;
        foreach (var sql in new[]
        {
            $"DELETE FROM delivery_items WHERE subscription_id = @subscription AND delivery_id IN ({Waits})",
            $"DELETE FROM deliveries WHERE id IN ({Waits}) AND NOT EXISTS (SELECT 1 FROM delivery_items i WHERE i.delivery_id = deliveries.id)",
        })
        {
            await using var delete = connection.Command(transaction, sql, ("chat", chat), ("subscription", subscription.Id));
            await delete.ExecuteNonQueryAsync(cancellation);
        }
        // What was to go out at once waits for the end of quiet hours, or for a document that settles: it isn't told before that.
        var moved = waiting.GroupBy(wait => DeliverySchedule.Due(subscription.Timetable.Rhythm == Rhythm.Instant ? wait.DueAt : clock.Now, timetable, clock.Zone, clock.Quiet).DueAt, wait => wait.Item);
        await new DeliveryOutbox(database).EnqueueAsync(connection, transaction, [.. moved.Select(due => new QueuedDelivery(chat, due.Key, due.Key > clock.Now, [.. due]))], clock.Now, cancellation);
    }

    private static DateTimeOffset Due(Wait wait, ChatClock before, ChatClock after)
    {
        // What waits for another reason, such as a document that settles, keeps its time unless that is a quiet one now.
        var waited = DeliverySchedule.Due(wait.QueuedAt, wait.Timetable, before.Zone, before.Quiet).DueAt == wait.DueAt;
        return waited ? DeliverySchedule.Due(wait.QueuedAt, wait.Timetable, after.Zone, after.Quiet).DueAt
            : DeliverySchedule.Due(wait.DueAt, new Timetable(Rhythm.Instant, 0, 1), after.Zone, after.Quiet).DueAt;
    }
}
