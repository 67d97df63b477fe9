using System.Data.Common;
using System.Globalization;

namespace ChatBot.Store;

/// <summary>How often a question went unanswered.</summary>
internal sealed record UnansweredCount(string Question, int Times, DateTimeOffset LastAskedAt);

/// <summary>What people asked of a topic in vain, so that its operator sees what is missing. Who asked, and where, is not kept.</summary>
internal sealed class UnansweredQuestions(StoreDatabase database, string topic)
{
    /// <summary>In characters; of a longer question, the beginning is kept.</summary>
    public const int LongestQuestion = 500;

    /// <summary>About how many are kept, over all topics; the oldest go, so that nobody fills the disk by asking.</summary>
    public const int MostKept = 10_000;

    /// <summary>How many come before the oldest are looked for.</summary>
    private const int BetweenCleanings = 100;

    public async Task RecordAsync(string question, DateTimeOffset askedAt, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await RecordAsync(connection, null, question, askedAt, cancellation);
    }

    /// <summary>The same within a transaction that is written anyway: a commit of its own would make others wait for the disk.</summary>
    public async Task RecordAsync(DbConnection connection, DbTransaction? transaction, string question, DateTimeOffset askedAt, CancellationToken cancellation)
    {
        await using var insert = connection.Command(
            transaction, "INSERT INTO unanswered_questions (topic, question, asked_at) VALUES (@topic, @question, @asked_at) RETURNING id",
            ("topic", topic), ("question", StoredText.Clean(question.Trim(), LongestQuestion)), ("asked_at", askedAt.ToUnixTimeMilliseconds()));
        var id = Convert.ToInt64(await insert.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
        if (id % BetweenCleanings != 0) return;
        await using var delete = connection.Command(transaction, "DELETE FROM unanswered_questions WHERE id <= @oldest", ("oldest", id - MostKept));
        await delete.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The questions asked most often, then those asked last, at most <paramref name="most"/> of them.</summary>
    public async Task<IReadOnlyList<UnansweredCount>> MostAskedAsync(int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var query = connection.Command(
            null,
            """
            SELECT counted.question, counted.times, newest.asked_at
            FROM (SELECT question, count(*) AS times, max(id) AS last FROM unanswered_questions WHERE topic = @topic GROUP BY question) AS counted
            JOIN unanswered_questions AS newest ON newest.id = counted.last
            ORDER BY counted.times DESC, counted.last DESC LIMIT @most
            """,
            ("topic", topic), ("most", most));
        await using var rows = await query.ExecuteReaderAsync(cancellation);
        var counts = new List<UnansweredCount>();
        while (await rows.ReadAsync(cancellation))
            counts.Add(new UnansweredCount(rows.GetString(0), rows.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2))));
        return counts;
    }
}
