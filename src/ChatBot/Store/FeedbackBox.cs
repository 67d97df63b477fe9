namespace ChatBot.Store;

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

    /// <summary>The other thumb instead of one that was given before.</summary>
    public async Task ChangeAsync(string question, string answer, bool helpful, DateTimeOffset givenAt, CancellationToken cancellation)
    {
        int changed;
        using (await database.WriteTurnAsync(cancellation))
        {
            await using var connection = await database.OpenAsync(cancellation);
            // Whose a thumb is, is not kept: any one such stands for the person's own.
            await using var update = connection.Command(
                null,
                """
                UPDATE feedback SET helpful = @helpful, given_at = @given_at
                WHERE id = (SELECT max(id) FROM feedback WHERE topic = @topic AND question = @question AND answer = @answer AND helpful = @other)
                """,
                ("topic", topic), ("question", StoredText.Clean(question, LongestText)), ("answer", StoredText.Clean(answer, LongestText)), ("helpful", helpful), ("other", !helpful),
                ("given_at", givenAt.ToUnixTimeMilliseconds()));
            changed = await update.ExecuteNonQueryAsync(cancellation);
        }
        if (changed == 0) await RecordAsync(question, answer, helpful, givenAt, cancellation);
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
