using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>Tells the days of a sentence that lie behind whoever speaks: since when something is so, and what was in an earlier year.</summary>
internal static class PastDates
{
    /// <summary>Between "since" and the day stand so many words at most ("since early in 2022").</summary>
    private const int Reach = 3;

    /// <summary>The dates less those that are past.</summary>
    /// <param name="dates">The sentence's dates.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="written">When the document was written; null: not known, and then no year is taken for an earlier one.</param>
    public static IReadOnlyList<DateMention> Without(IReadOnlyList<DateMention> dates, List<Token> tokens, DateOnly? written)
    {
        foreach (var date in dates)
            if (IsPast(date, tokens, written)) return [.. dates.Where(other => !IsPast(other, tokens, written))];
        return dates;
    }

    private static bool IsPast(DateMention date, List<Token> tokens, DateOnly? written) => date.Value.To.Year < written?.Year || IsBehindSince(date.Span, tokens);

    private static bool IsBehindSince(TextSpan date, List<Token> tokens)
    {
        var first = tokens.FindIndex(token => token.Span.Overlaps(date));
        for (var i = first - 1; i >= 0 && i >= first - Reach; i--)
        {
            if (tokens[i].Term == "since") return true;
            if (!tokens[i].IsStopWord && tokens[i].Term is not ("early" or "late" or "mid" or "around")) return false;
        }
        return first >= 0 && tokens[first].Term == "since";
    }
}
