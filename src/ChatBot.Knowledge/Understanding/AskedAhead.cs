using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Understanding;

/// <summary>
/// Whether a question asks for a day ahead of whoever speaks of it: a deadline ("by when", "until which year") or what is still to come ("when will", "in what
/// year is it expected to"). What has been so since a day, or was so in an earlier year, answers neither.
/// </summary>
internal static class AskedAhead
{
    /// <summary>Whether the question's words, of which a date is wanted, ask so.</summary>
    public static bool Is(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Term is "deadline" or "deadlines" or "will" or "won't" or "'ll") return true;
            if (i + 1 == tokens.Count) return false;
            // "When does it start?"
            if (tokens[i].Term == "when" && tokens[i + 1].Term is "does" or "do") return true;
            if (tokens[i].Term is "by" or "until" or "till" && tokens[i + 1].Term is "when" or "what" or "which") return true;
            if (tokens[i].Term is "expected" or "going" or "supposed" or "planned" && tokens[i + 1].Term == "to" && !tokens.Take(i).Any(token => token.Term is "was" or "were" or "been")) return true;
        }
        return false;
    }
}
