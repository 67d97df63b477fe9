using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Store;

namespace ChatBot.Subscriptions;

/// <summary>Who follows what, chat by chat, and what the chats have set. Safe for use by many threads and processes.</summary>
internal sealed class SubscriptionStore(StoreDatabase database, string topic)
{
    /// <summary>In one chat.</summary>
    public const int MostInAChat = 50;

    /// <summary>For how long the buttons of a preview work that have no room for their words.</summary>
    private static readonly TimeSpan ChoicesKept = TimeSpan.FromDays(30);

    /// <summary>For how long what is due later is written down for a chat that put the bot out: a weekly digest's span, and a day.</summary>
    private static readonly TimeSpan MayReturn = TimeSpan.FromDays(8);

    private const string Columns = "id, person, kind, subject, label, rhythm, hour, weekday, created_at";

    /// <summary>Adds one, or gives the one that follows the same another timetable, by which what waits is due too. A chat that was given up is written to again.</summary>
    /// <returns>Its number; null where the chat has as many as it may have.</returns>
    public async Task<long?> AddAsync(ChatAddress chat, PersonId person, Following following, Timetable timetable, ChatClock clock, CancellationToken cancellation)
    {
        var now = clock.Now;
        var before = (await OfAsync(chat, cancellation)).FirstOrDefault(known => known.Following.Kind == following.Kind && known.Following.Subject == following.Subject);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var chatId = await ChatAsync(connection, transaction, chat, now, cancellation);
        await using (var count = connection.Command(
            transaction, "SELECT count(*) FROM subscriptions WHERE topic = @topic AND chat_id = @chat AND NOT (kind = @kind AND subject = @subject)",
            ("topic", topic), ("chat", chatId), ("kind", Name(following.Kind)), ("subject", following.Subject)))
            if (await count.ExecuteScalarAsync(cancellation) is long and >= MostInAChat) return null;
        await using var insert = connection.Command(
            transaction,
            """
            INSERT INTO subscriptions (topic, chat_id, person, kind, subject, anchor, label, rhythm, hour, weekday, created_at)
            VALUES (@topic, @chat, @person, @kind, @subject, @anchor, @label, @rhythm, @hour, @weekday, @now)
            ON CONFLICT (topic, chat_id, kind, subject) DO UPDATE SET rhythm = excluded.rhythm, hour = excluded.hour, weekday = excluded.weekday, label = excluded.label RETURNING id
            """,
            ("topic", topic), ("chat", chatId), ("person", person.Value), ("kind", Name(following.Kind)), ("subject", following.Subject), ("anchor", UpdateTerms.AnchorOf(following.Kind, following.Subject)),
            ("label", StoredText.Clean(following.Label, 300)), ("rhythm", Name(timetable.Rhythm)), ("hour", (long)timetable.Hour), ("weekday", (long)timetable.Weekday), ("now", now.ToUnixTimeMilliseconds()));
        var id = (long)(await insert.ExecuteScalarAsync(cancellation) ?? throw new InvalidOperationException("The subscription has no number."));
        if (before is not null && before.Timetable != timetable) await WaitingNews.MoveAsync(database, connection, transaction, chatId, before, timetable, clock, cancellation);
        await transaction.CommitAsync(cancellation);
        return id;
    }

