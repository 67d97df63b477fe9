using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using ChatBot.Chat;
using ChatBot.Store;

namespace ChatBot.Deliveries;

/// <summary>
/// Deliveries between the moment they are written down and the moment they have ended. Several processes may share it. A chat is a lane: one of its
/// deliveries is under way at a time, in the order of their being due. Lanes are served in turn: one that was served goes behind all that were ready before.
/// </summary>
/// <remarks>
/// Who claims a chat holds it until a time that it must renew; after that another may take it over, and what the first then reports is void. A delivery found
/// half-way at a take-over is doubtful: it may have arrived.
/// </remarks>
internal sealed class DeliveryOutbox(StoreDatabase database)
{
    private const string KeyLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int KeyLength = 24;
    private const int MostRowsAtOnce = 5_000;

    // Numbers that stand in the store.
    private const int Waiting = 0;
    private const int Sent = 2;
    private const int Refused = 3;
    internal const int ChatGone = 4;

    /// <summary>Whoever holds the chat.</summary>
    internal const long AnyClaim = -1;
    private const int Unknown = 5;

    /// <summary>Ends what fell due in an absence that is over, and was not tried because the service stood still: it is not sent later either.</summary>
    /// <param name="chats">Which chats, as a condition on their table.</param>
    internal static string EndMissed(string chats) =>
        $"UPDATE deliveries SET state = {ChatGone}, ended_at = due_at, problem = (SELECT gone_reason FROM chats c WHERE c.id = deliveries.chat_id) WHERE ended_at IS NULL AND state = 0 AND due_at <= @now AND chat_id IN (SELECT id FROM chats WHERE {chats})";

