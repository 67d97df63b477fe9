using System.Data.Common;
using System.Text.Json;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Store;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary>An answer that a chat was shown.</summary>
/// <param name="ChatId">The chat's number.</param>
/// <param name="Question">The question as it was read.</param>
/// <param name="Said">What the answer said, all sides of it where sources disagreed, and what was told of it since, as stored.</param>
/// <param name="Settings">The chat's settings.</param>
internal sealed record ShownAnswer(long ChatId, string Question, string Said, ChatSettings Settings)
{
    public ShownWords Words => Said.StartsWith('[')
        ? new ShownWords(JsonSerializer.Deserialize(Said, UpdateJson.Default.IReadOnlyListUpdateStatement) ?? [])
        : JsonSerializer.Deserialize(Said, UpdateJson.Default.ShownWords) ?? throw new JsonException("A shown answer is null.");
}

/// <summary>
/// Remembers what chats were shown that want to be told of corrections: the question, what led its answer, and when; nothing of who asked. Answers that only
/// one person in a shared chat was shown are left out, because a correction would show the others what was asked.
/// </summary>
internal sealed partial class ShownAnswers(Func<KnowledgeBase> current, StoreDatabase database, string topic, TimeProvider time, ILogger<ShownAnswers> log) : BackgroundService, IAnswersShown
{
    /// <summary>For how long an answer is remembered.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    /// <summary>Questions remembered for one chat.</summary>
    private const int MostInAChat = 100;

    /// <summary>Answers that are gone through for a new document, the last shown first.</summary>
    private const int MostCorrected = 5_000;

    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    public async ValueTask ShownAsync(IncomingMessage message, Answer answer, CancellationToken cancellation)
    {
        if (message.IsEdit) await WithdrawnAsync(message.Chat, message.Id, cancellation);
        if (message.IsForOneAlone || answer.Abstained || answer.Statements.Count == 0 || answer is not (Told or Disputed or Changed) || Asked(message.Text, answer) is not { } question) return;
        try
        {
            await using var connection = await database.OpenAsync(cancellation);
            await using var query = connection.Command(
                null, "SELECT id FROM chats WHERE platform = @platform AND chat = @chat AND thread = @thread AND corrections = 1",
                ("platform", message.Chat.Platform), ("chat", message.Chat.Chat), ("thread", message.Chat.Thread ?? ""));
            if (await query.ExecuteScalarAsync(cancellation) is not long chat || !StandsAlone(question, answer)) return;
            await KeepAsync(connection, null, chat, question, Write(UpdateContents.Said(answer).Select(statement => UpdateContents.Statement(statement))), message.Id, time.GetUtcNow(), cancellation);
            await using var forget = connection.Command(
                null, "DELETE FROM shown_answers WHERE topic = @topic AND chat_id = @chat AND question NOT IN (SELECT question FROM shown_answers WHERE topic = @topic AND chat_id = @chat ORDER BY shown_at DESC LIMIT @most)",
                ("topic", topic), ("chat", chat), ("most", (long)MostInAChat));
            await forget.ExecuteNonQueryAsync(cancellation);
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            Log.NotKept(log, failure.Message);
        }
    }