    /// <summary>Those of a chat, the oldest first.</summary>
    public async Task<IReadOnlyList<Subscription>> OfAsync(ChatAddress chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null,
            $"SELECT {string.Join(", ", Columns.Split(", ").Select(column => "s." + column))} FROM subscriptions s JOIN chats c ON c.id = s.chat_id WHERE s.topic = @topic AND c.platform = @platform AND c.chat = @chat AND c.thread = @thread ORDER BY s.id",
            ("topic", topic), ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var subscriptions = new List<Subscription>();
        while (await rows.ReadAsync(cancellation))
            subscriptions.Add(new Subscription(
                rows.GetInt64(0), rows.GetString(1), new Following(Kind(rows.GetString(2)), rows.GetString(3), rows.GetString(4)),
                new Timetable(Enum.Parse<Rhythm>(rows.GetString(5), ignoreCase: true), rows.GetInt32(6), rows.GetInt32(7)), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(8))));
        return subscriptions;
    }

    /// <summary>Ends subscriptions. What waits for them alone is not told any more.</summary>
    public async Task RemoveAsync(IEnumerable<long> ids, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var delete = connection.Command(
            null, $"DELETE FROM subscriptions WHERE topic = @topic AND id IN (SELECT id FROM {database.Rows("@rows", "j", "id")})", ("topic", topic), ("rows", RowIds.Json(ids)));
        await delete.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Keeps what buttons offer and have no room for. Nothing of who was offered it.</summary>
    public async Task KeepAsync(PendingChoice choice, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var forget = connection.Command(null, "DELETE FROM pending_choices WHERE offered_at < @before", ("before", (now - ChoicesKept).ToUnixTimeMilliseconds()));
        await forget.ExecuteNonQueryAsync(cancellation);
        await using var keep = connection.Command(
            null, "INSERT INTO pending_choices (topic, reference, words, offered_at) VALUES (@topic, @reference, @words, @now) ON CONFLICT (topic, reference) DO UPDATE SET offered_at = excluded.offered_at",
            ("topic", topic), ("reference", choice.Reference), ("words", StoredText.Clean(choice.Words, 1000)), ("now", now.ToUnixTimeMilliseconds()));
        await keep.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What a button's reference stands for; null where it is not kept any more.</summary>
    public async Task<string?> ChoiceAsync(string reference, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, "SELECT words FROM pending_choices WHERE topic = @topic AND reference = @reference", ("topic", topic), ("reference", reference));
        return await query.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>Since when the bot may not write in a chat, as far as it knows; null: it may.</summary>
    public async Task<DateTimeOffset?> PausedAsync(ChatAddress chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT paused_at FROM chats WHERE platform = @platform AND chat = @chat AND thread = @thread AND paused_at IS NOT NULL",
            ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));
        return await query.ExecuteScalarAsync(cancellation) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }

    /// <summary>A chat that was given up is written to again: somebody is heard there.</summary>
    public async Task ReopenAsync(ChatAddress chat, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ReopenAsync(connection, transaction, chat, now, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>What subscriptions of these numbers follow; those that have ended are left out.</summary>
    public async Task<IReadOnlyDictionary<long, Following>> FollowedAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        var followed = new Dictionary<long, Following>();
        if (ids.Count == 0) return followed;
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, $"SELECT s.id, s.kind, s.subject, s.label FROM {database.Rows("@rows", "j", "id")} JOIN subscriptions s ON s.id = j.id WHERE s.topic = @topic", ("topic", topic), ("rows", RowIds.Json(ids)));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) followed[rows.GetInt64(0)] = new Following(Kind(rows.GetString(1)), rows.GetString(2), rows.GetString(3));
        return followed;
    }

    /// <summary>What a chat has set.</summary>
    public async Task<ChatSettings> SettingsAsync(ChatAddress chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT time_zone, quiet_from, quiet_to, corrections FROM chats WHERE platform = @platform AND chat = @chat AND thread = @thread",
            ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? Settings(rows, 0) : default;
    }

    /// <summary>Sets what a chat wants; what waits for its hour is due by that from now on.</summary>
    public async Task SetAsync(ChatAddress chat, ChatSettings settings, string topicZone, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = await SettingsAsync(chat, cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var id = await ChatAsync(connection, transaction, chat, now, cancellation);
        await using var update = connection.Command(
            transaction, "UPDATE chats SET time_zone = @zone, quiet_from = @from, quiet_to = @to, corrections = @corrections WHERE id = @id",
            ("zone", settings.TimeZone), ("from", (long?)settings.Quiet?.From), ("to", (long?)settings.Quiet?.To), ("corrections", settings.Corrections ? 1L : 0L), ("id", id));
        await update.ExecuteNonQueryAsync(cancellation);
        if (before.TimeZone != settings.TimeZone || before.Quiet != settings.Quiet)
            await WaitingNews.RescheduleAsync(connection, transaction, id, ChatClock.Of(before, topicZone, now), ChatClock.Of(settings, topicZone, now), cancellation);
        if (!settings.Corrections)
        {
            await using var shown = connection.Command(transaction, "DELETE FROM shown_answers WHERE chat_id = @id", ("id", id));
            await shown.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Notes whose private chat it is.</summary>
    public async Task OwnAsync(ChatAddress chat, PersonId person, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var update = connection.Command(
            null, "UPDATE chats SET owner = @person WHERE platform = @platform AND chat = @chat AND (owner IS NULL OR owner <> @person)", ("person", person.Value), ("platform", chat.Platform), ("chat", chat.Chat));
        await update.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Deletes what a chat follows and has set, what is on its way there, and what was asked in it.</summary>
    public Task ForgetAsync(ChatAddress chat, CancellationToken cancellation) => ForgetAsync(
        [
            "DELETE FROM chats WHERE platform = @platform AND chat = @chat AND thread = @thread",
            $"{AnswersByMessage.WithoutWords} WHERE platform = @platform AND chat = @chat",
        ],
        cancellation, ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));

    /// <summary>
    /// Deletes what is kept about a person on a platform: all of their private chats, and elsewhere what they asked and their name at what is followed; that it is
    /// followed stays.
    /// </summary>
    public Task ForgetAsync(PersonId person, ChatAddress? privateChat, CancellationToken cancellation) => ForgetAsync(
        [
            "DELETE FROM answers WHERE platform = @platform AND chat IN (SELECT chat FROM chats WHERE platform = @platform AND owner = @person)",
            "DELETE FROM chats WHERE platform = @platform AND (owner = @person OR chat = @private)",
            "UPDATE subscriptions SET person = '' WHERE person = @person AND chat_id IN (SELECT id FROM chats WHERE platform = @platform)",
            // Of Telegram a person's private chat has the person's number.
            "DELETE FROM answers WHERE platform = @platform AND chat IN (@private, @person)",
            $"{AnswersByMessage.WithoutWords} WHERE platform = @platform AND person = @person",
        ],
        cancellation, ("person", person.Value), ("platform", person.Platform), ("private", privateChat?.Chat ?? ""));

    private async Task ForgetAsync(string[] statements, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sql in statements)
        {
            await using var command = connection.Command(transaction, sql, values);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The questions that are watched anywhere; those of chats that are long gone are left out.</summary>
    public async Task<IReadOnlyList<string>> QuestionsAsync(DbConnection connection, DbTransaction? transaction, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var query = connection.Command(
            transaction, "SELECT DISTINCT s.subject FROM subscriptions s JOIN chats c ON c.id = s.chat_id WHERE s.topic = @topic AND s.kind = 'question' AND (c.gone_at IS NULL OR c.gone_at > @since) ORDER BY s.subject", ("topic", topic),
            ("since", (now - MayReturn).ToUnixTimeMilliseconds()));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var questions = new List<string>();
        while (await rows.ReadAsync(cancellation)) questions.Add(rows.GetString(0));
        return questions;
    }

    /// <summary>The subscriptions that an update is for; those of chats that are long gone are left out.</summary>
    public async Task<IReadOnlyList<Match>> MatchAsync(DbConnection connection, DbTransaction? transaction, UpdateTerms terms, DateTimeOffset now, CancellationToken cancellation)
    {
        var anchors = terms.Anchors().Select(anchor => new AnchorRow(Name(anchor.Kind), anchor.Anchor)).ToList();
        await using var query = connection.Command(
            transaction,
            $"""
            SELECT s.id, s.chat_id, s.kind, s.subject, s.rhythm, s.hour, s.weekday, c.time_zone, c.quiet_from, c.quiet_to, c.corrections, c.gone_at
            FROM {database.Rows("@rows", "j", "kind_text", "anchor_text")} JOIN subscriptions s ON s.topic = @topic AND s.kind = j.kind_text AND s.anchor = j.anchor_text
            JOIN chats c ON c.id = s.chat_id WHERE c.gone_at IS NULL OR c.gone_at > @since
            """,
            ("topic", topic), ("since", (now - MayReturn).ToUnixTimeMilliseconds()), ("rows", JsonSerializer.Serialize(anchors, SubscriptionJson.Default.ListAnchorRow)));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var matches = new List<Match>();
        while (await rows.ReadAsync(cancellation))
        {
            var kind = Kind(rows.GetString(2));
            var subject = rows.GetString(3);
            // The anchor decides all kinds but this one.
            if (kind == SubscriptionKind.Keywords && !terms.Concern(kind, subject)) continue;
            matches.Add(new Match(
                rows.GetInt64(0), rows.GetInt64(1), kind, subject, new Timetable(RhythmOf(rows.GetString(4)), rows.GetInt32(5), rows.GetInt32(6)), Settings(rows, 7)) { IsGone = !rows.IsDBNull(11) });
        }
        return matches;
    }

    /// <summary>Reads time zone, quiet hours and whether corrections are told, from that column on.</summary>
    internal static ChatSettings Settings(DbDataReader rows, int column) => new(
        rows.TextOrNull(column), rows.IsDBNull(column + 1) || rows.IsDBNull(column + 2) ? null : new QuietHours(rows.GetInt32(column + 1), rows.GetInt32(column + 2)), rows.GetInt32(column + 3) == 1);

    private static string Name(SubscriptionKind kind) => kind switch
    {
        SubscriptionKind.Everything => "everything",
        SubscriptionKind.Entity => "entity",
        SubscriptionKind.Attribute => "attribute",
        SubscriptionKind.Source => "source",
        SubscriptionKind.Keywords => "keywords",
        SubscriptionKind.Question => "question",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind."),
    };

    private static SubscriptionKind Kind(string name) => name switch
    {
        "everything" => SubscriptionKind.Everything,
        "entity" => SubscriptionKind.Entity,
        "attribute" => SubscriptionKind.Attribute,
        "source" => SubscriptionKind.Source,
        "keywords" => SubscriptionKind.Keywords,
        "question" => SubscriptionKind.Question,
        _ => throw new FormatException($"'{name}' is no kind of subscription."),
    };

    private static string Name(Rhythm rhythm) => rhythm switch { Rhythm.Daily => "daily", Rhythm.Weekly => "weekly", _ => "instant" };

    private static Rhythm RhythmOf(string name) => name switch { "daily" => Rhythm.Daily, "weekly" => Rhythm.Weekly, _ => Rhythm.Instant };

    /// <summary>The chat's number. One that was given up is written to again, and the time between is noted.</summary>
    private static async Task<long> ChatAsync(DbConnection connection, DbTransaction transaction, ChatAddress chat, DateTimeOffset now, CancellationToken cancellation)
    {
        await ReopenAsync(connection, transaction, chat, now, cancellation);
        await using var insert = connection.Command(
            transaction,
            "INSERT INTO chats (platform, chat, thread, leased_until, claim) VALUES (@platform, @chat, @thread, 0, 0) ON CONFLICT (platform, chat, thread) DO UPDATE SET gone_at = NULL, gone_reason = NULL RETURNING id",
            ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));
        return (long)(await insert.ExecuteScalarAsync(cancellation) ?? throw new InvalidOperationException("The chat has no number."));
    }

    private static async Task ReopenAsync(DbConnection connection, DbTransaction transaction, ChatAddress chat, DateTimeOffset now, CancellationToken cancellation)
    {
        const string Here = "platform = @platform AND chat = @chat AND thread = @thread AND gone_at IS NOT NULL";
        foreach (var sql in new[]
        {
            DeliveryOutbox.EndMissed(Here),
            $"INSERT INTO chat_absences (chat_id, gone_at, back_at) SELECT id, gone_at, @now FROM chats WHERE {Here}",
            $"UPDATE chats SET gone_at = NULL, gone_reason = NULL WHERE {Here}",
        })
        {
            await using var command = connection.Command(transaction, sql, ("now", now.ToUnixTimeMilliseconds()), ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}

internal sealed record AnchorRow([property: JsonPropertyName("kind_text")] string Kind, [property: JsonPropertyName("anchor_text")] string Anchor);

[JsonSerializable(typeof(List<AnchorRow>))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
