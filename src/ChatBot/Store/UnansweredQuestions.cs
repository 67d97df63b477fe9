using Microsoft.EntityFrameworkCore;

namespace ChatBot.Store;

/// <summary>A question that the bot could not answer. Who asked, and where, is not kept.</summary>
internal sealed class UnansweredQuestion
{
    public long Id { get; init; }

    public required string Topic { get; init; }

    public required string Question { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
}

/// <summary>How often a question went unanswered.</summary>
internal sealed record UnansweredCount(string Question, int Times, DateTimeOffset LastAskedAt);

/// <summary>What people asked of a topic in vain, so that its operator sees what is missing.</summary>
internal sealed class UnansweredQuestions(StoreDatabase database, string topic)
{
    /// <summary>In characters; of a longer question, the beginning is kept.</summary>
    public const int LongestQuestion = 500;

    /// <summary>About how many are kept, over all topics; the oldest go, so that nobody fills the disk by asking.</summary>
    public const int MostKept = 10_000;

    public async Task RecordAsync(string question, DateTimeOffset askedAt, CancellationToken cancellation)
    {
        using var turn = await database.WriteTurnAsync(cancellation);
        await using var records = await RecordsContext.OpenAsync(database, cancellation);
        var entry = new UnansweredQuestion { Topic = topic, Question = StoredText.Clean(question.Trim(), LongestQuestion), AskedAt = askedAt };
        records.UnansweredQuestions.Add(entry);
        await records.SaveChangesAsync(cancellation);
        await records.UnansweredQuestions.Where(old => old.Id <= entry.Id - MostKept).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The questions asked most often, then those asked last, at most <paramref name="most"/> of them.</summary>
    public async Task<IReadOnlyList<UnansweredCount>> MostAskedAsync(int most, CancellationToken cancellation)
    {
        await using var records = await RecordsContext.OpenAsync(database, cancellation);
        var counts = await records.UnansweredQuestions.Where(entry => entry.Topic == topic).GroupBy(entry => entry.Question)
            .Select(group => new { Question = group.Key, Times = group.Count(), Last = group.Max(entry => entry.Id) })
            .OrderByDescending(count => count.Times).ThenByDescending(count => count.Last).Take(most)
            .Join(records.UnansweredQuestions, count => count.Last, entry => entry.Id, (count, entry) => new { count.Question, count.Times, count.Last, entry.AskedAt })
            .OrderByDescending(count => count.Times).ThenByDescending(count => count.Last).ToListAsync(cancellation);
        return [.. counts.Select(count => new UnansweredCount(count.Question, count.Times, count.AskedAt))];
    }
}
