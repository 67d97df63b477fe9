using Microsoft.EntityFrameworkCore;

namespace ChatBot.Store;

/// <summary>Someone's thumb up or down on an answer. Whose, is not kept.</summary>
internal sealed class Feedback
{
    public long Id { get; init; }

    public required string Topic { get; init; }

    public required string Question { get; init; }

    /// <summary>The answer's text as it was shown.</summary>
    public required string Answer { get; init; }

    public required bool Helpful { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}

/// <summary>What people thought of a topic's answers.</summary>
internal sealed class FeedbackBox(StoreDatabase database, string topic)
{
    /// <summary>In characters; of a longer question or answer, the beginning is kept.</summary>
    public const int LongestText = 4_000;

    public async Task RecordAsync(string question, string answer, bool helpful, DateTimeOffset givenAt, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var records = await RecordsContext.OpenAsync(database, cancellation);
        records.Feedback.Add(new Feedback
        {
            Topic = topic,
            Question = StoredText.Clean(question, LongestText),
            Answer = StoredText.Clean(answer, LongestText),
            Helpful = helpful,
            GivenAt = givenAt,
        });
        await records.SaveChangesAsync(cancellation);
    }

    /// <summary>The newest first, at most <paramref name="most"/> of them.</summary>
    public async Task<IReadOnlyList<Feedback>> NewestAsync(int most, CancellationToken cancellation)
    {
        await using var records = await RecordsContext.OpenAsync(database, cancellation);
        return await records.Feedback.AsNoTracking().Where(entry => entry.Topic == topic).OrderByDescending(entry => entry.Id).Take(most).ToListAsync(cancellation);
    }
}