    /// <summary>Writes deliveries down, within the transaction of what they are about.</summary>
    public async Task EnqueueAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<QueuedDelivery> deliveries, DateTimeOffset now, CancellationToken cancellation)
    {
        await LockAsync(connection, transaction, deliveries.Select(delivery => delivery.ChatId), cancellation);
        // What is due at once is due by the clock of those who send it, however far this machine's is ahead.
        var clock = database.ClockQuery.Length > 0 ? await connection.NumberAsync(transaction, database.ClockQuery, cancellation) : now.ToUnixTimeMilliseconds();
        foreach (var batch in deliveries.Chunk(MostRowsAtOnce))
        {
            var open = await JoinableAsync(connection, transaction, batch, cancellation);
            var rows = new List<QueuedRow>(batch.Length);
            var items = new List<ItemRow>(batch.Length);
            var byKey = new List<(string Key, QueuedDelivery Delivery)>();
            foreach (var delivery in batch)
            {
                if (delivery.IsJoinable && open.TryGetValue((delivery.ChatId, delivery.DueAt.ToUnixTimeMilliseconds()), out var known))
                {
                    items.AddRange(delivery.Items.Select(item => new ItemRow(known, item.UpdateId, item.SubscriptionId)));
                    continue;
                }
                var key = RandomNumberGenerator.GetString(KeyLetters, KeyLength);
                rows.Add(new QueuedRow(key, delivery.ChatId, delivery.IsJoinable ? delivery.DueAt.ToUnixTimeMilliseconds() : Math.Min(clock, delivery.DueAt.ToUnixTimeMilliseconds()), delivery.IsJoinable ? 1 : 0));
                byKey.Add((key, delivery));
            }
            if (rows.Count > 0)
            {
                var ids = await InsertAsync(connection, transaction, rows, now, cancellation);
                foreach (var (key, delivery) in byKey) items.AddRange(delivery.Items.Select(item => new ItemRow(ids[key], item.UpdateId, item.SubscriptionId)));
                // Never later than it was: what is due already stays so.
                await RunAsync(
                    connection, transaction,
                    $"UPDATE chats SET ready_at = CASE WHEN chats.ready_at < j.due THEN chats.ready_at ELSE j.due END FROM (SELECT chat, min(due) AS due FROM {database.Rows("@rows", "r", "chat", "due")} GROUP BY chat) AS j WHERE chats.id = j.chat",
                    JsonSerializer.Serialize(rows, OutboxJson.Default.ListQueuedRow), now, cancellation);
            }
            await RunAsync(
                connection, transaction,
                $"INSERT INTO delivery_items (delivery_id, update_id, subscription_id) SELECT delivery, item, subscription FROM {database.Rows("@rows", "j", "delivery", "item", "subscription")} WHERE true ON CONFLICT DO NOTHING",
                JsonSerializer.Serialize(items, OutboxJson.Default.ListItemRow), now, cancellation);
        }
    }

    /// <summary>
    /// One turn, in one transaction: notes what became of deliveries, then claims others. Nothing that is noted is ever undone by a later turn; what is void
    /// is passed over.
    /// </summary>
    /// <param name="channel">The platform, and what it can do.</param>
    /// <param name="ended">What became of deliveries claimed before.</param>
    /// <param name="most">How many chats to claim at most.</param>
    /// <param name="policy">What to do about unknown outcomes, where the platform recognises no keys.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lease">For how long the claimed are held.</param>
    /// <param name="cancellation">Undoes the turn.</param>
    /// <returns>The deliveries to send now, one a chat.</returns>
    public async Task<IReadOnlyList<ClaimedDelivery>> TurnAsync(
        IDeliveryChannel channel, IReadOnlyList<EndedDelivery> ended, int most, UnknownPolicy policy, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (ended.Count > 0) await EndAsync(connection, transaction, channel, ended, policy, now, cancellation);
        var claimed = most > 0 ? await ClaimAsync(connection, transaction, channel, most, policy, now, lease, cancellation) : [];
        await transaction.CommitAsync(cancellation);
        return claimed;
    }

    /// <summary>How far the store's clock is ahead of <paramref name="now"/>. Leases are told by it: a machine whose own is wrong must take nothing over too soon.</summary>
    public async Task<TimeSpan> ClockOffsetAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (database.ClockQuery.Length == 0) return TimeSpan.Zero;
        await using var connection = await database.OpenAsync(cancellation);
        return TimeSpan.FromMilliseconds(await connection.NumberAsync(null, database.ClockQuery, cancellation) - now.ToUnixTimeMilliseconds());
    }

    /// <summary>Whether a chat of the platform could be claimed now.</summary>
    public async Task<bool> HasReadyAsync(string platform, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null,
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM chats WHERE platform = @platform AND ready_at IS NOT NULL AND ready_at <= @now) OR EXISTS (SELECT 1 FROM chats WHERE platform = @platform AND leased_until > 0 AND leased_until <= @now)",
            ("platform", platform), ("now", now.ToUnixTimeMilliseconds()));
        return await query.ExecuteScalarAsync(cancellation) is not null;
    }

    /// <summary>Notes that the bot may not write to the chat of a delivery just now.</summary>
    /// <returns>Who subscribed there, where that was not known before; else null.</returns>
    public async Task<IReadOnlyList<string>?> PauseAsync(ClaimedDelivery delivery, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var pause = connection.Command(
            null, "UPDATE chats SET paused_at = @now, paused_reason = @reason WHERE id = @chat AND claim = @claim AND paused_at IS NULL",
            ("now", now.ToUnixTimeMilliseconds()), ("reason", reason), ("chat", delivery.ChatId), ("claim", delivery.Claim));
        if (await pause.ExecuteNonQueryAsync(cancellation) == 0) return null;
        await using var query = connection.Command(null, "SELECT DISTINCT person FROM subscriptions WHERE chat_id = @chat AND person <> '' ORDER BY person", ("chat", delivery.ChatId));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var followers = new List<string>();
        while (await rows.ReadAsync(cancellation)) followers.Add(rows.GetString(0));
        return followers;
    }

    /// <summary>Holds what was claimed for longer.</summary>
    /// <returns>Those still held; the others were taken over.</returns>
    public async Task<IReadOnlySet<long>> RenewAsync(IReadOnlyList<ClaimedDelivery> claimed, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await LockAsync(connection, transaction, claimed.Select(delivery => delivery.ChatId), cancellation);
        var held = new HashSet<long>();
        await using (var command = connection.Command(
            transaction, $"UPDATE chats SET leased_until = @now FROM {database.Rows("@rows", "j", "chat", "claim")} WHERE chats.id = j.chat AND chats.claim = j.claim AND chats.leased_until > 0 RETURNING chats.id",
            ("rows", JsonSerializer.Serialize([.. claimed.Select(c => new HeldRow(c.ChatId, c.Claim))], OutboxJson.Default.ListHeldRow)), ("now", until.ToUnixTimeMilliseconds())))
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation)) held.Add(rows.GetInt64(0));
        await transaction.CommitAsync(cancellation);
        return held;
    }

    /// <summary>What deliveries are about, by their numbers.</summary>
    public Task<ILookup<long, DeliveryItem>> ItemsAsync(IReadOnlyList<long> deliveries, CancellationToken cancellation) =>
        ItemsAsync("SELECT i.delivery_id, i.update_id, i.subscription_id FROM {rows} JOIN delivery_items i ON i.delivery_id = j.id ORDER BY i.delivery_id, i.update_id, i.subscription_id", deliveries, cancellation);

    /// <summary>What the chat of a digest was shown of its updates, and of all that came after the first of them; before what is told at once nothing was.</summary>
    public Task<ILookup<long, DeliveryItem>> ToldBeforeAsync(IReadOnlyList<long> deliveries, CancellationToken cancellation) => ItemsAsync(
        """
        SELECT d.id, t.update_id, t.subscription_id, b.id, b.told FROM {rows} JOIN deliveries d ON d.id = j.id AND d.joinable = 1 JOIN deliveries b ON b.chat_id = d.chat_id AND b.state = 2 AND b.id <> d.id
        JOIN delivery_items t ON t.delivery_id = b.id WHERE t.update_id >= (SELECT min(i.update_id) FROM delivery_items i WHERE i.delivery_id = d.id)
        """, deliveries, cancellation);

    /// <summary>Of these updates, what the chats of deliveries were told before, by this or another message.</summary>
    public Task<ILookup<long, DeliveryItem>> ToldOfAsync(IReadOnlyList<long> deliveries, IReadOnlyList<long> updates, CancellationToken cancellation) => ItemsAsync(
        $$"""
        SELECT d.id, t.update_id, t.subscription_id, b.id, b.told FROM {rows} JOIN deliveries d ON d.id = j.id JOIN deliveries b ON b.chat_id = d.chat_id AND b.state IN ({{Sent}}, {{Unknown}}) AND b.id <> d.id
        JOIN delivery_items t ON t.delivery_id = b.id JOIN {{database.Rows("@updates", "k", "id")}} ON k.id = t.update_id
        """, deliveries, cancellation, [NewsFate.Shown, NewsFate.ToldAlready], ("updates", RowIds.Json(updates)));

    private async Task<ILookup<long, DeliveryItem>> ItemsAsync(
        string sql, IReadOnlyList<long> deliveries, CancellationToken cancellation, NewsFate[]? fates = null, params (string Name, object? Value)[] others)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, sql.Replace("{rows}", database.Rows("@rows", "j", "id"), StringComparison.Ordinal), [("rows", RowIds.Json(deliveries)), .. others]);
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var items = new List<(long Delivery, DeliveryItem Item)>();
        var shown = new Dictionary<long, HashSet<long>?>();
        while (await rows.ReadAsync(cancellation))
        {
            var item = new DeliveryItem(rows.GetInt64(1), rows.GetInt64(2));
            // What a message that went out only counted or left out was not told by it.
            if (rows.FieldCount == 3 || Shown(rows.GetInt64(3))?.Contains(item.UpdateId) != false) items.Add((rows.GetInt64(0), item));
        }
        return items.ToLookup(item => item.Delivery, item => item.Item);

        HashSet<long>? Shown(long message)
        {
            if (!shown.TryGetValue(message, out var updates)) shown[message] = updates = ToldNews.Read(rows.TextOrNull(4))?.Where(told => fates?.Contains(told.Fate) ?? told.Fate == NewsFate.Shown).Select(told => told.UpdateId).ToHashSet();
            return updates;
        }
    }

    /// <summary>Forgets deliveries that ended, and chats' absences that were over, before <paramref name="moment"/>.</summary>
    public async Task ForgetAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        foreach (var sql in new[] { "DELETE FROM deliveries WHERE ended_at < @moment", "DELETE FROM chat_absences WHERE back_at < @moment" })
        {
            await using var delete = connection.Command(null, sql, ("moment", moment.ToUnixTimeMilliseconds()));
            await delete.ExecuteNonQueryAsync(cancellation);
        }
    }


    /// <summary>
    /// Takes the rows of chats in the order of their numbers, and before anything of their deliveries: two who want some of the same then wait for each other
    /// one way only. Whoever takes others later takes only those that are free.
    /// </summary>
    private async Task LockAsync(DbConnection connection, DbTransaction transaction, IEnumerable<long> chats, CancellationToken cancellation)
    {
        if (database.Lock("c").Length == 0) return;
        await using var command = connection.Command(
            transaction, $"SELECT count(*) FROM (SELECT c.id FROM {database.Rows("@rows", "j", "id")} JOIN chats c ON c.id = j.id ORDER BY c.id{database.Lock("c")}) AS locked", ("rows", RowIds.Json(chats.Distinct())));
        await command.ExecuteScalarAsync(cancellation);
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, string rows, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = connection.Command(transaction, sql, ("rows", rows));
        if (sql.Contains("@now", StringComparison.Ordinal))
        {
            var moment = command.CreateParameter();
            (moment.ParameterName, moment.Value) = ("now", now.ToUnixTimeMilliseconds());
            command.Parameters.Add(moment);
        }
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<Dictionary<(long Chat, long Due), long>> JoinableAsync(DbConnection connection, DbTransaction transaction, QueuedDelivery[] batch, CancellationToken cancellation)
    {
        var open = new Dictionary<(long, long), long>();
        var wanted = batch.Where(delivery => delivery.IsJoinable).Select(delivery => new QueuedRow("", delivery.ChatId, delivery.DueAt.ToUnixTimeMilliseconds(), 1)).ToList();
        if (wanted.Count == 0) return open;
        await using var query = connection.Command(
            transaction,
            $"SELECT d.chat_id, d.due_at, d.id FROM {database.Rows("@rows", "j", "chat", "due")} JOIN deliveries d ON d.chat_id = j.chat AND d.due_at = j.due WHERE d.ended_at IS NULL AND d.attempt = 0 AND d.joinable = 1{database.Lock("d")}",
            ("rows", JsonSerializer.Serialize(wanted, OutboxJson.Default.ListQueuedRow)));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) open[(rows.GetInt64(0), rows.GetInt64(1))] = rows.GetInt64(2);
        return open;
    }

    private async Task<Dictionary<string, long>> InsertAsync(DbConnection connection, DbTransaction transaction, List<QueuedRow> queued, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var insert = connection.Command(
            transaction,
            $"INSERT INTO deliveries (key, chat_id, queued_at, due_at, joinable, state, attempt, doubtful) SELECT key_text, chat, @now, due, joinable, 0, 0, 0 FROM {database.Rows("@rows", "j", "key_text", "chat", "due", "joinable")} WHERE true RETURNING key, id",
            ("rows", JsonSerializer.Serialize(queued, OutboxJson.Default.ListQueuedRow)), ("now", now.ToUnixTimeMilliseconds()));
        await using var rows = await insert.ExecuteReaderAsync(cancellation);
        var ids = new Dictionary<string, long>(queued.Count, StringComparer.Ordinal);
        while (await rows.ReadAsync(cancellation)) ids.Add(rows.GetString(0), rows.GetInt64(1));
        return ids;
    }

    private async Task EndAsync(
        DbConnection connection, DbTransaction transaction, IDeliveryChannel channel, IReadOnlyList<EndedDelivery> ended, UnknownPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = ended.Select(end => Row(end, channel.RecognisesKeys, policy, now)).ToList();
        var json = JsonSerializer.Serialize(rows, OutboxJson.Default.ListEndedRow);
        await LockAsync(connection, transaction, ended.Select(end => end.Delivery.ChatId), cancellation);
        // Only what its holder still holds: the chat's claim says so.
        await RunAsync(
            connection, transaction,
            $"UPDATE deliveries SET state = j.state, doubtful = deliveries.doubtful + j.doubt, ended_at = CASE WHEN j.state = 0 THEN NULL ELSE @now END, message = j.message_text, problem = j.problem_text, told = j.told_text FROM {database.Rows("@rows", "j", "id", "chat", "claim", "state", "doubt", "message_text", "problem_text", "told_text")} JOIN chats c ON c.id = j.chat AND c.claim = j.claim AND c.leased_until > 0 WHERE deliveries.id = j.id AND deliveries.state = 1",
            json, now, cancellation);
        // A chat that is written to again is back, and the time between is noted.
        if (ended.Any(end => end.Delivery.IsGone && end.Outcome is DeliveryOutcome.Sent))
        {
            var back = $"FROM {database.Rows("@rows", "j", "chat", "claim", "state")} {{0}} c.id = j.chat AND c.claim = j.claim AND c.leased_until > 0 AND j.state = {Sent} AND c.gone_at IS NOT NULL";
            await RunAsync(connection, transaction, "INSERT INTO chat_absences (chat_id, gone_at, back_at) SELECT c.id, c.gone_at, @now " + back.Replace("{0}", "JOIN chats c ON", StringComparison.Ordinal), json, now, cancellation);
            await RunAsync(connection, transaction, "UPDATE chats AS c SET gone_at = NULL, gone_reason = NULL " + back.Replace("{0}", "WHERE", StringComparison.Ordinal), json, now, cancellation);
        }
        var shown = ended.Select(end => (end.Outcome as DeliveryOutcome.Sent)?.Kept).OfType<KeptAnswer>().ToList();
        if (shown.Count > 0) await AnswersByMessage.RememberAsync(database, connection, transaction, shown, now, cancellation);
        foreach (var end in ended)
            switch (end.Outcome)
            {
                case DeliveryOutcome.Gone gone: await CloseAsync(connection, transaction, end.Delivery, gone.Reason, now, cancellation); break;
                case DeliveryOutcome.Moved moved: await MoveAsync(connection, transaction, end.Delivery.ChatId, end.Delivery.Claim, moved.To, cancellation); break;
            }
        // What was queued meanwhile has set ready_at; the earlier of the two holds.
        await RunAsync(
            connection, transaction,
            $"""
            UPDATE chats SET leased_until = 0, paused_at = CASE WHEN j.state = 2 THEN NULL ELSE chats.paused_at END, paused_reason = CASE WHEN j.state = 2 THEN NULL ELSE chats.paused_reason END, ready_at = CASE
                WHEN j.wait > 0 THEN j.wait
                WHEN chats.ready_at IS NULL THEN (SELECT CASE WHEN h.due_at > @now THEN h.due_at ELSE @now END FROM deliveries h WHERE h.chat_id = chats.id AND h.ended_at IS NULL ORDER BY h.due_at, h.id LIMIT 1)
                WHEN chats.ready_at <= @now THEN @now
                ELSE COALESCE((SELECT CASE WHEN h.due_at >= chats.ready_at THEN chats.ready_at WHEN h.due_at > @now THEN h.due_at ELSE @now END
                    FROM deliveries h WHERE h.chat_id = chats.id AND h.ended_at IS NULL ORDER BY h.due_at, h.id LIMIT 1), chats.ready_at) END
            FROM {database.Rows("@rows", "j", "chat", "claim", "state", "wait")} WHERE chats.id = j.chat AND chats.claim = j.claim AND chats.leased_until > 0
            """,
            json, now, cancellation);
    }

    private static EndedRow Row(EndedDelivery end, bool recognisesKeys, UnknownPolicy policy, DateTimeOffset now)
    {
        var (delivery, outcome, news) = end;
        var told = news is null ? null : ToldNews.Write(news);
        var at = now.ToUnixTimeMilliseconds();
        EndedRow Of(int state, long wait = 0, int doubt = 0, string? message = null, string? problem = null) => new(delivery.Id, delivery.ChatId, delivery.Claim, state, wait, doubt, message, problem, told);
        return outcome switch
        {
            DeliveryOutcome.Sent sent => Of(Sent, message: sent.Message),
            DeliveryOutcome.Later later => Of(Waiting, wait: at + Math.Clamp((long)later.After.TotalMilliseconds, 1, 3_600_000)),
            DeliveryOutcome.Refused refused => Of(Refused, problem: refused.Reason),
            DeliveryOutcome.Paused => Of(Waiting, wait: at + (long)DeliveryOptions.BetweenTriesWithoutRight.TotalMilliseconds),
            DeliveryOutcome.Gone gone => Of(ChatGone, problem: gone.Reason),
            DeliveryOutcome.Moved => Of(Waiting),
            DeliveryOutcome.Unknown when recognisesKeys || policy == UnknownPolicy.Repeat => Of(Waiting, wait: at + 1_000, doubt: recognisesKeys ? 0 : 1),
            DeliveryOutcome.Unknown => Of(Unknown, doubt: 1, problem: "The connection ended with the message on its way."),
            _ => throw new ArgumentOutOfRangeException(nameof(end), outcome, "An unknown outcome."),
        };
    }

    private async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(
        DbConnection connection, DbTransaction transaction, IDeliveryChannel channel, int most, UnknownPolicy policy, DateTimeOffset now, TimeSpan lease, CancellationToken cancellation)
    {
        var at = now.ToUnixTimeMilliseconds();
        // Those whose holder is gone can be claimed at once, and its claim is void.
        await using (var free = connection.Command(
            transaction,
            $"UPDATE chats SET ready_at = @now, leased_until = 0, claim = claim + 1 WHERE id IN (SELECT id FROM chats WHERE platform = @platform AND leased_until > 0 AND leased_until <= @now{database.LockOrSkip})", ("platform", channel.Platform), ("now", at)))
            await free.ExecuteNonQueryAsync(cancellation);

        var chats = new Dictionary<long, (ChatAddress Address, long Claim, DateTimeOffset? PausedAt, bool IsGone)>();
        await using (var pick = connection.Command(
            transaction,
            $"SELECT id, chat, thread, claim, paused_at, gone_at FROM chats WHERE platform = @platform AND ready_at IS NOT NULL AND ready_at <= @now AND leased_until = 0 ORDER BY ready_at, id LIMIT @most{database.LockOrSkip}",
            ("platform", channel.Platform), ("now", at), ("most", most)))
        await using (var rows = await pick.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                chats.Add(
                    rows.GetInt64(0),
                    (new ChatAddress(channel.Platform, rows.GetString(1), rows.GetString(2) is { Length: > 0 } thread ? thread : null), rows.GetInt64(3) + 1,
                        rows.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)), !rows.IsDBNull(5)));
        if (chats.Count == 0) return [];

        await using (var hold = connection.Command(
            transaction, $"UPDATE chats SET ready_at = NULL, leased_until = @until, claim = claim + 1 FROM {database.Rows("@rows", "j", "id")} WHERE chats.id = j.id",
            ("rows", RowIds.Json(chats.Keys)), ("until", (now + lease).ToUnixTimeMilliseconds())))
            await hold.ExecuteNonQueryAsync(cancellation);

        var paused = chats.Where(chat => chat.Value.PausedAt is not null).Select(chat => chat.Key).ToList();
        if (paused.Count > 0) await JoinAsync(connection, transaction, paused, now, cancellation);

        var claimed = new List<ClaimedDelivery>(chats.Count);
        var doubtful = new List<ClaimedDelivery>();
        await using (var take = connection.Command(
            transaction,
            $"""
            UPDATE deliveries SET doubtful = doubtful + state, state = 1, attempt = attempt + 1
            WHERE id IN (SELECT (SELECT h.id FROM deliveries h WHERE h.chat_id = j.id AND h.ended_at IS NULL AND h.due_at <= @now ORDER BY h.due_at, h.id LIMIT 1) FROM {database.Rows("@rows", "j", "id")})
            RETURNING id, key, chat_id, attempt, doubtful, joinable
            """,
            ("rows", RowIds.Json(chats.Keys)), ("now", at)))
        await using (var rows = await take.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
            {
                var chat = rows.GetInt64(2);
                var delivery = new ClaimedDelivery(rows.GetInt64(0), rows.GetString(1), chat, chats[chat].Address, chats[chat].Claim, rows.GetInt32(3), rows.GetInt32(4)) { Waited = rows.GetInt64(5) != 0, PausedAt = chats[chat].PausedAt, IsGone = chats[chat].IsGone };
                (delivery.Doubtful > 0 && !channel.RecognisesKeys && policy == UnknownPolicy.LeaveIt ? doubtful : claimed).Add(delivery);
            }

        // Nothing was due, or what was is not to be repeated: the chat is let go of at once.
        if (doubtful.Count > 0) await EndAsync(connection, transaction, channel, [.. doubtful.Select(delivery => new EndedDelivery(delivery, new DeliveryOutcome.Unknown()))], policy, now, cancellation);
        var empty = chats.Keys.Except(claimed.Select(delivery => delivery.ChatId)).Except(doubtful.Select(delivery => delivery.ChatId)).ToList();
        if (empty.Count > 0)
            await RunAsync(
                connection, transaction,
                $"UPDATE chats SET leased_until = 0, ready_at = (SELECT h.due_at FROM deliveries h WHERE h.chat_id = chats.id AND h.ended_at IS NULL ORDER BY h.due_at, h.id LIMIT 1) FROM {database.Rows("@rows", "j", "id")} WHERE chats.id = j.id",
                RowIds.Json(empty), now, cancellation);
        return claimed;
    }

    /// <summary>What has gathered in chats that could not be written to comes as one message: the first takes up the others.</summary>
    private async Task JoinAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<long> chats, DateTimeOffset now, CancellationToken cancellation)
    {
        const string First = "(SELECT h.id FROM deliveries h WHERE h.chat_id = d.chat_id AND h.ended_at IS NULL AND h.due_at <= @now ORDER BY h.due_at, h.id LIMIT 1)";
        const string Others = "d.ended_at IS NULL AND d.state = 0 AND d.due_at <= @now AND d.id <> " + First;
        var paused = database.Rows("@rows", "j", "id");
        foreach (var sql in new[]
        {
            $"INSERT INTO delivery_items (delivery_id, update_id, subscription_id) SELECT {First}, i.update_id, i.subscription_id FROM {paused} JOIN deliveries d ON d.chat_id = j.id JOIN delivery_items i ON i.delivery_id = d.id WHERE {Others} ON CONFLICT DO NOTHING",
            $"DELETE FROM deliveries WHERE id IN (SELECT d.id FROM {paused} JOIN deliveries d ON d.chat_id = j.id WHERE {Others})",
        })
            await RunAsync(connection, transaction, sql, RowIds.Json(chats), now, cancellation);
    }

    private static async Task CloseAsync(DbConnection connection, DbTransaction transaction, ClaimedDelivery delivery, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var chat = connection.Command(
            transaction, "UPDATE chats SET gone_at = COALESCE(gone_at, @now), gone_reason = @reason WHERE id = @chat AND claim = @claim",
            ("now", now.ToUnixTimeMilliseconds()), ("reason", reason), ("chat", delivery.ChatId), ("claim", delivery.Claim));
        if (await chat.ExecuteNonQueryAsync(cancellation) == 0) return;
        await using var others = connection.Command(
            transaction, "UPDATE deliveries SET state = @state, ended_at = @now, problem = @reason WHERE chat_id = @chat AND ended_at IS NULL AND due_at <= @now",
            ("state", ChatGone), ("now", now.ToUnixTimeMilliseconds()), ("reason", reason), ("chat", delivery.ChatId));
        await others.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Gives a chat its new address.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="chatId">The chat's row.</param>
    /// <param name="claim">The claim that must still hold; <see cref="AnyClaim"/>: whoever holds it.</param>
    /// <param name="to">The new address.</param>
    /// <param name="cancellation">Leaves the transaction to be rolled back.</param>
    internal static async Task MoveAsync(DbConnection connection, DbTransaction transaction, long chatId, long claim, ChatAddress to, CancellationToken cancellation)
    {
        // Where the chat is known by its new address already, that one keeps its own settings and takes the rest over.
        await using var find = connection.Command(
            transaction, "SELECT id FROM chats WHERE platform = @platform AND chat = @chat AND thread = @thread", ("platform", to.Platform), ("chat", to.Chat), ("thread", to.Thread ?? ""));
        if (await find.ExecuteScalarAsync(cancellation) is not long known)
        {
            await using var rename = connection.Command(
                transaction, "UPDATE chats SET chat = @chat, thread = @thread WHERE id = @id AND (claim = @claim OR @claim = -1)",
                ("chat", to.Chat), ("thread", to.Thread ?? ""), ("id", chatId), ("claim", claim));
            await rename.ExecuteNonQueryAsync(cancellation);
            return;
        }
        if (known == chatId) return;
        foreach (var sql in new[]
        {
            "UPDATE deliveries SET chat_id = @to WHERE chat_id = @id",
            "UPDATE chat_absences SET chat_id = @to WHERE chat_id = @id",
            "UPDATE subscriptions SET chat_id = @to WHERE chat_id = @id AND NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.chat_id = @to AND s.topic = subscriptions.topic AND s.kind = subscriptions.kind AND s.subject = subscriptions.subject)",
            "DELETE FROM subscriptions WHERE chat_id = @id",
            "UPDATE chats SET ready_at = 0 WHERE id = @to AND leased_until = 0",
            "UPDATE chats SET ready_at = NULL WHERE id = @id",
        })
        {
            await using var merge = connection.Command(transaction, sql, ("to", known), ("id", chatId));
            await merge.ExecuteNonQueryAsync(cancellation);
        }
    }
}