    /// <summary>An answer that stands no more is corrected no more.</summary>
    public async ValueTask WithdrawnAsync(ChatAddress chat, string message, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellation);
            await using var delete = connection.Command(
                null,
                """
                DELETE FROM shown_answers WHERE topic = @topic AND message = @message
                AND chat_id IN (SELECT id FROM chats WHERE platform = @platform AND chat = @chat AND thread = @thread AND corrections = 1)
                """,
                ("topic", topic), ("message", message), ("platform", chat.Platform), ("chat", chat.Chat), ("thread", chat.Thread ?? ""));
            await delete.ExecuteNonQueryAsync(cancellation);
        }
        catch (Exception failure) when (failure is DbException or StoreException)
        {
            Log.NotWithdrawn(log, failure.Message);
        }
    }

    /// <summary>What is remembered, by question, the last shown first. A chat that watches the question is left out: it is told anyhow.</summary>
    public async Task<ILookup<string, ShownAnswer>> ByQuestionAsync(DbConnection connection, DbTransaction? transaction, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var query = connection.Command(
            transaction,
            """
            SELECT a.chat_id, a.question, a.said, c.time_zone, c.quiet_from, c.quiet_to, c.corrections FROM shown_answers a JOIN chats c ON c.id = a.chat_id
            WHERE a.topic = @topic AND a.shown_at >= @since AND c.corrections = 1 AND c.gone_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.topic = a.topic AND s.chat_id = a.chat_id AND s.kind = 'question' AND s.subject = a.question)
            ORDER BY a.shown_at DESC, a.chat_id LIMIT @most
            """,
            ("topic", topic), ("since", (now - Kept).ToUnixTimeMilliseconds()), ("most", (long)MostCorrected));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var shown = new List<ShownAnswer>();
        while (await rows.ReadAsync(cancellation)) shown.Add(new ShownAnswer(rows.GetInt64(0), rows.GetString(1), rows.GetString(2), SubscriptionStore.Settings(rows, 3)));
        return shown.ToLookup(answer => answer.Question, StringComparer.Ordinal);
    }

    /// <summary>A chat was told this since the question was answered there.</summary>
    public Task CorrectedAsync(DbConnection connection, DbTransaction transaction, ShownAnswer shown, IReadOnlyList<UpdateStatement> now, DateTimeOffset at, CancellationToken cancellation) =>
        KeepAsync(connection, transaction, shown.ChatId, shown.Question, JsonSerializer.Serialize(shown.Words with { Since = now }, UpdateJson.Default.ShownWords), null, at, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ForgetAsync(time.GetUtcNow() - Kept, stoppingToken);
            }
            catch (Exception failure) when (failure is DbException or StoreException)
            {
                Log.NotForgotten(log, failure.Message);
            }
            await Task.Delay(BetweenCleanings, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Forgets what was shown before a moment.</summary>
    internal async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var delete = connection.Command(null, "DELETE FROM shown_answers WHERE shown_at < @before", ("before", before.ToUnixTimeMilliseconds()));
        await delete.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What was asked, so that it can be asked again; null of a list, which has no one answer that could turn out wrong.</summary>
    private string? Asked(string text, Answer answer) => CommandText.Read(text) switch
    {
        null or { Name: CommandCatalogue.Ask } => PresentAnswer.AsRead(answer.Question.Text, answer, current()),
        { Name: CommandCatalogue.When or CommandCatalogue.Where } lookup => InWords(text, answer) ?? $"/{lookup.Name} {lookup.Argument}".TrimEnd(),
        _ => null,
    };

    /// <summary>The question that a look-up asks, with the name of what it leaves unsaid, where that has the same answer; else null.</summary>
    private string? InWords(string text, Answer answer) => TypedQuestion.Of(text) is { } question && current().Ask(question, Conversation.New).Question.Text is { Length: > 0 } whole
        && current().Ask(whole, Conversation.New) is { Statements: [var leading, ..] } && leading.Fact.Id == answer.Statements[0].Fact.Id ? whole : null;

    /// <summary>Whether the question's words bring the same answer without the turns before them. "And Trump?" does not, and could not be asked again later.</summary>
    private bool StandsAlone(string question, Answer answer) => current().Ask(question, Conversation.New) is { Statements: [var leading, ..] } alone
        && leading.Fact.Id == answer.Statements[0].Fact.Id && (alone.Question.ReadAs == answer.Question.ReadAs || question == answer.Question.ReadAs && question != answer.Question.Text);

    private async Task KeepAsync(DbConnection connection, DbTransaction? transaction, long chat, string question, string said, string? message, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var keep = connection.Command(
            transaction,
            """
            INSERT INTO shown_answers (topic, chat_id, question, said, message, shown_at) VALUES (@topic, @chat, @question, @said, @message, @at)
            ON CONFLICT (topic, chat_id, question) DO UPDATE SET said = excluded.said, message = COALESCE(excluded.message, shown_answers.message), shown_at = excluded.shown_at
            """,
            ("topic", topic), ("chat", chat), ("question", StoredText.Clean(question, MessageHandler.LongestQuestion)), ("said", said), ("message", message), ("at", at.ToUnixTimeMilliseconds()));
        await keep.ExecuteNonQueryAsync(cancellation);
    }

    private static string Write(IEnumerable<UpdateStatement> statements) => JsonSerializer.Serialize([.. statements], UpdateJson.Default.IReadOnlyListUpdateStatement);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An answer could not be remembered for corrections; it was given all the same. {Failure}")]
        public static partial void NotKept(ILogger log, string failure);

        [LoggerMessage(3, LogLevel.Warning, "An answer that was taken back could not be forgotten; it may be corrected within a week. {Failure}")]
        public static partial void NotWithdrawn(ILogger log, string failure);

        [LoggerMessage(2, LogLevel.Warning, "Answers shown long ago could not be forgotten; the next try follows in an hour. {Failure}")]
        public static partial void NotForgotten(ILogger log, string failure);
    }
}
