using System.Security.Cryptography;
using System.Text;
using ChatBot.Chat;

namespace ChatBot.Store;

/// <summary>What a thumb was to those before.</summary>
internal enum ThumbTaken
{
    /// <summary>The first.</summary>
    New,

    /// <summary>The other one than before.</summary>
    Changed,

    /// <summary>The same as before.</summary>
    Again,
}

/// <summary>Someone's thumb up or down on an answer. Whose, is not kept.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">The answer's text as it was shown.</param>
/// <param name="Helpful">Up.</param>
/// <param name="GivenAt">When.</param>
internal sealed record Feedback(string Question, string Answer, bool Helpful, DateTimeOffset GivenAt);

/// <summary>What people thought of a topic's answers.</summary>
internal sealed class FeedbackBox(StoreDatabase database, string topic)
{
    /// <summary>In characters; of a longer question or answer, the beginning is kept.</summary>
    public const int LongestText = 4_000;

    /// <summary>For how long it is known whose a thumb is.</summary>
    private static readonly TimeSpan MarksKept = TimeSpan.FromDays(3);

    public async Task RecordAsync(string question, string answer, bool helpful, DateTimeOffset givenAt, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var insert = connection.Command(
            null, "INSERT INTO feedback (topic, question, answer, helpful, given_at) VALUES (@topic, @question, @answer, @helpful, @given_at)",
            ("topic", topic), ("question", StoredText.Clean(question, LongestText)), ("answer", StoredText.Clean(answer, LongestText)), ("helpful", helpful),
            ("given_at", givenAt.ToUnixTimeMilliseconds()));
        await insert.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Whose a thumb is, as it is remembered: a hash, which nobody can be read off.</summary>
    public static string MarkOf(ChatAddress chat, string message, PersonId person) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{chat.Platform} {chat.Chat} {message} {person.Value}")))[..32];

    /// <summary>The thumb that was last given under a mark; null where none was, or it is forgotten.</summary>
    public async Task<bool?> FindAsync(string mark, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(null, "SELECT helpful FROM feedback_marks WHERE mark = @mark", ("mark", mark));
        return await query.ExecuteScalarAsync(cancellation) is long helpful ? helpful == 1 : null;
    }

    /// <summary>Notes a thumb; the other one of the same person on the same answer takes its place.</summary>
    /// <param name="mark">Whose, and under which message: <see cref="MarkOf"/>.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">The answer's text.</param>
    /// <param name="helpful">Up.</param>
    /// <param name="givenAt">When.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    public async Task<ThumbTaken> TakeAsync(string mark, string question, string answer, bool helpful, DateTimeOffset givenAt, CancellationToken cancellation)
    {
        var at = givenAt.ToUnixTimeMilliseconds();
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var forget = connection.Command(transaction, "DELETE FROM feedback_marks WHERE given_at < @before", ("before", (givenAt - MarksKept).ToUnixTimeMilliseconds())))
            await forget.ExecuteNonQueryAsync(cancellation);
        (long Id, bool Helpful)? known = null;
        await using (var query = connection.Command(transaction, "SELECT feedback_id, helpful FROM feedback_marks WHERE mark = @mark", ("mark", mark)))
        await using (var rows = await query.ExecuteReaderAsync(cancellation))
            if (await rows.ReadAsync(cancellation)) known = (rows.GetInt64(0), rows.GetInt64(1) == 1);
        if (known is { } same && same.Helpful == helpful) return ThumbTaken.Again;
        if (known is { } other)
        {
            await RunAsync("UPDATE feedback SET helpful = @helpful, given_at = @at WHERE id = @id", ("helpful", helpful), ("at", at), ("id", other.Id));
            await RunAsync("UPDATE feedback_marks SET helpful = @helpful, given_at = @at WHERE mark = @mark", ("helpful", helpful ? 1L : 0L), ("at", at), ("mark", mark));
        }
        else
        {
            await using var insert = connection.Command(
                transaction, "INSERT INTO feedback (topic, question, answer, helpful, given_at) VALUES (@topic, @question, @answer, @helpful, @at) RETURNING id",
                ("topic", topic), ("question", StoredText.Clean(question, LongestText)), ("answer", StoredText.Clean(answer, LongestText)), ("helpful", helpful), ("at", at));
            var id = (long)(await insert.ExecuteScalarAsync(cancellation) ?? throw new InvalidOperationException("The thumb has no number."));
            await RunAsync("INSERT INTO feedback_marks (mark, feedback_id, helpful, given_at) VALUES (@mark, @id, @helpful, @at)", ("mark", mark), ("id", id), ("helpful", helpful ? 1L : 0L), ("at", at));
        }
        await transaction.CommitAsync(cancellation);
        return known is null ? ThumbTaken.New : ThumbTaken.Changed;

        async Task RunAsync(string sql, params (string, object?)[] values)
        {
            await using var command = connection.Command(transaction, sql, values);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>The newest first, at most <paramref name="most"/> of them.</summary>
    public async Task<IReadOnlyList<Feedback>> NewestAsync(int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null, "SELECT question, answer, helpful, given_at FROM feedback WHERE topic = @topic ORDER BY id DESC LIMIT @most", ("topic", topic), ("most", most));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var newest = new List<Feedback>();
        while (await rows.ReadAsync(cancellation))
            newest.Add(new Feedback(rows.GetString(0), rows.GetString(1), rows.GetBoolean(2), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3))));
        return newest;
    }
}
