using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"Sooner than 2032" beside "the 2032 plan should come earlier": both say the same of one date, without giving another (<c>compared-times.txt</c>).</summary>
internal static class ComparedTimes
{
    private const string Than = "than";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("compared-times.txt");

    /// <summary>Whether the fact sets something before or behind the very date that the claim does, and the same way.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="at">Where its date stands.</param>
    /// <param name="view">The fact.</param>
    /// <param name="given">The fact's date.</param>
    public static bool Agree(ClaimReading claim, TextSpan at, FactView view, DateRange given)
    {
        if (!claim.Question.Dates.Any(date => date.Span == at && date.Value == given) || Claimed(claim.Tokens, at) is not { } claimed) return false;
        var told = Lists.Where(list => view.Tokens.Exists(token => list.Value.Contains(token.Term))).Select(list => list.Key).ToList();
        return told is [var only] && only == claimed;
    }

    /// <summary>Which way the claim compares; null where "than" and such a word don't stand before its date.</summary>
    private static string? Claimed(IReadOnlyList<Token> tokens, TextSpan date)
    {
        var at = 0;
        while (at < tokens.Count && !tokens[at].Span.Overlaps(date)) at++;
        if (at < 2 || at == tokens.Count || tokens[at - 1].Term != Than || at > 2 && tokens[at - 3].Term is "no" or "not") return null;
        return Lists.FirstOrDefault(list => list.Value.Contains(tokens[at - 2].Term)).Key;
    }
}
